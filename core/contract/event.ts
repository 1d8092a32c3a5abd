import type { z } from 'zod';

/** A fact that other plugins, webhooks and screens may learn of. */
export interface EventDefinition<T = unknown> {
  /** `<noun>.<past participle>`, such as `client.created`. */
  readonly name: string;
  readonly payload: z.ZodType<T>;
  /** Whether open browsers of the tenant hear of it on the live channel as well. */
  readonly live: boolean;
  /** The permission a listening user must hold to receive it live; required when `live`. */
  readonly permission?: string;
}

/** Declares an event in a plugin's contract. The payload is validated when it is emitted. */
export function defineEvent<S extends z.ZodType>(
  name: string,
  payload: S,
  options: { live?: boolean; permission?: string } = {},
): EventDefinition<z.infer<S>> {
  return { name, payload, live: options.live ?? false, permission: options.permission } as EventDefinition<z.infer<S>>;
}

/** An event as it was stored: `id` is stable over every delivery attempt, so a consumer can drop what it has seen. */
export interface EmittedEvent<T = unknown> {
  id: string;
  name: string;
  tenantId: number;
  payload: T;
  /** ISO 8601, UTC: when the unit of work that emitted it ran. */
  occurredAt: string;
  /** User who caused it, null for the system. */
  actorId: number | null;
}
