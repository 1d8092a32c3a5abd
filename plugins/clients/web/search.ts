import type { Page } from '@loctelli/core';
import { http, type RecordSearch } from '@loctelli/core/web';
import type { Client } from '../contract.ts';

/** Clients for the command palette: the best few for what was typed. */
const searchClients: RecordSearch = async (text, signal) => {
  const { items } = await http.get<Page<Client>>('/clients', { query: { search: text, limit: 6 }, signal });
  return items.map(({ id, name, company, email }) => ({ id: String(id), title: name, subtitle: company ?? email ?? undefined, href: `/clients/${id}` }));
};

export default searchClients;
