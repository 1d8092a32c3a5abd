/**
 * The part of the kernel that runs anywhere: in Nest, in Next, in a plugin's contract, in a test. It imports zod and nothing else.
 */
export * from './fields.ts';
export * from './page.ts';
export * from './problem.ts';
export * from './event.ts';
export * from './event-log.ts';
export * from './job.ts';
export * from './metric.ts';
export * from './procedure.ts';
export * from './permission.ts';
export * from './brand.ts';
export * from './tenant.ts';
export * from './manifest.ts';
export * from './identity.ts';
export * from './plugin-settings.ts';
export * from './role.ts';
export * from './factors.ts';
export * from './kernel-problems.ts';
export * from './kernel-events.ts';
export * from './preferences.ts';
export * from './notifications.ts';
export * from './background-jobs.ts';
export * from './views.ts';
export * from './timeline.ts';
