import { definePluginWeb } from '@loctelli/core/web';

export default definePluginWeb({
  pages: {
    inbox: () => import('./inbox.page.tsx'),
    conversation: () => import('./inbox.page.tsx'),
    canned: () => import('./canned-replies.page.tsx'),
    labels: () => import('./labels.page.tsx'),
    widget: () => import('./widget-set-up.page.tsx'),
    email: () => import('./email-set-up.page.tsx'),
  },
  widgets: {
    open: () => import('./open.widget.tsx'),
    'first-reply': () => import('./first-reply.widget.tsx'),
    waiting: () => import('./waiting.widget.tsx'),
  },
  slots: {
    conversations: () => import('./client-conversations.tsx'),
  },
  badges: {
    inbox: () => import('./unread.badge.tsx'),
  },
  search: () => import('./search.ts'),
  commands: [
    { id: 'mine', label: 'commands.mine', permission: 'chat.read', href: '/chat?tab=mine' },
    { id: 'unassigned', label: 'commands.unassigned', permission: 'chat.read', href: '/chat?tab=unassigned' },
    { id: 'start', label: 'commands.start', permission: 'chat.reply', href: '/chat?start=1' },
    { id: 'canned', label: 'commands.canned', permission: 'chat.reply', href: '/chat/canned-replies' },
    { id: 'widget', label: 'commands.widget', permission: 'plugins.update', href: '/chat/widget' },
  ],
});
