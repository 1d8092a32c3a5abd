import { z } from 'zod';
import { id } from '@loctelli/core';
import { rule } from './conditions.ts';
import { script } from './script.ts';
import { step } from './steps.ts';

const timeOfDay = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/);
/** Days are 1 (Monday) to 7. Times are those of the client's zone; the tenant's where the client has none. */
export const sendWindow = z
  .strictObject({
    days: z.array(z.number().int().min(1).max(7)).min(1).max(7).default([1, 2, 3, 4, 5]),
    from: timeOfDay.default('09:00'),
    to: timeOfDay.default('18:00'),
    /** Days on which nothing is sent, beside the tenant's holidays. */
    holidays: z.array(z.iso.date()).max(100).default([]),
  })
  .refine(({ from, to }) => from < to, { path: ['to'], message: 'must be later than the beginning' });
export type SendWindow = z.infer<typeof sendWindow>;

/** What was declared for the outside and carries the client's id enrols clients: `client.created`, `webhook.received`, or another plugin's. */
export const enrolmentTrigger = z.strictObject({
  event: z.string().regex(/^[a-z][a-z-]*\.[a-z][a-z-]*$/),
  /** All must hold of the client. */
  when: z.array(rule).max(10).default([]),
});
export type EnrolmentTrigger = z.infer<typeof enrolmentTrigger>;

export const stopRules = z.strictObject({
  reply: z.boolean().default(true),
  booking: z.boolean().default(true),
  bounce: z.boolean().default(true),
  /** Reaching one of these stages; won and lost always end it. */
  stageIds: z.array(id).max(50).default([]),
});
export type StopRules = z.infer<typeof stopRules>;

/** What happens by itself, and when. */
export const cadence = z.strictObject({
  steps: z.array(step).max(60).default([]),
  /** Null sends at any time. */
  window: sendWindow.nullable().default({ days: [1, 2, 3, 4, 5], from: '09:00', to: '18:00', holidays: [] }),
  throttle: z
    .strictObject({
      /** Messages a day in the name of one user, and of the whole tenant, from this strategy; null without limit. Days are the tenant's. */
      perUser: z.number().int().min(1).max(100_000).nullable().default(null),
      perTenant: z.number().int().min(1).max(100_000).nullable().default(null),
    })
    .default({ perUser: null, perTenant: null }),
  stopOn: stopRules.default({ reply: true, booking: true, bounce: true, stageIds: [] }),
  triggers: z.array(enrolmentTrigger).max(10).default([]),
});
export type Cadence = z.infer<typeof cadence>;

/** How to sell to a kind of client: one text, which people follow and a machine carries out. */
export const definition = z.strictObject({ script, cadence }).meta({ id: 'StrategyDefinition' });
export type Definition = z.infer<typeof definition>;
/** As a form or a program writes it: what is left out takes its default. */
export type DefinitionInput = z.input<typeof definition>;
