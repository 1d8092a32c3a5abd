import type { ProblemDefinition, ProblemDocument } from '@loctelli/core';

/** A failure that a person or program can act on. The problem filter answers it as RFC 9457 problem+json. */
export class Problem extends Error {
  constructor(
    readonly definition: ProblemDefinition,
    readonly params?: Record<string, string | number>,
    readonly errors?: ProblemDocument['errors'],
  ) {
    super(definition.detail.replace(/\{(\w+)\}/g, (whole, name: string) => String(params?.[name] ?? whole)));
    this.name = 'Problem';
  }
}

/**
 * Makes a failure to throw: `throw problem(clientErrors.notFound)`.
 * @param params values for the placeholders of its sentence
 * @param errors where in the input it was wrong
 */
export const problem = (
  definition: ProblemDefinition,
  params?: Record<string, string | number>,
  errors?: ProblemDocument['errors'],
): Problem => new Problem(definition, params, errors);
