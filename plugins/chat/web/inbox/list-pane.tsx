'use client';
import { useCallback, useEffect, useMemo, useRef, type KeyboardEvent } from 'react';
import { Inbox as InboxIcon, SquarePen } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, cn, EmptyState, ErrorState, NoMatch, SavedViews, SearchInput, Skeleton, useCan, useMe, VirtualList, type PagesResult } from '@loctelli/core/web';
import type { Conversation } from '../../contract.ts';
import { useLabels } from '../acts/use-set-up.ts';
import { draftedIn } from '../thread/shelf.ts';
import { ChosenBar } from './chosen-bar.tsx';
import { useInbox } from './inbox-context.tsx';
import { FilterChips, ListFilters } from './list-filters.tsx';
import { ListRow } from './list-row.tsx';
import { ListTabs } from './list-tabs.tsx';
import { filterKeys, viewKeys } from './use-inbox-address.ts';

const rowHeight = 92;

/** The conversations: which list, what it is narrowed to, and its rows. */
export function ListPane({ list, onNew, className }: { list: PagesResult<Conversation>; onNew: () => void; className?: string }) {
  const t = useTranslations('chat');
  const { at } = useInbox();
  const mayReply = useCan('chat.reply') !== null;
  const asked = Object.fromEntries(viewKeys.flatMap((key) => (at.address[key] ? [[key, at.address[key]]] : [])));
  return (
    <section className={cn('flex min-h-0 min-w-0 flex-col bg-surface', className)}>
      <div className="flex items-center gap-1 px-2 pt-3 pb-1.5">
        <div className="min-w-0 flex-1">
          <SavedViews
            list="chat"
            allLabel={t('pages.inbox')}
            current={at.address.view ? Number(at.address.view) : null}
            query={asked}
            pristine={Object.keys(at.address).length === 0 && at.openId === null}
            onOpen={(view) => at.set({ ...Object.fromEntries(viewKeys.map((key) => [key, textOf(view?.query[key])])), view: view ? String(view.id) : undefined })}
          />
        </div>
        <ListFilters />
        {mayReply && (
          <Button size="icon" variant="ghost" aria-label={t('start.title')} title={t('start.title')} onClick={onNew}>
            <SquarePen aria-hidden />
          </Button>
        )}
      </div>
      <div className="px-3.5 pb-2">
        <SearchInput value={at.address.search ?? ''} onChange={(search) => at.set({ search: search || undefined })} label={t('list.search')} />
      </div>
      <ListTabs />
      <FilterChips />
      <div className="flex min-h-0 flex-1 flex-col border-t">
        <Rows list={list} onNew={onNew} />
      </div>
      <ChosenBar rows={list.rows} />
    </section>
  );
}

function Rows({ list, onNew }: { list: PagesResult<Conversation>; onNew: () => void }) {
  const t = useTranslations('chat.list');
  const { at, cursor, setCursor, selection, setSelection, list: handle } = useInbox();
  const { byId } = useLabels();
  const me = useMe().user.id;
  const drafted = useMemo(() => draftedIn(me), [me, at.openId, list.rows]); // eslint-disable-line react-hooks/exhaustive-deps
  const mayReply = useCan('chat.reply') !== null;
  const state = useRef({ at, rows: list.rows, selection });
  state.current = { at, rows: list.rows, selection };
  const anchor = useRef<number | null>(null);
  const open = useCallback(
    (id: number) => {
      setCursor(id);
      state.current.at.open(id);
    },
    [setCursor],
  );
  const choose = useCallback(
    (id: number, on: boolean, extend: boolean) => {
      const ids = state.current.rows.map((row) => row.id);
      const [from, to] = [anchor.current === null ? -1 : ids.indexOf(anchor.current), ids.indexOf(id)].sort((a, b) => a - b) as [number, number];
      const next = new Set(state.current.selection);
      for (const each of extend && from >= 0 ? ids.slice(from, to + 1) : [id]) {
        if (on) next.add(each);
        else next.delete(each);
      }
      anchor.current = id;
      setSelection(next);
    },
    [setSelection],
  );
  // What is no longer in the list cannot be chosen.
  useEffect(() => {
    const there = new Set(list.rows.map(({ id }) => id));
    if (!list.isRefreshing && [...selection].some((id) => !there.has(id))) setSelection(new Set([...selection].filter((id) => there.has(id))));
  }, [list.rows, list.isRefreshing, selection, setSelection]);

  if (list.error) return <ErrorState compact error={list.error} onRetry={list.refetch} />;
  if (list.isLoading) return <RowsSkeleton />;
  if (list.rows.length === 0) {
    if (at.filtered) return <NoMatch onClear={() => at.set(Object.fromEntries(filterKeys.map((key) => [key, undefined])))} />;
    const empty = at.tab === 'all' ? 'empty' : 'emptyTab';
    return (
      <EmptyState
        icon={<InboxIcon />}
        title={at.tab === 'all' ? t('emptyTitle') : t(`emptyTabs.${at.tab}`)}
        action={
          at.tab === 'all' &&
          mayReply && (
            <Button variant="primary" onClick={onNew}>
              {t('start')}
            </Button>
          )
        }
      >
        {empty === 'empty' && t('emptyText')}
      </EmptyState>
    );
  }
  const step = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !['ArrowDown', 'ArrowUp', 'Home', 'End'].includes(event.key)) return;
    event.preventDefault();
    const ids = list.rows.map(({ id }) => id);
    const from = cursor === null ? -1 : ids.indexOf(cursor);
    const to = event.key === 'Home' ? 0 : event.key === 'End' ? ids.length - 1 : from + (event.key === 'ArrowDown' ? 1 : -1);
    const next = ids[Math.max(0, Math.min(ids.length - 1, to))]!;
    if (event.shiftKey) {
      if (from >= 0 && !selection.has(ids[from]!)) choose(ids[from]!, true, false);
      choose(next, true, true);
    }
    setCursor(next);
    handle.current?.focus(String(next));
  };
  return (
    <div data-inbox-list className={cn('flex min-h-0 flex-1 flex-col transition-opacity duration-150', list.isRefreshing && 'opacity-60')}>
      <VirtualList
        key={JSON.stringify(at.query)}
        rows={list.rows}
        rowId={({ id }) => String(id)}
        label={t('label')}
        rowHeight={rowHeight}
        active={cursor === null ? null : String(cursor)}
        handle={handle}
        onKeyDown={step}
        onEnd={list.hasMore ? list.loadMore : undefined}
        className="flex-1"
      >
        {(conversation, { tabIndex }) => (
          <ListRow
            conversation={conversation}
            href={at.hrefOf(conversation.id)}
            open={conversation.id === at.openId}
            chosen={selection.has(conversation.id)}
            choosing={selection.size > 0}
            drafted={conversation.id !== at.openId && drafted.has(conversation.id)}
            tabIndex={tabIndex}
            labels={byId}
            onOpen={open}
            onChoose={choose}
          />
        )}
      </VirtualList>
    </div>
  );
}

const textOf = (value: unknown) => (typeof value === 'string' && value ? value : undefined);

function RowsSkeleton() {
  return (
    <div aria-busy className="overflow-hidden">
      {Array.from({ length: 9 }, (_, row) => (
        <div key={row} className="flex gap-3 border-b px-3.5 py-3">
          <Skeleton className="size-8 shrink-0 rounded-full" />
          <div className="grid flex-1 gap-2 pt-1">
            <Skeleton className={cn('h-3.5', row % 2 ? 'w-28' : 'w-36')} />
            <Skeleton className="h-3 w-full" />
          </div>
        </div>
      ))}
    </div>
  );
}
