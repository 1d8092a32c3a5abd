import type { z } from 'zod';

/** Background work that survives restarts. */
export interface JobDefinition<T = unknown> {
  /** `<plugin>.<verb>`, such as `clients.import`. */
  readonly name: string;
  readonly data: z.ZodType<T>;
  /** How often it is tried in all before it counts as failed. */
  readonly attempts: number;
}

/** Declares a job; its data is validated when it is added and again when it runs. */
export function defineJob<S extends z.ZodType>(name: string, data: S, options: { attempts?: number } = {}): JobDefinition<z.infer<S>> {
  return { name, data, attempts: options.attempts ?? 5 } as JobDefinition<z.infer<S>>;
}
