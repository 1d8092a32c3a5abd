import { definePluginWeb } from '@loctelli/core/web';

export default definePluginWeb({
  pages: {
    list: () => import('./strategies.page.tsx'),
    'all-enrolments': () => import('./all-enrolments.page.tsx'),
    'opt-outs': () => import('./opt-outs.page.tsx'),
    editor: () => import('./editor.page.tsx'),
    enrolments: () => import('./enrolments.page.tsx'),
    results: () => import('./results.page.tsx'),
    versions: () => import('./versions.page.tsx'),
    simulator: () => import('./simulator.page.tsx'),
    suggestions: () => import('./suggestions.page.tsx'),
  },
  publicPages: { unsubscribe: () => import('./public/unsubscribe.page.tsx') },
  widgets: { running: () => import('./running.widget.tsx') },
  slots: {
    client: () => import('./client-strategies.tsx'),
    bulk: () => import('./bulk-enrol.tsx'),
    'client-playbook': () => import('./client-playbook.tsx'),
    'conversation-playbook': () => import('./conversation-playbook.tsx'),
    'suggest-reply': () => import('./suggest-reply.tsx'),
  },
  commands: [
    { id: 'create', label: 'commands.create', permission: 'strategies.create', href: '/strategies?create=1' },
    { id: 'enrol', label: 'commands.enrol', permission: 'strategies.enrol', href: '/strategies/enrolments?enrol=1' },
    { id: 'enrolments', label: 'commands.enrolments', permission: 'strategies.enrolments', href: '/strategies/enrolments' },
    { id: 'opt-outs', label: 'commands.optOuts', permission: 'strategies.enrolments', href: '/strategies/opt-outs' },
  ],
});
