'use client';
import type { ReactNode } from 'react';
import { useQueryClient, type InfiniteData } from '@tanstack/react-query';
import type { Page } from '@loctelli/core';
import { isProblem, useInvalidate } from '@loctelli/core/web';
import type { Client, ClientUpdate } from '../../contract.ts';
import { clients } from '../api.ts';
import { useUpdateClient } from '../conflict/use-update-client.tsx';

type Change = Omit<ClientUpdate, 'version'>;
export type SaveCell = (row: Client, change: Change) => Promise<Client>;

/**
 * Sends one change made in the list and puts the answer into every list on the screen, without fetching them again: that would be page
 * after page. Where somebody was faster it merges or asks, as the client's own page does.
 * @returns `save`, and `dialog` to be drawn somewhere on the page
 */
export function useSaveCell(): { save: SaveCell; dialog: ReactNode } {
  const queries = useQueryClient();
  const invalidate = useInvalidate();
  const careful = useUpdateClient();
  const save: SaveCell = async (row, change) => {
    try {
      const saved = await clients.updateClient(row.id, { version: row.version, ...change });
      queries.setQueriesData<InfiniteData<Page<Client>>>({ queryKey: ['clients', 'list'] }, (pages) => pages && replaced(pages, saved));
      invalidate(['client', saved.id]);
      return saved;
    } catch (error) {
      if (isProblem(error, 'core.version-conflict')) return careful.save(row, change);
      throw error;
    }
  };
  return { save, dialog: careful.dialog };
}

const replaced = (data: InfiniteData<Page<Client>>, saved: Client): InfiniteData<Page<Client>> => ({
  ...data,
  pages: data.pages.map((page) => ({ ...page, items: page.items.map((row) => (row.id === saved.id ? saved : row)) })),
});
