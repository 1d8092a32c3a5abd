import { z } from 'zod';
import { defineJob } from '@loctelli/core';

/** Works off what waits at an endpoint. `watch` is the hold it looks after: whoever held the endpoint may have died. */
export const deliverWebhooks = defineJob('webhooks.deliver', z.object({ endpointId: z.number().int(), watch: z.string().optional() }), { attempts: 8 });
export const runWebhookReplay = defineJob('webhooks.replay', z.object({ replayId: z.number().int() }), { attempts: 5 });
export const processWebhookReceipt = defineJob('webhooks.process-receipt', z.object({ receiptId: z.number().int() }), { attempts: 5 });
