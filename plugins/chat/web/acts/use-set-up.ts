'use client';
import { useMemo } from 'react';
import { useTranslations } from 'next-intl';
import { useApiQuery } from '@loctelli/core/web';
import type { ChatLabel } from '../../contract.ts';
import { chat } from '../api.ts';

const none: never[] = [];

/** Whom a conversation can be given to, and the channels there are. */
export function useInboxPeople() {
  const { data } = useApiQuery(['chat', 'people'], () => chat.getPeople());
  return useMemo(() => {
    const { users = none, teams = none, channels = none } = data ?? {};
    return {
      users,
      teams,
      channels,
      nameOf: (id: number | null) => users.find((user) => user.id === id)?.name ?? null,
      teamOf: (id: number | null) => teams.find((team) => team.id === id)?.name ?? null,
    };
  }, [data]);
}

/** The tenant's labels in their order. */
export function useLabels(): { labels: ChatLabel[]; byId: Map<number, ChatLabel> } {
  const { data } = useApiQuery(['chat', 'labels'], () => chat.getLabels());
  return useMemo(() => {
    const labels = [...(data?.items ?? [])].sort((a, b) => a.position - b.position || a.name.localeCompare(b.name));
    return { labels, byId: new Map(labels.map((label) => [label.id, label])) };
  }, [data]);
}

/** A channel in words; one of another plugin may be named there, as `<plugin>.channels.<id>`, and is otherwise called by its id. */
export function useChannelName(): (channel: string) => string {
  const t = useTranslations();
  return (channel) => [`chat.channels.${channel}`, `${channel}.channels.${channel}`].flatMap((key) => (t.has(key) ? [t(key)] : []))[0] ?? channel;
}

/** Who is writing, as a list names them. */
export function useWriterName(): (conversation: { client: { name: string } | null; visitor: { name: string | null; email: string | null; id: number } | null }) => string {
  const t = useTranslations('chat');
  return ({ client, visitor }) => client?.name ?? visitor?.name ?? visitor?.email ?? (visitor ? t('visitor', { number: visitor.id }) : t('unknown'));
}
