import type { Page, PageQuery } from '@loctelli/core';
import type { z } from 'zod';
import { defineApi, type CallOptions } from '@loctelli/core/web';
import type * as contract from '../contract.ts';
import type { CannedReply, ChatAttachment, ChatLabel, ChatMessage, Conversation, MessageList } from '../contract.ts';

type HistoryMessage = z.infer<typeof contract.messagePage>['items'][number];

/** `api.chat`: every route of staff. Those of the website's chat are called by its own script: see `contract/visitors.ts`. */
export const chat = defineApi((http) => ({
  getConversations: (query?: Partial<contract.ConversationQuery>) => http.get<Page<Conversation>>('/chat/conversations', { query }),
  getCounts: () => http.get<contract.InboxCounts>('/chat/conversations/counts'),
  getConversation: (id: number) => http.get<Conversation>('/chat/conversations/{id}', { params: { id } }),
  startConversation: (body: z.input<typeof contract.conversationStart>) => http.post<Conversation>('/chat/conversations', { body }),
  changeMany: (body: contract.ConversationBulk) => http.post<contract.ConversationBulkResult>('/chat/conversations/bulk', { body }),
  deleteConversation: (id: number) => http.delete<void>('/chat/conversations/{id}', { params: { id } }),

  assign: (id: number, body: contract.ConversationAssign) => http.put<Conversation>('/chat/conversations/{id}/assignment', { params: { id }, body }),
  setLabels: (id: number, labelIds: number[]) => http.put<Conversation>('/chat/conversations/{id}/labels', { params: { id }, body: { labelIds } }),
  setPriority: (id: number, priority: contract.ConversationPriority) =>
    http.put<Conversation>('/chat/conversations/{id}/priority', { params: { id }, body: { priority } }),
  linkClient: (id: number, clientId: number) => http.put<Conversation>('/chat/conversations/{id}/client', { params: { id }, body: { clientId } }),
  snooze: (id: number, until: string) => http.post<Conversation>('/chat/conversations/{id}/snooze', { params: { id }, body: { until } }),
  close: (id: number) => http.post<Conversation>('/chat/conversations/{id}/close', { params: { id } }),
  reopen: (id: number) => http.post<Conversation>('/chat/conversations/{id}/reopen', { params: { id } }),
  markRead: (id: number, sequence?: number) =>
    http.post<void>('/chat/conversations/{id}/read', { params: { id }, body: sequence === undefined ? {} : { sequence } }),
  markUnread: (id: number) => http.post<void>('/chat/conversations/{id}/unread', { params: { id } }),
  tellTyping: (id: number, typing: boolean) => http.post<void>('/chat/conversations/{id}/typing', { params: { id }, body: { typing } }),

  getMessages: (id: number, query?: Partial<contract.MessageQuery>) =>
    http.get<MessageList>('/chat/conversations/{id}/messages', { params: { id }, query }),
  /** `key` is a new uuid for each message and the same one for each try, so that a retry is never a second message. */
  sendMessage: (id: number, body: z.input<typeof contract.newMessage>) =>
    http.post<ChatMessage>('/chat/conversations/{id}/messages', { params: { id }, body }),
  retryMessage: (id: number, messageId: number) =>
    http.post<ChatMessage>('/chat/conversations/{id}/messages/{messageId}/retry', { params: { id, messageId } }),
  uploadAttachment: (file: File, options?: Pick<CallOptions, 'signal' | 'onProgress'>) => http.post<ChatAttachment>('/chat/attachments', { body: formOf(file), ...options }),
  getAttachment: (attachmentId: number) => http.get<Blob>('/chat/attachments/{attachmentId}/content', { params: { attachmentId }, as: 'blob' }),

  getClientConversations: (clientId: number, query?: Partial<PageQuery>) =>
    http.get<Page<Conversation>>('/chat/clients/{clientId}/conversations', { params: { clientId }, query }),
  getClientMessages: (clientId: number, query?: Partial<PageQuery>) =>
    http.get<Page<HistoryMessage>>('/chat/clients/{clientId}/messages', { params: { clientId }, query }),

  getPeople: () => http.get<contract.InboxPeople>('/chat/people'),
  getSetup: () => http.get<contract.ChatSetup>('/chat/setup'),

  getLabels: () => http.get<{ items: ChatLabel[] }>('/chat/labels'),
  createLabel: (body: z.input<typeof contract.chatLabelCreate>) => http.post<ChatLabel>('/chat/labels', { body }),
  updateLabel: (labelId: number, body: contract.ChatLabelUpdate) => http.patch<ChatLabel>('/chat/labels/{labelId}', { params: { labelId }, body }),
  deleteLabel: (labelId: number) => http.delete<void>('/chat/labels/{labelId}', { params: { labelId } }),

  getCannedReplies: () => http.get<{ items: CannedReply[] }>('/chat/canned-replies'),
  createCannedReply: (body: z.input<typeof contract.cannedReplyCreate>) => http.post<CannedReply>('/chat/canned-replies', { body }),
  updateCannedReply: (replyId: number, body: contract.CannedReplyUpdate) =>
    http.patch<CannedReply>('/chat/canned-replies/{replyId}', { params: { replyId }, body }),
  deleteCannedReply: (replyId: number) => http.delete<void>('/chat/canned-replies/{replyId}', { params: { replyId } }),
  renderCannedReply: (replyId: number, body: contract.CannedReplyRender) =>
    http.post<{ body: string }>('/chat/canned-replies/{replyId}/render', { params: { replyId }, body }),
}));

function formOf(file: File): FormData {
  const form = new FormData();
  form.append('file', file, file.name);
  return form;
}
