'use client';
import { ListFilter, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, Field, Popover, Select, Switch, useFormats } from '@loctelli/core/web';
import { useChannelName, useInboxPeople, useLabels } from '../acts/use-set-up.ts';
import { ChannelIcon } from '../channel-icon.tsx';
import { PriorityIcon } from '../acts/pickers.tsx';
import { conversationPriority } from '../priorities.ts';
import { ToneDot } from '../tone-dot.tsx';
import { useInbox } from './inbox-context.tsx';
import { filterKeys } from './use-inbox-address.ts';

type ChoiceKey = 'assignee' | 'team' | 'label' | 'channel' | 'priority';

/** What a list can be narrowed to, with the choices there are. */
function useChoices() {
  const t = useTranslations('chat');
  const { users, teams, channels } = useInboxPeople();
  const { labels } = useLabels();
  const channelName = useChannelName();
  return [
    { key: 'assignee', label: t('filter.assignee'), options: users.map(({ id, name }) => ({ value: String(id), label: name, icon: undefined })) },
    { key: 'team', label: t('filter.team'), options: teams.map(({ id, name }) => ({ value: String(id), label: name, icon: undefined })) },
    { key: 'label', label: t('filter.label'), options: labels.map(({ id, name, tone }) => ({ value: String(id), label: name, icon: <ToneDot tone={tone} /> })) },
    { key: 'channel', label: t('filter.channel'), options: channels.map((channel) => ({ value: channel, label: channelName(channel), icon: <ChannelIcon channel={channel} /> })) },
    { key: 'priority', label: t('filter.priority'), options: conversationPriority.map((each) => ({ value: each, label: t(`priority.${each}`), icon: <PriorityIcon priority={each} /> })) },
  ] as const satisfies { key: ChoiceKey; label: string; options: { value: string; label: string; icon: React.ReactNode }[] }[];
}

const any = 'any';

/** Narrows the list; every choice is in the address at once. */
export function ListFilters() {
  const t = useTranslations('chat.filter');
  const formats = useFormats();
  const { at } = useInbox();
  const choices = useChoices();
  const count = filterKeys.filter((key) => key !== 'search' && at.address[key]).length;
  return (
    <Popover
      title={t('title')}
      showTitle
      align="end"
      className="w-72"
      trigger={
        <Button size="icon" variant="ghost" aria-label={count > 0 ? t('titleWith', { count }) : t('title')} title={t('title')} className="relative">
          <ListFilter aria-hidden />
          {count > 0 && <span className="absolute -end-0.5 -top-0.5 grid h-4 min-w-4 place-items-center rounded-full bg-accent px-1 text-xs font-medium text-on-accent tabular-nums">{formats.number(count)}</span>}
        </Button>
      }
    >
      <div className="flex flex-col gap-3">
        {choices
          .filter(({ key, options }) => options.length > 0 && !(key === 'assignee' && (at.tab === 'mine' || at.tab === 'unassigned')))
          .map(({ key, label, options }) => (
            <Field key={key} label={label}>
              <Select aria-label={label} value={at.address[key] ?? any} onChange={(value) => at.set({ [key]: value === any ? undefined : value })} options={[{ value: any, label: t('any') }, ...options]} />
            </Field>
          ))}
        <Switch checked={Boolean(at.address.unread)} onChange={(on) => at.set({ unread: on ? '1' : undefined })} label={t('unread')} />
        <Switch checked={Boolean(at.address.waiting)} onChange={(on) => at.set({ waiting: on ? '1' : undefined })} label={t('waiting')} />
        <Field label={t('order')}>
          <Select aria-label={t('order')} value={at.address.order === 'oldest' ? 'oldest' : 'newest'} onChange={(order) => at.set({ order: order === 'oldest' ? order : undefined })} options={[{ value: 'newest', label: t('newest') }, { value: 'oldest', label: t('oldest') }]} />
        </Field>
      </div>
    </Popover>
  );
}

/** The spans of time that a number's address narrows the list to. */
const spans = [
  { name: 'created', from: 'createdAfter', to: 'createdBefore' },
  { name: 'closed', from: 'closedAfter', to: 'closedBefore' },
] as const;

/** What the list is narrowed to, each to be taken away. */
export function FilterChips() {
  const t = useTranslations('chat.filter');
  const { at } = useInbox();
  const formats = useFormats();
  const choices = useChoices();
  const day = (text: string | undefined) => (text ? formats.date(text) : '…');
  const chips: { key: string; keys?: readonly string[]; label: string; text: string }[] = [
    ...choices.flatMap(({ key, label, options }) => {
      const value = at.address[key];
      return value ? [{ key: key as string, label, text: options.find((option) => option.value === value)?.label ?? value }] : [];
    }),
    ...(['unread', 'waiting'] as const).flatMap((key) => (at.address[key] ? [{ key: key as string, label: t(key), text: '' }] : [])),
    ...spans.flatMap(({ name, from, to }) =>
      at.address[from] || at.address[to] ? [{ key: name, keys: [from, to], label: t(name), text: t('span', { from: day(at.address[from]), to: day(at.address[to]) }) }] : [],
    ),
  ];
  if (chips.length === 0) return null;
  return (
    <ul aria-label={t('active')} className="flex flex-wrap gap-1.5 px-3.5 pb-2">
      {chips.map(({ key, keys = [key], label, text }) => (
        <li key={key} className="inline-flex h-6.5 max-w-full items-stretch overflow-hidden rounded-md border bg-surface text-sm">
          <span className="flex min-w-0 items-center gap-1 ps-2 pe-1.5">
            {text ? <span className="text-muted">{label}</span> : label}
            {text && <span className="truncate font-medium">{text}</span>}
          </span>
          <button type="button" aria-label={t('remove', { name: label })} onClick={() => at.set(Object.fromEntries(keys.map((each) => [each, undefined])))} className="grid w-6.5 place-items-center border-s text-muted hover:bg-hover hover:text-fg focus-visible:-outline-offset-2">
            <X aria-hidden className="size-3.5" />
          </button>
        </li>
      ))}
      <li>
        <button type="button" onClick={() => at.set(Object.fromEntries(filterKeys.map((each) => [each, undefined])))} className="h-6.5 rounded-md px-1.5 text-sm text-muted hover:bg-hover hover:text-fg">
          {t('clear')}
        </button>
      </li>
    </ul>
  );
}
