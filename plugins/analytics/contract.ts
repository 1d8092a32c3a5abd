/** What the plugin promises: to its own server and web, and to plugins that require it. Nothing else of it may be imported. */
export * from './contract/ranges.ts';
export * from './contract/metrics.ts';
export * from './contract/tiles.ts';
export * from './contract/answers.ts';
export * from './contract/dashboards.ts';
export * from './contract/goals.ts';
export * from './contract/schedules.ts';
export * from './contract/shares.ts';
export * from './contract/agency.ts';
export * from './contract/errors.ts';
