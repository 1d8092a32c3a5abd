import { definePluginWeb } from '@loctelli/core/web';

export default definePluginWeb({
  publicPages: {
    book: () => import('./public/event-types.page.tsx'),
    'book-type': () => import('./public/event-type.page.tsx'),
    manage: () => import('./public/manage.page.tsx'),
  },
});
