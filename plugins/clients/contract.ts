/** What the plugin promises: to its own server and web, and to plugins that require it. Nothing else of it may be imported. */
export * from './contract/clients.ts';
export * from './contract/fields.ts';
export * from './contract/notes.ts';
export * from './contract/pipelines.ts';
export * from './contract/procedures.ts';
export * from './contract/tasks.ts';
export * from './contract/files.ts';
export * from './contract/bulk.ts';
export * from './contract/duplicates.ts';
export * from './contract/erasure.ts';
export * from './contract/imports.ts';
export * from './contract/events.ts';
export * from './contract/errors.ts';
