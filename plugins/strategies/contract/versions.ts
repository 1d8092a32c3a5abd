import { z } from 'zod';
import { id, instant, version } from '@loctelli/core';
import { definition } from './cadence.ts';

export const strategyVersion = z
  .object({
    id: z.number().int(),
    number: z.number().int(),
    note: z.string().nullable(),
    publishedById: z.number().int().nullable(),
    publishedByName: z.string().nullable(),
    publishedAt: instant,
    /** Enrolments that follow it. */
    live: z.number().int(),
    current: z.boolean(),
  })
  .meta({ id: 'StrategyVersion' });
export type StrategyVersion = z.infer<typeof strategyVersion>;
/** Newest first. */
export const strategyVersionList = z.object({ items: z.array(strategyVersion) }).meta({ id: 'StrategyVersionList' });
export const strategyVersionFull = strategyVersion.extend({ definition }).meta({ id: 'StrategyVersionFull' });
export type StrategyVersionFull = z.infer<typeof strategyVersionFull>;
/** Publishes the draft as it stands at this version of the row. */
export const publish = z
  .strictObject({ version, note: z.string().trim().max(500).nullable().default(null), moveLive: z.boolean().default(false) })
  .meta({ id: 'StrategyPublish' });
export type Publish = z.infer<typeof publish>;
/** Publishes what an older version says, as a new one; the draft becomes the same. */
export const rollBack = z.strictObject({ version, number: id }).meta({ id: 'StrategyRollBack' });
export type RollBack = z.infer<typeof rollBack>;

/**
 * One place where two definitions differ. Things with keys and ids are compared by those, so that one that only moved is `moved`: `before` and `after`
 * are its places then, counted from 0.
 */
export const difference = z.object({
  /** Such as `script.persona.name`, `script.objections[price].answer` or `cadence.steps[s3].variants[a].body`. */
  path: z.string(),
  kind: z.enum(['added', 'removed', 'changed', 'moved']),
  before: z.json().nullable(),
  after: z.json().nullable(),
});
export type Difference = z.infer<typeof difference>;
/** A number of a version, or `draft`. */
export const diffQuery = z.strictObject({ from: z.union([z.literal('draft'), id]), to: z.union([z.literal('draft'), id]) });
export type DiffQuery = z.infer<typeof diffQuery>;
export const strategyDiff = z.object({ from: z.string(), to: z.string(), items: z.array(difference) }).meta({ id: 'StrategyDiff' });
export type StrategyDiff = z.infer<typeof strategyDiff>;
