import { definePluginWeb } from '@loctelli/core/web';

export default definePluginWeb({
  pages: {
    list: () => import('./strategies.page.tsx'),
    editor: () => import('./editor.page.tsx'),
    versions: () => import('./versions.page.tsx'),
  },
  commands: [{ id: 'create', label: 'commands.create', permission: 'strategies.create', href: '/strategies?create=1' }],
});
