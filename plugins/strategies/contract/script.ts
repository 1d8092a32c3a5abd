import { z } from 'zod';
import { id, line } from '@loctelli/core';
import { answerRule } from './conditions.ts';

/** Key of something within a definition: given once, kept over all versions, so that versions can be compared. */
export const key = z.string().regex(/^[a-z][a-zA-Z0-9]{0,39}$/, 'must be letters and digits, beginning with a small letter');
const text = (max: number) => z.string().trim().max(max);

export const questionKind = z.enum(['text', 'number', 'date', 'boolean', 'select', 'multiselect', 'email', 'phone', 'url', 'money']);
export type QuestionKind = z.infer<typeof questionKind>;
/** A fact of the client that an answer is written to: one of its own, or a field of the tenant's. */
export const answerTarget = z.union([
  z.enum(['name', 'email', 'phone', 'company', 'position', 'zone', 'source', 'value']),
  z.templateLiteral(['custom:', z.string().regex(/^[a-zA-Z][a-zA-Z0-9]{0,39}$/)]),
]);
export type AnswerTarget = z.infer<typeof answerTarget>;

/** What is asked to learn whether, and how, a client can be helped. */
export const qualificationQuestion = z.strictObject({
  key,
  label: line(300),
  /** Why it is asked, for whoever asks. */
  hint: text(500).default(''),
  kind: questionKind.default('text'),
  required: z.boolean().default(false),
  /** What a select offers. */
  options: z.array(line(100)).max(50).default([]),
  /** Where the answer is written to on the client, beside being kept here. */
  writesTo: answerTarget.nullable().default(null),
});
export type QualificationQuestion = z.infer<typeof qualificationQuestion>;

/** When a client is not one: any rule that holds ends the conversation kindly. */
export const disqualificationRule = z.strictObject({
  key,
  reason: line(300),
  /** All must hold. */
  when: z.array(answerRule).min(1).max(10),
  /** Words that end the conversation. */
  goodbye: text(2_000).default(''),
});
export type DisqualificationRule = z.infer<typeof disqualificationRule>;

export const objection = z.strictObject({ key, objection: line(300), answer: text(5_000) });
export type Objection = z.infer<typeof objection>;

export const tone = z.enum(['friendly', 'professional', 'casual', 'formal', 'enthusiastic', 'empathetic']);
export type Tone = z.infer<typeof tone>;

/** Who speaks, and how: read by people from the playbook and by the machine that suggests replies. */
export const script = z.strictObject({
  persona: z.strictObject({ name: text(80), role: text(120) }).default({ name: '', role: '' }),
  /** What the company is and does. */
  background: text(10_000).default(''),
  tone: tone.default('friendly'),
  communicationStyle: text(2_000).default(''),
  opening: text(5_000).default(''),
  questions: z.array(qualificationQuestion).max(40).default([]),
  disqualifications: z.array(disqualificationRule).max(20).default([]),
  objections: z.array(objection).max(60).default([]),
  closing: text(5_000).default(''),
  booking: z
    .strictObject({
      /** What of the bookings plugin is offered. */
      eventTypeId: id.nullable().default(null),
      instructions: text(2_000).default(''),
    })
    .default({ eventTypeId: null, instructions: '' }),
  /** How answers are to be written, such as "two sentences at most". */
  guidelines: text(5_000).default(''),
  /** What must never be said or done. */
  prohibited: z.array(line(300)).max(40).default([]),
  /** Seconds before a reply that goes out by itself: one is chosen between the two. */
  replyDelay: z
    .strictObject({ min: z.number().int().min(0).max(86_400).default(20), max: z.number().int().min(0).max(86_400).default(90) })
    .refine(({ min, max }) => min <= max, { path: ['max'], message: 'must not be shorter than the shortest delay' })
    .default({ min: 20, max: 90 }),
});
export type Script = z.infer<typeof script>;
