'use client';
import { Clock, Code, Copy, Ellipsis, ExternalLink, Pencil, Trash2, UsersRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge, Button, buttonClass, CopyButton, Link, Menu, Switch, toast, useCan, useFormats } from '@loctelli/core/web';
import type { EventType } from '../../contract.ts';
import { ColourDot } from '../colour.tsx';
import { useTimes } from '../use-times.ts';

interface Props {
  type: EventType;
  onToggle: () => void;
  onRemove: () => void;
  onEmbed: () => void;
}

/** What can be booked, as a line: its facts, its link, whether it is on. */
export function EventTypeRow({ type, onToggle, onRemove, onEmbed }: Props) {
  const t = useTranslations('bookings');
  const times = useTimes();
  const formats = useFormats();
  const mayConfigure = useCan('bookings.configure') !== null;
  const edit = `/bookings/event-types/${type.id}`;
  const hosts = type.hosts.length === 1 ? type.hosts[0]!.name : `${t(`assignments.${type.assignment}`)} · ${t('eventTypes.hosts', { count: type.hosts.length })}`;
  const items = [
    ...(mayConfigure ? [{ id: 'edit', label: t('eventTypes.edit'), icon: <Pencil aria-hidden />, render: <Link href={edit} /> }] : []),
    { id: 'copy', label: t('eventTypes.copyLink'), icon: <Copy aria-hidden />, onSelect: () => void navigator.clipboard.writeText(type.url).then(() => toast.success(t('eventTypes.copied'))) },
    { id: 'embed', label: t('embedding.action'), icon: <Code aria-hidden />, onSelect: onEmbed },
    ...(mayConfigure ? [{ id: 'duplicate', label: t('eventTypes.duplicate'), icon: <Copy aria-hidden />, render: <Link href={`/bookings/event-types/new?from=${type.id}`} /> }] : []),
  ];
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 sm:flex-nowrap sm:px-5">
      <div className="min-w-0 flex-1 basis-full sm:basis-auto">
        <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <ColourDot colour={type.colour} />
          {mayConfigure ? (
            <Link href={edit} className="truncate font-medium hover:underline">
              {type.title}
            </Link>
          ) : (
            <span className="truncate font-medium">{type.title}</span>
          )}
          {!type.listed && <Badge>{t('eventTypes.unlisted')}</Badge>}
          {type.needsConfirmation && <Badge tone="warning">{t('eventTypes.confirms')}</Badge>}
        </p>
        <p className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-0.5 ps-5 text-sm text-muted">
          <span className="inline-flex items-center gap-1.5">
            <Clock aria-hidden className="size-3.5" />
            {formats.list(type.lengths.map((each) => times.length(each)))}
          </span>
          <span className="inline-flex min-w-0 items-center gap-1.5">
            <UsersRound aria-hidden className="size-3.5 shrink-0" />
            <span className="truncate">{hosts}</span>
          </span>
          <bdi dir="ltr" className="truncate">
            /{type.slug}
          </bdi>
        </p>
      </div>
      {mayConfigure ? (
        <Switch checked={type.active} onChange={onToggle} aria-label={t('eventTypes.activeFor', { title: type.title })} />
      ) : (
        !type.active && <Badge>{t('eventTypes.off')}</Badge>
      )}
      <div className="ms-auto flex items-center gap-1">
        <CopyButton variant="ghost" text={type.url} label={t('eventTypes.copyLinkOf', { title: type.title })} />
        <a href={type.url} target="_blank" rel="noreferrer" aria-label={t('eventTypes.openOf', { title: type.title })} className={buttonClass('ghost', 'icon')}>
          <ExternalLink aria-hidden />
        </a>
        <Menu
          groups={[{ items }, { items: mayConfigure ? [{ id: 'delete', label: t('eventTypes.delete'), icon: <Trash2 aria-hidden />, danger: true, onSelect: onRemove }] : [] }]}
          trigger={
            <Button variant="ghost" size="icon" aria-label={t('eventTypes.moreOf', { title: type.title })}>
              <Ellipsis aria-hidden />
            </Button>
          }
        />
      </div>
    </li>
  );
}
