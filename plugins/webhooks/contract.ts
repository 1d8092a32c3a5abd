/** What the plugin promises: to its own server and web, and to plugins that require it. Nothing else of it may be imported. */
export * from './contract/paths.ts';
export * from './contract/event-patterns.ts';
export * from './contract/endpoints.ts';
export * from './contract/deliveries.ts';
export * from './contract/replays.ts';
export * from './contract/receivers.ts';
export * from './contract/receipts.ts';
export * from './contract/mapping.ts';
export * from './contract/jobs.ts';
export * from './contract/events.ts';
export * from './contract/errors.ts';
