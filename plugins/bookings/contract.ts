/** What the plugin promises: to its own server and web, and to plugins that require it. Nothing else of it may be imported. */
export * from './contract/event-types.ts';
export * from './contract/schedules.ts';
export * from './contract/slots.ts';
export * from './contract/bookings.ts';
export * from './contract/public.ts';
export * from './contract/procedures.ts';
export * from './contract/events.ts';
export * from './contract/errors.ts';
