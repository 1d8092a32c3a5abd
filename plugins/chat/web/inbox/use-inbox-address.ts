'use client';
import { useMemo } from 'react';
import { usePathname, useSearchParams } from 'next/navigation';
import type { ConversationFilter, ConversationQuery } from '../../contract.ts';

export const inboxTabs = ['all', 'mine', 'unassigned', 'mentions', 'snoozed', 'closed'] as const;
export type InboxTab = (typeof inboxTabs)[number];

/** What the inbox's address says beside the conversation that is open. Everything is text, as in a saved view. */
const keys = ['tab', 'status', 'assignee', 'team', 'label', 'channel', 'priority', 'unread', 'waiting', 'search', 'createdAfter', 'createdBefore', 'closedAfter', 'closedBefore', 'order', 'view'] as const;
type Key = (typeof keys)[number];
export type InboxAddress = Partial<Record<Key, string>>;
/** What a saved view keeps of it. */
export const viewKeys = keys.filter((key) => key !== 'view');
/** What the filter bar sets; the tabs and the order are no filters. */
export const filterKeys = ['assignee', 'team', 'label', 'channel', 'priority', 'unread', 'waiting', 'search', 'createdAfter', 'createdBefore', 'closedAfter', 'closedBefore'] as const;

const ofTab: Record<InboxTab, ConversationFilter> = {
  all: {},
  mine: { assignee: 'me' },
  unassigned: { assignee: 'unassigned' },
  mentions: { mentioned: true, status: 'any' },
  snoozed: { status: 'snoozed' },
  closed: { status: 'closed' },
};

/** What a list is asked for an address. A search looks into every conversation unless a tab narrows it. */
export function queryOf(address: InboxAddress): Partial<ConversationQuery> {
  const tab = tabOf(address);
  const number = (text: string | undefined) => (text && /^\d+$/.test(text) ? Number(text) : undefined);
  const moment = (text: string | undefined) => (text && !Number.isNaN(Date.parse(text)) ? text : undefined);
  const assignee = number(address.assignee);
  const query = {
    ...ofTab[tab],
    ...(assignee !== undefined && tab !== 'mine' && tab !== 'unassigned' && { assignee }),
    teamId: number(address.team),
    labelId: number(address.label),
    channel: address.channel,
    priority: address.priority as ConversationQuery['priority'],
    unread: address.unread ? true : undefined,
    waiting: address.waiting ? true : undefined,
    search: address.search,
    createdAfter: moment(address.createdAfter),
    createdBefore: moment(address.createdBefore),
    closedAfter: moment(address.closedAfter),
    closedBefore: moment(address.closedBefore),
    direction: address.order === 'oldest' ? ('asc' as const) : undefined,
    ...((address.search || address.status === 'any') && tab === 'all' && { status: 'any' as const }),
    ...(address.status === 'closed' && tab === 'all' && { status: 'closed' as const }),
  };
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));
}

export const tabOf = ({ tab }: InboxAddress): InboxTab => inboxTabs.find((each) => each === tab) ?? 'all';

/** The inbox's address: which conversation is open (`/chat/12`), and what the list shows. */
export function useInboxAddress() {
  const params = useSearchParams();
  const text = params.toString();
  const path = usePathname();
  return useMemo(() => {
    const current = new URLSearchParams(text);
    const address = Object.fromEntries(keys.flatMap((key) => (current.get(key) ? [[key, current.get(key)!]] : []))) as InboxAddress;
    const hrefOf = (id: number | null, query = current.toString()) => `/chat${id === null ? '' : `/${id}`}${query ? `?${query}` : ''}`;
    const openId = Number(/^\/chat\/(\d+)$/.exec(path)?.[1] ?? 0) || null;
    return {
      address,
      tab: tabOf(address),
      query: queryOf(address),
      openId,
      filtered: filterKeys.some((key) => key in address),
      hrefOf: (id: number | null) => hrefOf(id),
      /** Opens a conversation beside the list, which stays as it is. */
      open: (id: number | null) => {
        if (id !== openId) window.history.pushState(null, '', hrefOf(id, new URLSearchParams(window.location.search).toString()));
      },
      /** Changes what is named; undefined takes it away. */
      set: (changes: { [K in Key]?: string | undefined }) => {
        const next = new URLSearchParams(window.location.search);
        for (const [key, value] of Object.entries(changes)) {
          if (value) next.set(key, value);
          else next.delete(key);
        }
        window.history.replaceState(null, '', hrefOf(openId, next.toString()));
      },
    };
  }, [text, path]);
}
export type InboxAt = ReturnType<typeof useInboxAddress>;
