'use client';
import { useState } from 'react';
import { useLocale, useTranslations } from 'next-intl';
import type { TimelineEntry } from '@loctelli/core';
import { Button, cn, ErrorState, Link, Skeleton, useApiPages, useFormats } from '@loctelli/core/web';
import type { Client } from '../../contract.ts';
import { clients } from '../api.ts';
import { byDay, nameOfDay } from './by-day.ts';
import { entryIcon } from './entry-icon.tsx';
import { NoteEntry } from './note-entry.tsx';
import { useEntryText } from './use-entry-text.ts';
import { useKinds } from './use-kinds.ts';

type Entry = Omit<TimelineEntry, 'id'> & { id: number | 'created' };

/** What happened to a client, day by day; plugins write to it as well. */
export function ClientHistory({ client, writable }: { client: Client; writable: boolean }) {
  const t = useTranslations('clients');
  const locale = useLocale();
  const formats = useFormats();
  const filters = useKinds();
  const [chosen, setChosen] = useState('all');
  const filter = filters.find(({ id }) => id === chosen) ?? filters[0]!;
  const list = useApiPages(['client', client.id, 'timeline', filter.kinds ?? ''], (cursor) =>
    clients.getTimeline(client.id, { cursor, ...(filter.kinds && { kinds: filter.kinds }) }),
  );
  const entries = withBeginning(list.rows, client, list.hasMore || list.isLoading, filter.kinds);
  return (
    <section aria-label={t('page.history')} className="min-w-0">
      <div role="radiogroup" aria-label={t('timelineFilter.label')} className="mb-4 flex flex-wrap gap-1.5">
        {filters.map(({ id, label }) => (
          <button
            key={id}
            type="button"
            role="radio"
            aria-checked={id === filter.id}
            onClick={() => setChosen(id)}
            className={cn(
              'h-7 rounded-full border px-3 text-sm transition-colors duration-150',
              id === filter.id ? 'border-transparent bg-accent-soft font-medium text-on-accent-soft' : 'text-muted hover:bg-hover hover:text-fg',
            )}
          >
            {label}
          </button>
        ))}
      </div>
      {list.error ? (
        <ErrorState compact error={list.error} onRetry={list.refetch} />
      ) : list.isLoading ? (
        <HistorySkeleton />
      ) : entries.length === 0 ? (
        <p className="py-6 text-muted">{filter.id === 'all' ? t('timeline.empty') : t('timeline.noneOfKind')}</p>
      ) : (
        <div className={cn('transition-opacity duration-150', list.isRefreshing && 'opacity-60')}>
          {byDay(entries, formats.zone).map(({ day, entries: ofDay }) => (
            <section key={day} className="mb-5">
              <h3 className="mb-2 text-xs font-medium text-subtle">{nameOfDay(day, formats.zone, locale)}</h3>
              <ol>
                {ofDay.map((entry) => (
                  <HistoryEntry key={entry.id} entry={entry} clientId={client.id} writable={writable} />
                ))}
              </ol>
            </section>
          ))}
          {list.hasMore && (
            <Button size="sm" variant="ghost" busy={list.isLoadingMore} onClick={list.loadMore}>
              {t('timeline.earlier')}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}

function HistoryEntry({ entry, clientId, writable }: { entry: Entry; clientId: number; writable: boolean }) {
  const formats = useFormats();
  const textOf = useEntryText();
  const isNote = entry.kind === 'clients.note' && entry.body !== null;
  const title = textOf(entry);
  return (
    <li className="group relative flex gap-3 pb-4 last:pb-0">
      <span aria-hidden className="absolute start-[13px] top-7 bottom-0 w-px bg-line group-last:hidden" />
      <span aria-hidden className="grid size-7 shrink-0 place-items-center rounded-full border bg-surface text-muted [&_svg]:size-3.5">
        {entryIcon(entry.kind)}
      </span>
      <div className="min-w-0 flex-1 pt-1">
        {isNote && typeof entry.id === 'number' ? (
          <NoteEntry entry={entry as TimelineEntry} clientId={clientId} writable={writable} />
        ) : (
          <>
            <div className="flex flex-wrap items-baseline gap-x-2">
              <span dir="auto" className="min-w-0 break-words">
                {entry.href ? (
                  <Link href={entry.href} className="text-accent-text hover:underline">
                    {title}
                  </Link>
                ) : (
                  title
                )}
              </span>
              <span className="text-sm text-muted">
                {entry.actorName && <>{entry.actorName} · </>}
                <time dateTime={entry.at} title={formats.dateTime(entry.at)}>
                  {formats.relative(entry.at)}
                </time>
              </span>
            </div>
            {entry.body && <p className="mt-1 break-words whitespace-pre-line text-muted">{entry.body}</p>}
          </>
        )}
      </div>
    </li>
  );
}

/** Imported clients have no entry of their own for how they came to be: the client itself tells it, below the oldest one. */
function withBeginning(rows: TimelineEntry[], client: Client, more: boolean, kinds: string | undefined): Entry[] {
  if (more || (kinds && !kinds.includes('clients.created')) || rows.some(({ kind }) => kind === 'clients.created')) return rows;
  const created = { id: 'created' as const, kind: 'clients.created', params: {}, body: null, href: null, actorId: null, actorName: null, source: null, at: client.createdAt };
  return [...rows, created];
}

function HistorySkeleton() {
  return (
    <div aria-busy className="grid gap-5">
      {[0, 1, 2, 3].map((row) => (
        <div key={row} className="flex gap-3">
          <Skeleton className="size-7 rounded-full" />
          <div className="grid flex-1 gap-2 pt-1">
            <Skeleton className="h-3.5 w-2/3" />
            <Skeleton className="h-3 w-24" />
          </div>
        </div>
      ))}
    </div>
  );
}
