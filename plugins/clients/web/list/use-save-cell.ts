'use client';
import { useQueryClient, type InfiniteData } from '@tanstack/react-query';
import type { Page } from '@loctelli/core';
import { isProblem, useInvalidate } from '@loctelli/core/web';
import type { Client, ClientUpdate } from '../../contract.ts';
import { clients } from '../api.ts';

type Change = Omit<ClientUpdate, 'version'>;

/** Sends one change made in the list and puts the answer into every list that is on the screen, without fetching them again. */
export function useSaveCell(): (row: Client, change: Change) => Promise<Client> {
  const queries = useQueryClient();
  const invalidate = useInvalidate();
  return async (row, change) => {
    try {
      const saved = await clients.updateClient(row.id, { version: row.version, ...change });
      queries.setQueriesData<InfiniteData<Page<Client>>>({ queryKey: ['clients', 'list'] }, (pages) => pages && replaced(pages, saved));
      invalidate(['client', saved.id]);
      return saved;
    } catch (error) {
      // Somebody was faster: the toast says so, and the row shows what they made of it.
      if (isProblem(error, 'core.version-conflict')) invalidate(['clients', 'list']);
      throw error;
    }
  };
}

const replaced = (data: InfiniteData<Page<Client>>, saved: Client): InfiniteData<Page<Client>> => ({
  ...data,
  pages: data.pages.map((page) => ({ ...page, items: page.items.map((row) => (row.id === saved.id ? saved : row)) })),
});
