import { z } from 'zod';
import { defineEvent } from '@loctelli/core';

const about = z.object({ conversationId: z.number().int(), clientId: z.number().int().nullable(), channel: z.string() });
/** `startedBy` tells who wrote first. Not live: not everybody who may read some conversations may read this one's subject. */
export const conversationOpened = defineEvent('conversation.opened', about.extend({ subject: z.string().nullable(), startedBy: z.enum(['client', 'staff']) }));
export const conversationAssigned = defineEvent(
  'conversation.assigned',
  about.extend({ assigneeId: z.number().int().nullable(), teamId: z.number().int().nullable(), byId: z.number().int().nullable() }),
  { live: true, permission: 'chat.read' },
);
/** `seconds` since it was opened, or last reopened. */
export const conversationClosed = defineEvent('conversation.closed', about.extend({ closedById: z.number().int().nullable(), seconds: z.number().int() }), {
  live: true,
  permission: 'chat.read',
});
/** Tells where it is and not what it says: whoever may, reads it there. */
const message = about.extend({ messageId: z.number().int(), sequence: z.number().int() });
export const messageReceived = defineEvent('message.received', message.extend({ first: z.boolean() }));
/** `byId` is null when a plugin wrote it, such as a strategy. */
export const messageSent = defineEvent('message.sent', message.extend({ byId: z.number().int().nullable() }));
/** It did not arrive: its channel gave it up, or it came back. `reason` is what the channel says. */
export const messageFailed = defineEvent('message.failed', message.extend({ reason: z.string() }));
