import { z } from 'zod';
import { instant } from './fields.ts';

/** Query of the event log: what came after a cursor, of all types or some (a comma-separated list). Without a cursor, from the oldest that is kept. */
export const eventLogQuery = z.strictObject({
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  types: z.string().max(2_000).optional(),
  /** Only what occurred at or after, and before. */
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
});
export type EventLogQuery = z.infer<typeof eventLogQuery>;

/** An event as it is handed to the outside: `id` is the same on every way it takes. */
export const loggedEvent = z
  .object({ id: z.string(), type: z.string(), occurredAt: instant, actorId: z.number().int().nullable(), data: z.unknown() })
  .meta({ id: 'LoggedEvent' });
export type LoggedEvent = z.infer<typeof loggedEvent>;

/** `cursor` is what to ask `after` the next time, also where nothing came; `more` whether there is something already. */
export const eventLogPage = z.object({ items: z.array(loggedEvent), cursor: z.string().nullable(), more: z.boolean() }).meta({ id: 'EventLogPage' });
export type EventLogPage = z.infer<typeof eventLogPage>;

/** What kinds of events there are, with the form of their data as JSON Schema (2020-12) and an example of it. */
export const eventType = z.object({ name: z.string(), pluginId: z.string(), schema: z.record(z.string(), z.unknown()), example: z.unknown() }).meta({ id: 'EventType' });
export type EventType = z.infer<typeof eventType>;
export const eventTypeList = z.object({ items: z.array(eventType) }).meta({ id: 'EventTypeList' });
