import type { Page } from '@loctelli/core';
import { http, type RecordSearch } from '@loctelli/core/web';
import type { Conversation } from '../contract.ts';

/** Conversations for the command palette: by what was said in them, and with whom. */
const searchConversations: RecordSearch = async (text, signal) => {
  const { items } = await http.get<Page<Conversation>>('/chat/conversations', { query: { search: text, status: 'any', limit: 5 }, signal });
  return items.map(({ id, client, visitor, subject, preview }) => ({ id: String(id), title: client?.name ?? visitor?.name ?? visitor?.email ?? `#${id}`, subtitle: subject ?? preview, href: `/chat/${id}` }));
};

export default searchConversations;
