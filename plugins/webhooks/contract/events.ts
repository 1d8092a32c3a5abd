import { z } from 'zod';
import { defineEvent } from '@loctelli/core';
import { offReason } from './endpoints.ts';
import { receiptOutcome } from './receipts.ts';

/** A receiver took something in, and what became of it. */
export const webhookReceived = defineEvent(
  'webhook.received',
  z.object({ receiptId: z.number().int(), receiverId: z.number().int(), receiver: z.string(), outcome: receiptOutcome, clientId: z.number().int().nullable() }),
);
/** An endpoint was switched off by the product itself. */
export const webhookSwitchedOff = defineEvent('webhook.switched-off', z.object({ endpointId: z.number().int(), url: z.string(), reason: offReason }));
