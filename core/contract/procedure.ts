import type { z } from 'zod';

/** Something a plugin does for others when they ask: what is given, and what is answered. */
export interface ProcedureDefinition<I = unknown, O = unknown> {
  /** `<plugin>.<verb>`, such as `clients.find-or-create`. */
  readonly name: string;
  readonly input: z.ZodType<I>;
  readonly output: z.ZodType<O>;
  /** Whether tenants below may ask it of an agency: what it answers is meant for them. */
  readonly fromBelow: boolean;
  /** Whether every plugin that knows something answers it, and not the one that declares it. */
  readonly ofMany: boolean;
}

/**
 * Declares a procedure in a plugin's contract. Its server marks the method with `@Implements`; a plugin that names this one in `requires`
 * calls it through `Procedures`. It runs in the caller's tenant, context and unit of work; who may is the caller's business.
 * With `fromBelow`, an agency's tenants may ask it of the agency too (`Procedures.above`): nobody is signed in there then.
 * With `ofMany` it is a question to all: plugins that require the one that declares it may each answer, and `Procedures.gather` asks them.
 */
export function defineProcedure<I extends z.ZodType, O extends z.ZodType>(
  name: string,
  input: I,
  output: O,
  { fromBelow = false, ofMany = false }: { fromBelow?: boolean; ofMany?: boolean } = {},
): ProcedureDefinition<z.infer<I>, z.infer<O>> {
  return { name, input, output, fromBelow, ofMany } as unknown as ProcedureDefinition<z.infer<I>, z.infer<O>>;
}
