'use client';
import { useMemo } from 'react';
import { useQueryClient, type InfiniteData } from '@tanstack/react-query';
import type { Page } from '@loctelli/core';
import type { Conversation } from '../../contract.ts';

type Pages = InfiniteData<Page<Conversation>>;

/** Conversations as the page holds them: changed at once, fetched again afterwards. */
export function useCached() {
  const client = useQueryClient();
  return useMemo(() => {
    const find = (id: number): Conversation | undefined =>
      client.getQueryData<Conversation>(['chat', 'conversation', id]) ??
      client
        .getQueriesData<Pages>({ queryKey: ['chat', 'list'] })
        .flatMap(([, data]) => data?.pages ?? [])
        .flatMap(({ items }) => items)
        .find((each) => each.id === id);
    const patch = (ids: readonly number[], change: (conversation: Conversation) => Conversation) => {
      for (const id of ids) client.setQueryData<Conversation>(['chat', 'conversation', id], (before) => before && change(before));
      client.setQueriesData<Pages>({ queryKey: ['chat', 'list'] }, (data) => data && { ...data, pages: data.pages.map((page) => ({ ...page, items: page.items.map((each) => (ids.includes(each.id) ? change(each) : each)) })) });
    };
    return {
      find,
      patch,
      /** What the server answered. */
      put: (conversation: Conversation) => patch([conversation.id], () => conversation),
      refresh: (...ids: number[]) => {
        for (const part of ['list', 'counts', 'of-client', 'waiting']) void client.invalidateQueries({ queryKey: ['chat', part] });
        for (const id of ids) void client.invalidateQueries({ queryKey: ['chat', 'conversation', id] });
      },
    };
  }, [client]);
}
