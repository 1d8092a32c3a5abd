import { definePluginWeb } from '@loctelli/core/web';

export default definePluginWeb({
  publicPages: {
    book: () => import('./public/event-types.page.tsx'),
    'book-type': () => import('./public/event-type.page.tsx'),
    manage: () => import('./public/manage.page.tsx'),
  },
  pages: {
    calendar: () => import('./bookings.page.tsx'),
    'event-types': () => import('./event-types.page.tsx'),
    'event-type': () => import('./event-type.page.tsx'),
    availability: () => import('./availability.page.tsx'),
  },
  widgets: {
    today: () => import('./today.widget.tsx'),
    next: () => import('./next.widget.tsx'),
    'no-shows': () => import('./no-shows.widget.tsx'),
  },
  slots: { client: () => import('./client-bookings.tsx') },
  badges: { calendar: () => import('./pending.badge.tsx') },
  search: () => import('./search.ts'),
  commands: [
    { id: 'create', label: 'commands.create', permission: 'bookings.create', href: '/bookings?create=1' },
    { id: 'why', label: 'commands.why', permission: 'bookings.read', href: '/bookings?why=1' },
    { id: 'feed', label: 'commands.feed', permission: 'bookings.read', href: '/bookings?feed=1' },
    { id: 'event-types', label: 'commands.eventTypes', permission: 'bookings.read', href: '/bookings/event-types' },
    { id: 'create-event-type', label: 'commands.createEventType', permission: 'bookings.configure', href: '/bookings/event-types/new' },
    { id: 'availability', label: 'commands.availability', permission: 'bookings.read', href: '/bookings/availability' },
  ],
});
