/** What the plugin promises: to its own server and web, and to plugins that require it. Nothing else of it may be imported. */
export * from './contract/script.ts';
export * from './contract/conditions.ts';
export * from './contract/steps.ts';
export * from './contract/cadence.ts';
export * from './contract/strategies.ts';
export * from './contract/versions.ts';
export * from './contract/enrolments.ts';
export * from './contract/playbook.ts';
export * from './contract/suggestions.ts';
export * from './contract/simulations.ts';
export * from './contract/results.ts';
export * from './contract/opt-outs.ts';
export * from './contract/procedures.ts';
export * from './contract/jobs.ts';
export * from './contract/events.ts';
export * from './contract/errors.ts';
