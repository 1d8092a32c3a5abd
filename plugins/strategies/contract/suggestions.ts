import { z } from 'zod';
import { id, instant } from '@loctelli/core';

/** Why there is no suggestion: words `strategies.quiet.<reason>`. */
export const quietReason = z.enum(['off', 'no-strategy', 'timeout', 'unreachable', 'refused', 'empty', 'slot-gone', 'limit', 'prohibited']);
export type QuietReason = z.infer<typeof quietReason>;
export const suggestion = z
  .object({
    id: z.number().int(),
    conversationId: z.number().int(),
    strategyId: z.number().int(),
    /** The message it answers. */
    sequence: z.number().int(),
    text: z.string(),
    /** Times it offers, each of which was free when it was made. */
    slots: z.array(z.object({ start: z.string(), text: z.string() })),
    status: z.enum(['offered', 'sent', 'edited', 'dismissed']),
    automatic: z.boolean(),
    createdAt: instant,
  })
  .meta({ id: 'StrategySuggestion' });
export type Suggestion = z.infer<typeof suggestion>;
/** `strategyId` unless the client is enrolled in one, or a playbook was begun. */
export const suggestionQuery = z.strictObject({ strategyId: id.optional() });
/**
 * Messages of the stream of server-sent events: `text` `{ text }` appends, `done` with a Suggestion ends it, and so does `quiet` `{ reason }` when
 * nothing can be suggested.
 */
export const suggestionEvents = ['text', 'done', 'quiet'] as const;
/** Whether suggestions can be asked for, of this tenant and caller. */
export const suggestionState = z
  .object({ on: z.boolean(), autoReply: z.boolean(), model: z.string().nullable() })
  .meta({ id: 'StrategySuggestionState' });
export type SuggestionState = z.infer<typeof suggestionState>;
/** Sends it, or what a person made of it. Times that are no longer free refuse it with strategies.slot-gone. The same key is the same message. */
export const suggestionSend = z
  .strictObject({ text: z.string().trim().min(1).max(20_000), key: z.uuid() })
  .meta({ id: 'StrategySuggestionSend' });
export type SuggestionSend = z.infer<typeof suggestionSend>;
export const suggestionSent = z
  .object({ suggestion, messageId: z.number().int(), sequence: z.number().int() })
  .meta({ id: 'StrategySuggestionSent' });
export type SuggestionSent = z.infer<typeof suggestionSent>;
/** Asks the endpoint one short question, as an administrator does after setting it up. */
export const endpointTest = z
  .object({
    ok: z.boolean(),
    reason: quietReason.nullable(),
    status: z.number().int().nullable(),
    milliseconds: z.number().int(),
    text: z.string().nullable(),
  })
  .meta({ id: 'StrategyEndpointTest' });
export type EndpointTest = z.infer<typeof endpointTest>;
