import { z } from 'zod';
import { id, instant, line, version } from '@loctelli/core';
import { client, clientFilter } from './clients.ts';

export const stageKind = z.enum(['open', 'won', 'lost']);
export type StageKind = z.infer<typeof stageKind>;
export const stage = z
  .object({
    id: z.number().int(),
    pipelineId: z.number().int(),
    name: z.string(),
    kind: stageKind,
    position: z.number().int(),
    /** Days after which a client that stands here counts as stuck; null never. */
    stuckAfterDays: z.number().int().nullable(),
    /** How likely a deal is from here, in percent. */
    probability: z.number().int(),
  })
  .meta({ id: 'Stage' });
export type Stage = z.infer<typeof stage>;
export const pipeline = z
  .object({
    id: z.number().int(),
    name: z.string(),
    position: z.number().int(),
    /** The one new clients enter. */
    isDefault: z.boolean(),
    archivedAt: instant.nullable(),
    version: z.number().int(),
    stages: z.array(stage),
  })
  .meta({ id: 'Pipeline' });
export type Pipeline = z.infer<typeof pipeline>;
export const pipelineList = z.object({ items: z.array(pipeline) }).meta({ id: 'PipelineList' });

const stageWrite = z.strictObject({
  /** Absent for a new stage. */
  id: id.optional(),
  name: line(60),
  kind: stageKind,
  stuckAfterDays: z.number().int().min(1).max(3650).nullable().default(null),
  probability: z.number().int().min(0).max(100).default(0),
});
const stages = z.array(stageWrite).min(1).max(30);
export const pipelineCreate = z.strictObject({ name: line(60), stages }).meta({ id: 'PipelineCreate' });
export type PipelineCreate = z.infer<typeof pipelineCreate>;
/** `stages` is the whole new row of stages, in order; `moves` says where the clients of a stage that is left out go (its id → another's). */
export const pipelineUpdate = z
  .strictObject({
    version,
    name: line(60).optional(),
    isDefault: z.literal(true).optional(),
    archived: z.boolean().optional(),
    stages: stages.optional(),
    moves: z.record(z.string().regex(/^\d+$/), id).optional(),
  })
  .meta({ id: 'PipelineUpdate' });
export type PipelineUpdate = z.infer<typeof pipelineUpdate>;

export const lostReason = z
  .object({ id: z.number().int(), label: z.string(), position: z.number().int(), archivedAt: instant.nullable(), version: z.number().int() })
  .meta({ id: 'LostReason' });
export type LostReason = z.infer<typeof lostReason>;
export const lostReasonList = z.object({ items: z.array(lostReason) }).meta({ id: 'LostReasonList' });
export const lostReasonCreate = z.strictObject({ label: line(80) }).meta({ id: 'LostReasonCreate' });
export const lostReasonUpdate = z
  .strictObject({ version, label: line(80).optional(), position: z.number().int().min(0).max(1000).optional(), archived: z.boolean().optional() })
  .meta({ id: 'LostReasonUpdate' });
export type LostReasonUpdate = z.infer<typeof lostReasonUpdate>;

/** The list's filter, over one pipeline; without one, the default. */
export const boardQuery = clientFilter.omit({ stageId: true, sort: true, direction: true, deleted: true }).extend({
  /** Cards each column begins with; 0 for the figures alone. */
  cards: z.coerce.number().int().min(0).max(50).default(25),
});
export type BoardQuery = z.infer<typeof boardQuery>;
/** One column per stage. More cards of a column: the list with its `stageId`, `sort=stageSince` and the column's cursor. */
export const board = z
  .object({
    pipelineId: z.number().int(),
    columns: z.array(
      z.object({
        stageId: z.number().int(),
        count: z.number().int(),
        /** Whether `count` is exact; beyond 10,000 it is not. */
        exact: z.boolean(),
        /** How many stand here longer than the stage allows. */
        stuck: z.number().int(),
        /** Sum of the values, per currency, and weighted by the stage's probability. */
        sums: z.array(z.object({ currency: z.string(), value: z.number(), weighted: z.number() })),
        items: z.array(client),
        nextCursor: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'ClientBoard' });
export type ClientBoard = z.infer<typeof board>;
