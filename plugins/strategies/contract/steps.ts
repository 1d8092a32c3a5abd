import { z } from 'zod';
import { line } from '@loctelli/core';
import { rule } from './conditions.ts';

/** Id of a step: given once and kept over all versions. */
export const stepId = z.string().regex(/^[a-z0-9]{1,20}$/);
const text = (max: number) => z.string().trim().max(max);
/** Which steps a jump leads to: the next one, the end, or one that stands further down. Never one above, so that no cadence runs in circles. */
export const destination = z.union([z.enum(['next', 'end']), stepId]);
export type Destination = z.infer<typeof destination>;

/** One wording of a step; several are tried against each other, each as often as its weight says. Liquid, as in canned replies. */
export const variant = z.strictObject({
  id: z.string().regex(/^[a-z0-9]{1,10}$/),
  name: text(60).default(''),
  weight: z.number().int().min(0).max(100).default(1),
  /** Of e-mails. */
  subject: text(200).default(''),
  body: text(20_000),
});
export type Variant = z.infer<typeof variant>;
const variants = z.array(variant).min(1).max(5);
const shared = { id: stepId, name: text(120).default('') };

export const waitUnit = z.enum(['minutes', 'hours', 'days', 'workdays']);
export const step = z.discriminatedUnion('kind', [
  /** A message in the conversation that is open, on whatever channel it is; else as a new mail. */
  z.strictObject({ ...shared, kind: z.literal('message'), channel: z.enum(['any', 'web', 'email']).default('any'), variants }),
  /** A mail, with a link to be written to no more. */
  z.strictObject({ ...shared, kind: z.literal('email'), variants }),
  /** A task to call the client, for whoever the enrolment belongs to. `waits` holds the cadence until it is done. */
  z.strictObject({
    ...shared,
    kind: z.literal('call'),
    title: line(200),
    body: text(5_000).default(''),
    dueInHours: z.number().int().min(0).max(8_760).default(4),
    waits: z.boolean().default(false),
  }),
  z.strictObject({
    ...shared,
    kind: z.literal('task'),
    title: line(200),
    body: text(5_000).default(''),
    dueInHours: z.number().int().min(0).max(8_760).default(24),
    waits: z.boolean().default(false),
  }),
  /** `at` is a time of day in the client's zone: the first one after the wait. */
  z.strictObject({
    ...shared,
    kind: z.literal('wait'),
    amount: z.number().int().min(0).max(10_000),
    unit: waitUnit,
    at: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
      .nullable()
      .default(null),
  }),
  /** Goes one way when all rules hold, and the other way when one does not. */
  z.strictObject({
    ...shared,
    kind: z.literal('condition'),
    when: z.array(rule).min(1).max(10),
    then: destination.default('next'),
    otherwise: destination.default('end'),
  }),
  /** Goes the first way whose rules all hold. */
  z.strictObject({
    ...shared,
    kind: z.literal('branch'),
    ways: z
      .array(z.strictObject({ name: line(60), when: z.array(rule).min(1).max(10), goTo: destination }))
      .min(1)
      .max(8),
    otherwise: destination.default('next'),
  }),
]);
export type Step = z.infer<typeof step>;
export type StepKind = Step['kind'];
/** Steps that write to the client: they keep to send windows and throttles, and may have variants. */
export const writingKinds = ['message', 'email'] as const satisfies StepKind[];
export type WritingStep = Extract<Step, { kind: (typeof writingKinds)[number] }>;
