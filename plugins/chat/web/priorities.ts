import type { ConversationPriority } from '../contract.ts';

/** The most pressing first, as lists offer them. */
export const conversationPriority: readonly ConversationPriority[] = ['urgent', 'high', 'normal', 'low'];
