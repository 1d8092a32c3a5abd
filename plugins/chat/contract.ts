/** What the plugin promises: to its own server and web, and to plugins that require it. Nothing else of it may be imported. */
export * from './contract/conversations.ts';
export * from './contract/messages.ts';
export * from './contract/bulk.ts';
export * from './contract/labels.ts';
export * from './contract/canned-replies.ts';
export * from './contract/inbox.ts';
export * from './contract/visitors.ts';
export * from './contract/inbound-mail.ts';
export * from './contract/channels.ts';
export * from './contract/procedures.ts';
export * from './contract/jobs.ts';
export * from './contract/events.ts';
export * from './contract/errors.ts';
