import { z } from 'zod';
import { defineJob } from '@loctelli/core';

/** Carries out one step of one enrolment, unless it was, or the enrolment has moved on or ended. `ordinal` counts its steps; `hurried` is not held up by the window. */
export const runStep = defineJob('strategies.step', z.object({ enrolmentId: z.number().int(), ordinal: z.number().int(), hurried: z.boolean() }), {
  attempts: 12,
});
export const enrolClients = defineJob('strategies.enrol-many', z.object({ runId: z.number().int() }), { attempts: 5 });
/** Answers a client's message by itself, unless somebody did meanwhile. */
export const autoReply = defineJob('strategies.auto-reply', z.object({ conversationId: z.number().int(), sequence: z.number().int() }), {
  attempts: 3,
});
