import { z } from 'zod';
import { defineJob } from '@loctelli/core';

const messageId = z.number().int();
const conversationId = z.number().int();
/** Brings a message to its channel. */
export const deliverMessage = defineJob('chat.deliver', z.object({ messageId }), { attempts: 10 });
/** Ends a snooze, unless it was changed since. */
export const wakeConversation = defineJob('chat.wake', z.object({ conversationId, until: z.string() }));
/** Writes by mail to a visitor who has left before they read. */
export const mailUnread = defineJob('chat.mail-unread', z.object({ conversationId, sequence: z.number().int() }), { attempts: 10 });
/** Deletes the bytes of files whose rows have gone. */
export const deleteLostFiles = defineJob('chat.delete-lost-files', z.object({}));
