import { z } from 'zod';
import { clientFilter } from '../../clients/contract.ts';
import { id, instant, pageOf, pageQuery, version } from '@loctelli/core';

/** `held` waits for a strategy that is paused, or was itself put on hold. */
export const enrolmentStatus = z.enum(['active', 'held', 'completed', 'stopped', 'failed']);
export type EnrolmentStatus = z.infer<typeof enrolmentStatus>;
/** Words: `strategies.stops.<reason>`. */
export const stopReason = z.enum([
  'reply',
  'booking',
  'bounce',
  'stage',
  'won',
  'lost',
  'unsubscribed',
  'disqualified',
  'by-hand',
  'client-gone',
  'archived',
  'unreachable',
  'undone',
]);
export type StopReason = z.infer<typeof stopReason>;
export const enrolmentSource = z.enum(['hand', 'bulk', 'event']);
export type EnrolmentSource = z.infer<typeof enrolmentSource>;

export const stepRun = z
  .object({
    id: z.number().int(),
    stepId: z.string(),
    kind: z.string(),
    name: z.string(),
    variant: z.string().nullable(),
    status: z.enum(['done', 'skipped', 'failed', 'waiting']),
    /** What it did: words `strategies.done.<what>`. */
    what: z.string(),
    /** What was written, or the step the cadence went to. */
    text: z.string().nullable(),
    href: z.string().nullable(),
    error: z.string().nullable(),
    dueAt: instant,
    doneAt: instant.nullable(),
    replied: z.boolean(),
  })
  .meta({ id: 'StrategyStepRun' });
export type StepRun = z.infer<typeof stepRun>;

export const enrolment = z
  .object({
    id: z.number().int(),
    strategyId: z.number().int(),
    strategyName: z.string(),
    /** The version it follows. */
    number: z.number().int(),
    clientId: z.number().int(),
    clientName: z.string(),
    /** In whose name it writes. */
    ownerId: z.number().int(),
    ownerName: z.string(),
    status: enrolmentStatus,
    source: enrolmentSource,
    /** What event or bulk run it came from. */
    cause: z.string().nullable(),
    stopReason: stopReason.nullable(),
    /** Where the reason can be seen, such as the message. */
    stopHref: z.string().nullable(),
    stepCount: z.number().int(),
    /** The step that comes next: its id, its place, kind and name. */
    next: z.object({ stepId: z.string(), index: z.number().int(), kind: z.string(), name: z.string() }).nullable(),
    nextAt: instant.nullable(),
    /** Why `nextAt` is later than the step's own time: words `strategies.delays.<what>`. */
    delay: z.enum(['window', 'holiday', 'user-throttle', 'tenant-throttle', 'task', 'retry']).nullable(),
    repliedAt: instant.nullable(),
    bookedAt: instant.nullable(),
    wonAt: instant.nullable(),
    createdAt: instant,
    endedAt: instant.nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'StrategyEnrolment' });
export type Enrolment = z.infer<typeof enrolment>;
export const enrolmentPage = pageOf(enrolment, 'StrategyEnrolmentPage');
/** Newest first. */
export const enrolmentQuery = pageQuery.extend({
  strategyId: id.optional(),
  clientId: id.optional(),
  status: enrolmentStatus.optional(),
  stopReason: stopReason.optional(),
  number: id.optional(),
  ownerId: id.optional(),
  /** At or after, and before. */
  createdAfter: z.iso.datetime({ offset: true }).optional(),
  createdBefore: z.iso.datetime({ offset: true }).optional(),
});
export type EnrolmentQuery = z.infer<typeof enrolmentQuery>;
export const enrolmentFull = enrolment.extend({ runs: z.array(stepRun) }).meta({ id: 'StrategyEnrolmentFull' });
export type EnrolmentFull = z.infer<typeof enrolmentFull>;

/** Begins with the version that is published. Throws where the client is in it already, wants no mail, or the strategy runs nothing. */
export const enrol = z.strictObject({ strategyId: id, clientId: id, ownerId: id.optional() }).meta({ id: 'StrategyEnrol' });
export type Enrol = z.infer<typeof enrol>;
/** Many at once, as a job: clients by id, or every one a filter (such as a saved view's) finds. Those that cannot be are counted as skipped. */
export const enrolMany = z
  .strictObject({
    strategyId: id,
    ownerId: id.optional(),
    target: z.union([z.strictObject({ ids: z.array(id).min(1).max(10_000) }), z.strictObject({ filter: clientFilter })]),
  })
  .meta({ id: 'StrategyEnrolMany' });
export type EnrolMany = z.infer<typeof enrolMany>;
export type EnrolManyInput = z.input<typeof enrolMany>;
export const enrolRun = z
  .object({
    id: z.number().int(),
    strategyId: z.number().int(),
    total: z.number().int(),
    enrolled: z.number().int(),
    skipped: z.number().int(),
    progressId: z.number().int().nullable(),
    finishedAt: instant.nullable(),
    undoneAt: instant.nullable(),
  })
  .meta({ id: 'StrategyEnrolRun' });
export type EnrolRun = z.infer<typeof enrolRun>;
/** `stop` ends it; `hold` and `resume` pause it; `move` makes it follow the version that is published, at the step with the same id, or the end. */
export const enrolmentAct = z
  .strictObject({ version, act: z.enum(['stop', 'hold', 'resume', 'move', 'send-now']) })
  .meta({ id: 'StrategyEnrolmentAct' });
export type EnrolmentAct = z.infer<typeof enrolmentAct>;
