import { z } from 'zod';
import { id, instant } from '@loctelli/core';
import { script } from './script.ts';

const answer = z.union([z.string().max(2_000), z.number(), z.boolean(), z.array(z.string().max(100)).max(50), z.null()]);
/** By the key of the question; null takes an answer back. */
export const playbookAnswers = z.record(z.string().max(40), answer);
export type PlaybookAnswers = z.infer<typeof playbookAnswers>;

/** A strategy's script beside one client: what was answered, and what follows from it. */
export const playbook = z
  .object({
    strategyId: z.number().int(),
    name: z.string(),
    /** The version its words are of. */
    number: z.number().int(),
    clientId: z.number().int(),
    /** Its texts with the client's facts filled in. */
    script,
    answers: playbookAnswers,
    /** Keys of questions that are required and have no answer. */
    missing: z.array(z.string()),
    disqualified: z.object({ key: z.string(), reason: z.string(), goodbye: z.string(), at: instant }).nullable(),
    enrolmentId: z.number().int().nullable(),
    version: z.number().int(),
    updatedAt: instant.nullable(),
    updatedByName: z.string().nullable(),
  })
  .meta({ id: 'StrategyPlaybook' });
export type Playbook = z.infer<typeof playbook>;
/** Strategies that can be followed with a client: those it is enrolled in first, then the ones begun, then by name. */
export const playbookChoices = z
  .object({
    items: z.array(
      z.object({
        strategyId: z.number().int(),
        name: z.string(),
        enrolled: z.boolean(),
        answered: z.number().int(),
        disqualified: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'StrategyPlaybookChoices' });
export type PlaybookChoices = z.infer<typeof playbookChoices>;
export const playbookQuery = z.strictObject({ clientId: id });
/** Keeps answers, writes those that write to the client, and judges the disqualification rules: one that holds stops its enrolment. */
export const playbookWrite = z
  .strictObject({ clientId: id, answers: playbookAnswers, version: z.number().int().min(0) })
  .meta({ id: 'StrategyPlaybookWrite' });
export type PlaybookWrite = z.infer<typeof playbookWrite>;

/** Times that are free now, of the event type that the strategy offers. */
export const offeredSlots = z
  .object({
    title: z.string(),
    url: z.string(),
    length: z.number().int(),
    zone: z.string(),
    items: z.array(z.object({ start: z.string(), end: z.string() })),
  })
  .meta({ id: 'StrategyOfferedSlots' });
export type OfferedSlots = z.infer<typeof offeredSlots>;
export const slotBooking = z.strictObject({ clientId: id, start: z.iso.datetime({ offset: true }) }).meta({ id: 'StrategySlotBooking' });
export type SlotBooking = z.infer<typeof slotBooking>;
export const slotBooked = z
  .object({ bookingId: z.number().int(), start: z.string(), manageUrl: z.string() })
  .meta({ id: 'StrategySlotBooked' });
export type SlotBooked = z.infer<typeof slotBooked>;
