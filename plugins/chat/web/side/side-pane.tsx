'use client';
import { useLocale, useTranslations } from 'next-intl';
import { Avatar, Badge, Button, cn, Facts, http, Link, Skeleton, Slot, useApiQuery, useCan, useFormats } from '@loctelli/core/web';
import type { Client, Pipeline } from '../../../clients/contract.ts';
import type { Conversation } from '../../contract.ts';
import { useChannelName } from '../acts/use-set-up.ts';
import { useInbox } from '../inbox/inbox-context.tsx';
import { LinkClient } from './link-client.tsx';
import { OtherConversations } from './other-conversations.tsx';

/** Whoever is writing: what is known of them, and what else was said. */
export function SidePane({ conversation, className }: { conversation: Conversation; className?: string }) {
  const t = useTranslations('chat.side');
  return (
    <aside aria-label={t('title')} className={cn('min-h-0 overflow-y-auto bg-surface', className)} tabIndex={-1}>
      <SideContent conversation={conversation} />
    </aside>
  );
}

export function SideContent({ conversation }: { conversation: Conversation }) {
  const { client, visitor } = conversation;
  const { composer } = useInbox();
  const insert = conversation.may.reply ? (text: string) => composer.current?.insert(text) : undefined;
  return (
    <div className="divide-y">
      {client ? <ClientPart conversation={conversation} /> : null}
      {visitor && <VisitorPart conversation={conversation} />}
      <AboutPart conversation={conversation} />
      {conversation.clientId !== null && <OtherConversations conversation={conversation} />}
      <div className="flex flex-col gap-4 p-4 empty:hidden">
        <Slot name="conversation.side" conversation={conversation} insert={insert} />
      </div>
    </div>
  );
}

function ClientPart({ conversation }: { conversation: Conversation }) {
  const t = useTranslations('chat.side');
  const formats = useFormats();
  const client = conversation.client!;
  const mayRead = useCan('clients.read') !== null && client.reachable;
  const { data: record } = useApiQuery(['client', client.id, 'facts'], () => http.get<Client>('/clients/{id}', { params: { id: client.id } }), { enabled: mayRead });
  const { data: pipelines } = useApiQuery(['clients', 'pipelines'], () => http.get<{ items: Pipeline[] }>('/clients/pipelines'), { enabled: mayRead });
  const stage = pipelines?.items.flatMap(({ stages }) => stages).find(({ id }) => id === record?.stageId);
  const items = [
    client.email && { label: t('email'), value: <Way href={`mailto:${client.email}`} text={client.email} /> },
    client.phone && { label: t('phone'), value: <Way href={`tel:${client.phone}`} text={client.phone} /> },
    stage && { label: t('stage'), value: <Badge tone="accent">{stage.name}</Badge> },
    record?.ownerName && {
      label: t('owner'),
      value: (
        <span className="flex items-center gap-1.5">
          <Avatar name={record.ownerName} size="sm" className="size-5" />
          {record.ownerName}
        </span>
      ),
    },
    client.zone && { label: t('time'), value: formats.time(new Date(), client.zone) },
  ].filter((item) => typeof item === 'object' && item !== null);
  return (
    <section aria-label={t('client')} className="p-4">
      <div className="flex items-center gap-3">
        <Avatar name={client.name} size="lg" />
        <div className="min-w-0">
          <p className="truncate font-semibold">
            <bdi>{client.name}</bdi>
          </p>
          {client.company && <p className="truncate text-muted">{client.company}</p>}
        </div>
      </div>
      <div className="mt-4">
        {mayRead && !record ? <Skeleton className="h-20" /> : <Facts items={items} />}
      </div>
      {client.reachable && (
        <Button size="sm" render={<Link href={`/clients/${client.id}`} />} className="mt-4 w-full">
          {t('open')}
        </Button>
      )}
    </section>
  );
}

const Way = ({ href, text }: { href: string; text: string }) => (
  <a href={href} dir="ltr" title={text} className="inline-block max-w-full truncate align-bottom text-accent-text hover:underline">
    {text}
  </a>
);

function VisitorPart({ conversation }: { conversation: Conversation }) {
  const t = useTranslations('chat.side');
  const locale = useLocale();
  const formats = useFormats();
  const visitor = conversation.visitor!;
  const known = conversation.client !== null;
  const page = visitor.page && /^https?:\/\//.test(visitor.page) ? visitor.page : null;
  const items = [
    !known && visitor.name && { label: t('name'), value: <bdi>{visitor.name}</bdi> },
    !known && visitor.email && { label: t('email'), value: <Way href={`mailto:${visitor.email}`} text={visitor.email} /> },
    page && {
      label: t('page'),
      value: (
        <a href={page} target="_blank" rel="noopener noreferrer nofollow" dir="ltr" title={page} className="block max-w-full truncate text-accent-text hover:underline">
          {page.replace(/^https?:\/\//, '')}
        </a>
      ),
    },
    visitor.locale && { label: t('language'), value: new Intl.DisplayNames(locale, { type: 'language' }).of(visitor.locale) ?? visitor.locale },
    visitor.zone && { label: t('time'), value: formats.time(new Date(), visitor.zone) },
    { label: t('seen'), value: <time dateTime={visitor.lastSeenAt} title={formats.dateTime(visitor.lastSeenAt)}>{formats.relative(visitor.lastSeenAt)}</time> },
    ...Object.entries(visitor.answers).map(([question, answer]) => ({ label: <span dir="auto">{question}</span>, value: <span dir="auto">{answer}</span> })),
  ].filter((item) => typeof item === 'object' && item !== null);
  return (
    <section aria-label={t('visitor')} className="p-4">
      <h3 className="mb-3 flex items-center justify-between gap-2 text-xs font-medium text-subtle">
        {t('visitor')}
        <Badge tone={visitor.verified ? 'success' : 'neutral'}>{t(visitor.verified ? 'verified' : 'unverified')}</Badge>
      </h3>
      <Facts items={items} />
      {!known && conversation.may.reply && <LinkClient conversation={conversation} />}
    </section>
  );
}

function AboutPart({ conversation }: { conversation: Conversation }) {
  const t = useTranslations('chat.side');
  const all = useTranslations('chat');
  const formats = useFormats();
  const channelName = useChannelName();
  const { createdAt, waitingSince, firstReplyAt, channel, priority } = conversation;
  const moment = (when: string) => (
    <time dateTime={when} title={formats.dateTime(when)}>
      {formats.relative(when)}
    </time>
  );
  return (
    <section aria-label={t('about')} className="p-4">
      <h3 className="mb-3 text-xs font-medium text-subtle">{t('about')}</h3>
      <Facts
        items={[
          { label: t('channel'), value: channelName(channel) },
          { label: t('priority'), value: all(`priority.${priority}`) },
          { label: t('begun'), value: moment(createdAt) },
          ...(waitingSince ? [{ label: t('waiting'), value: <span className="font-medium text-warning-text">{moment(waitingSince)}</span> }] : []),
          ...(firstReplyAt ? [{ label: t('firstReply'), value: moment(firstReplyAt) }] : []),
        ]}
      />
    </section>
  );
}
