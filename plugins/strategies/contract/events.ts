import { z } from 'zod';
import { defineEvent } from '@loctelli/core';
import { enrolmentSource, stopReason } from './enrolments.ts';

/** Live message to everybody who may read strategies: `{ strategyId }` of one whose definition, state or enrolments changed. */
export const strategiesChanged = 'strategies.changed';
/** Live message to the same: `{ strategyId, clientId }` of a playbook that was written to. */
export const playbookChanged = 'strategies.playbook';

export const strategyPublished = defineEvent(
  'strategy.published',
  z.object({ strategyId: z.number().int(), name: z.string(), number: z.number().int(), byId: z.number().int().nullable() }),
);
const about = z.object({
  enrolmentId: z.number().int(),
  strategyId: z.number().int(),
  strategy: z.string(),
  number: z.number().int(),
  clientId: z.number().int(),
  ownerId: z.number().int(),
});
export const clientEnrolled = defineEvent('strategy.enrolled', about.extend({ source: enrolmentSource }));
export const stepDone = defineEvent(
  'strategy.step-done',
  about.extend({ stepId: z.string(), kind: z.string(), variant: z.string().nullable(), messageId: z.number().int().nullable() }),
);
export const enrolmentEnded = defineEvent(
  'strategy.ended',
  about.extend({ status: z.enum(['completed', 'stopped', 'failed']), reason: stopReason.nullable() }),
);
export const clientDisqualified = defineEvent(
  'strategy.disqualified',
  z.object({ strategyId: z.number().int(), clientId: z.number().int(), reason: z.string() }),
);
export const clientUnsubscribed = defineEvent('strategy.unsubscribed', z.object({ clientId: z.number().int() }));
