import { z } from 'zod';
import { id, instant, line, pageOf, pageQuery, version } from '@loctelli/core';
import { definition } from './cadence.ts';

/** Who sees it beside its owner: nobody, the owner's team, everybody of the tenant, or, of an agency's, its tenants too, as a template. */
export const sharing = z.enum(['private', 'team', 'tenant', 'template']);
export type Sharing = z.infer<typeof sharing>;
/** `draft` was never published; `paused` runs nothing; `archived` is out of the way and can be brought back. */
export const strategyStatus = z.enum(['draft', 'active', 'paused', 'archived']);
export type StrategyStatus = z.infer<typeof strategyStatus>;

const facts = {
  name: line(120),
  /** One word to find it by, such as `roof-repair`. */
  tag: z.string().trim().max(40).nullable(),
  industry: z.string().trim().max(80).nullable(),
  description: z.string().trim().max(2_000).nullable(),
  sharing,
};
const counts = {
  enrolled: z.number().int(),
  live: z.number().int(),
  replied: z.number().int(),
  booked: z.number().int(),
  won: z.number().int(),
};
export const strategySummary = z
  .object({
    id: z.number().int(),
    ...facts,
    name: z.string(),
    status: strategyStatus,
    ownerId: z.number().int(),
    ownerName: z.string(),
    teamId: z.number().int().nullable(),
    /** Number of the version that is published; null when none is. */
    publishedVersion: z.number().int().nullable(),
    /** Whether the draft says something else than what is published. */
    changed: z.boolean(),
    stepCount: z.number().int(),
    /** What became of whom it was carried out on. */
    results: z.object(counts),
    /** Whether the caller may edit it. */
    editable: z.boolean(),
    /** The agency's template it was made from, and whether that has moved on since. */
    template: z.object({ templateId: z.number().int(), version: z.number().int(), latest: z.number().int().nullable() }).nullable(),
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: 'StrategySummary' });
export type StrategySummary = z.infer<typeof strategySummary>;
export const strategyPage = pageOf(strategySummary, 'StrategyPage');
/** Sorted by name. */
export const strategyQuery = pageQuery.extend({
  search: z.string().trim().max(100).optional(),
  status: strategyStatus.optional(),
  ownerId: id.optional(),
  tag: z.string().max(40).optional(),
});
export type StrategyQuery = z.infer<typeof strategyQuery>;

/** What keeps a draft from being published, by its place in the definition. */
export const draftFault = z.object({
  /** Such as `cadence.steps.2.variants.0.body`. */
  path: z.string(),
  /** Words: `strategies.faults.<code>`. */
  code: z.enum([
    'no-content',
    'text-missing',
    'subject-missing',
    'weights-zero',
    'unknown-destination',
    'backward-destination',
    'unknown-question',
    'unknown-field',
    'unknown-stage',
    'unknown-event-type',
    'unknown-event',
    'wrong-template',
    'wrong-rule',
    'duplicate-key',
    'no-options',
  ]),
});
export type DraftFault = z.infer<typeof draftFault>;

export const strategy = strategySummary
  .extend({ draft: definition, faults: z.array(draftFault), version: z.number().int() })
  .meta({ id: 'Strategy' });
export type Strategy = z.infer<typeof strategy>;
const writable = z
  .object({ tag: facts.tag, industry: facts.industry, description: facts.description, sharing, draft: definition, teamId: id.nullable() })
  .partial().shape;
/** Private and empty unless told. */
export const strategyCreate = z.strictObject({ name: line(120), ...writable }).meta({ id: 'StrategyCreate' });
export type StrategyCreate = z.infer<typeof strategyCreate>;
export type StrategyCreateInput = z.input<typeof strategyCreate>;
/** Saves the draft whatever its faults; only publishing asks for none. */
export const strategyUpdate = z
  .strictObject({ version, name: line(120).optional(), ownerId: id.optional(), ...writable })
  .meta({ id: 'StrategyUpdate' });
export type StrategyUpdate = z.infer<typeof strategyUpdate>;
export type StrategyUpdateInput = z.input<typeof strategyUpdate>;
/** Pauses, goes on, archives, or brings back. Paused, nothing is sent and nobody enrolled by events; enrolments wait. Archiving stops them. */
export const strategyState = z.strictObject({ version, status: z.enum(['active', 'paused', 'archived']) }).meta({ id: 'StrategyState' });
export type StrategyState = z.infer<typeof strategyState>;

/** A template the agency offers, as its tenants see it. */
export const strategyTemplate = z
  .object({
    templateId: z.number().int(),
    agency: z.string(),
    name: z.string(),
    tag: z.string().nullable(),
    industry: z.string().nullable(),
    description: z.string().nullable(),
    version: z.number().int(),
    stepCount: z.number().int(),
    definition,
    /** The strategy made from it here. */
    usedAs: z.number().int().nullable(),
  })
  .meta({ id: 'StrategyTemplate' });
export type StrategyTemplate = z.infer<typeof strategyTemplate>;
export const strategyTemplateList = z.object({ items: z.array(strategyTemplate) }).meta({ id: 'StrategyTemplateList' });
/** Brings what the template says now into the draft, with the event type and the stages that are set here. */
export const takeTemplate = z.strictObject({ version }).meta({ id: 'StrategyTakeTemplate' });
export type TakeTemplate = z.infer<typeof takeTemplate>;

/** Events that may enrol: those declared for the outside that carry a client. */
export const triggerChoices = z
  .object({ items: z.array(z.object({ event: z.string(), plugin: z.string() })) })
  .meta({ id: 'StrategyTriggerChoices' });
