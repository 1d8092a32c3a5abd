import { z } from 'zod';

/** One entry of an error catalogue: the HTTP status it answers with and an English sentence a person can act on. */
export interface ProblemDefinition {
  /** Stable code, `<plugin>.<what>`; it is also the translation key `<plugin>.errors.<what>`. */
  code: string;
  status: number;
  /** May hold `{name}` placeholders, filled from the `params` given where it is thrown. */
  detail: string;
}

/**
 * Declares the errors of one plugin (or of the kernel). The result is used as `throw problem(clientErrors.notFound)`.
 * @param plugin id that every code starts with
 */
export function defineErrors<K extends string>(
  plugin: string,
  entries: Record<K, { status: number; detail: string }>,
): Record<K, ProblemDefinition> {
  const named = Object.entries(entries) as [K, { status: number; detail: string }][];
  return Object.fromEntries(named.map(([key, entry]) => [key, { code: `${plugin}.${kebab(key)}`, ...entry }])) as Record<K, ProblemDefinition>;
}

/** RFC 9457 problem document, as every failing route answers it (`application/problem+json`). */
export const problemDocument = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    code: z.string(),
    instance: z.string().optional(),
    requestId: z.string().optional(),
    /** Values that the translated sentence of this code uses. */
    params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    /** Where the input was wrong: JSON pointer-like path (`customFields.size`) and what is wrong there. */
    errors: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Problem' });
export type ProblemDocument = z.infer<typeof problemDocument>;

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
