import { z } from 'zod';
import { id } from '@loctelli/core';

const counts = { reached: z.number().int(), replied: z.number().int(), booked: z.number().int(), won: z.number().int() };
/**
 * Of one version, or of all. What a client does within 30 days (90 for won) is ascribed to the message last sent to it. `lead` says that a variant
 * does better than the others with 95 % confidence (two-proportion z-test on replies), and `enough` that each was sent often enough to say so.
 */
export const strategyResults = z
  .object({
    enrolled: z.number().int(),
    ...counts,
    versions: z.array(z.object({ number: z.number().int(), enrolled: z.number().int(), ...counts })),
    steps: z.array(
      z.object({
        stepId: z.string(),
        /** -1 of a step that only earlier versions have. */
        index: z.number().int(),
        kind: z.string(),
        name: z.string(),
        ...counts,
        variants: z.array(z.object({ id: z.string(), name: z.string(), ...counts, lead: z.boolean() })),
        enough: z.boolean(),
      }),
    ),
    stops: z.array(z.object({ reason: z.string(), count: z.number().int() })),
  })
  .meta({ id: 'StrategyResults' });
export type StrategyResults = z.infer<typeof strategyResults>;
export const resultsQuery = z.strictObject({ number: id.optional() });
export type ResultsQuery = z.infer<typeof resultsQuery>;
