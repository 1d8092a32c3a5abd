import { z } from 'zod';
import { id } from '@loctelli/core';
import { conversationPriority } from './conversations.ts';

const conversationIds = z.array(id).min(1).max(200);
/** One change to many conversations. What of them is out of reach, or is so already, is skipped. */
export const conversationBulk = z
  .strictObject({
    action: z.enum(['close', 'reopen', 'assign', 'add-label', 'remove-label', 'prioritise', 'read', 'unread']),
    conversationIds,
    /** With assign: null takes the assignee away. */
    assigneeId: id.nullable().optional(),
    /** With add-label and remove-label. */
    labelId: id.optional(),
    /** With prioritise. */
    priority: conversationPriority.optional(),
  })
  .meta({ id: 'ConversationBulk' });
export type ConversationBulk = z.infer<typeof conversationBulk>;
/** Who was changed, so that it can be taken back by the opposite action. */
export const conversationBulkResult = z.object({ changedIds: z.array(z.number().int()), skipped: z.number().int() }).meta({ id: 'ConversationBulkResult' });
export type ConversationBulkResult = z.infer<typeof conversationBulkResult>;
