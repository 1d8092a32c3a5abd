import { definePluginWeb } from '@loctelli/core/web';

export default definePluginWeb({
  pages: {
    endpoints: () => import('./endpoints.page.tsx'),
    endpoint: () => import('./endpoint.page.tsx'),
    dead: () => import('./dead.page.tsx'),
    receivers: () => import('./receivers.page.tsx'),
    receiver: () => import('./receiver.page.tsx'),
    events: () => import('./events.page.tsx'),
  },
  commands: [
    { id: 'create', label: 'commands.create', permission: 'webhooks.manage', href: '/webhooks?create=1' },
    { id: 'receive', label: 'commands.receive', permission: 'webhooks.manage', href: '/webhooks/receivers?create=1' },
    { id: 'dead', label: 'commands.dead', permission: 'webhooks.read', href: '/webhooks/dead' },
    { id: 'events', label: 'commands.events', permission: 'webhooks.read', href: '/webhooks/events' },
  ],
});
