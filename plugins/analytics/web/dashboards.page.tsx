'use client';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useSearchParams } from 'next/navigation';
import { ChartNoAxesCombined, Plus, Save } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, EmptyState, ErrorState, NoMatch, Page, PageHeader, Select, useShortcut } from '@loctelli/core/web';
import type { Tile } from '../contract.ts';
import { DashboardForm } from './dashboard/dashboard-form.tsx';
import { DashboardMenu } from './dashboard/dashboard-menu.tsx';
import { Filters } from './dashboard/filters.tsx';
import { RangeControl } from './dashboard/range-control.tsx';
import { TileGrid } from './dashboard/tile-grid.tsx';
import { useDashboard } from './dashboard/use-dashboard.ts';
import { useExports } from './dashboard/use-exports.ts';
import { useAnswers, useMetrics } from './data/use-analytics.ts';
import { RowsDrawer } from './tiles/rows-drawer.tsx';
import { gridClass, TileCard } from './tiles/tile-card.tsx';
import type { Opened } from './tiles/types.ts';

const TileEditor = lazy(() => import('./editor/tile-editor.tsx'));
const ScheduleForm = lazy(() => import('./schedules/schedule-form.tsx'));

/** A dashboard: which, of which days, of which rows; and its tiles. */
export default function DashboardsPage() {
  const t = useTranslations('analytics.dashboard');
  const pages = useTranslations('analytics.pages');
  const board = useDashboard();
  const metrics = useMetrics();
  const { at, kept, items, range, filters, tiles, mine } = board;
  const answers = useAnswers(range ?? { preset: 'last30', compare: 'previous' }, filters, tiles ?? [], range !== undefined);
  const exports = useExports(range, filters);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [editing, setEditing] = useState<Tile | 'new' | null>(null);
  const [making, setMaking] = useState(false);
  const [scheduling, setScheduling] = useState(false);
  const wanted = useSearchParams().has('create');
  useEffect(() => {
    if (!wanted) return;
    window.history.replaceState(null, '', window.location.pathname);
    setMaking(true);
  }, [wanted]);
  useShortcut(mine ? { keys: 'c', label: t('addTile'), run: () => setEditing('new'), scope: 'page' } : null);
  const onBoard = new Set((tiles ?? []).flatMap((tile) => tile.metrics));
  const known = (metrics.data?.items ?? []).filter(({ name }) => onBoard.has(name));
  const changed = kept && mine && (at.range || at.filters);
  const filtered = Object.keys(filters).length > 0;
  const said = (what: 'moved' | 'removed' | 'sized') => (what === 'sized' ? undefined : t(what));
  const empty = answers.data && filtered && answers.data.items.length > 0 && answers.data.items.every(({ totals, groups, goal }) => !goal && groups.length === 0 && totals.every(({ value }) => !value));
  return (
    <Page>
      <PageHeader
        title={pages('dashboards')}
        description={answers.data && t('zone', { zone: answers.data.range.zone })}
        actions={
          <>
            {items && items.length > 1 && <Select aria-label={t('which')} value={kept ? String(kept.id) : null} onChange={(id) => at.set({ dashboard: Number(id), range: undefined, filters: undefined })} options={items.map(({ id, name, visibility }) => ({ value: String(id), label: name, hint: t(`visibilities.${visibility}`) }))} className="w-52" />}
            {range && <RangeControl value={range} resolved={answers.data?.range} onChange={(next) => at.set({ range: next })} />}
            {mine && (
              <Button variant="primary" onClick={() => setEditing('new')}>
                <Plus aria-hidden />
                {t('addTile')}
              </Button>
            )}
            <DashboardMenu board={board} onNew={() => setMaking(true)} onSchedule={() => setScheduling(true)} />
          </>
        }
      />
      {items && items.length === 1 && <h2 className="mb-3 font-semibold">{kept?.name}</h2>}
      {known.length > 0 && (
        <div className="mb-4 flex flex-wrap items-center gap-2">
          <Filters metrics={known} value={filters} onChange={(next) => at.set({ filters: next })} />
          {changed && (
            <Button size="sm" variant="ghost" onClick={() => board.save.mutate({ id: kept.id, version: kept.version, range, filters }, { onSuccess: () => at.set({ range: undefined, filters: undefined }) })}>
              <Save aria-hidden />
              {t('keep')}
            </Button>
          )}
        </div>
      )}
      {(board.error ?? answers.error) ? (
        <ErrorState error={board.error ?? answers.error} onRetry={() => (board.error ? board.refetch() : void answers.refetch())} />
      ) : !tiles ? (
        <div aria-busy className={gridClass}>
          {skeleton.map((tile) => (
            <TileCard key={tile.id} tile={tile} answer={undefined} range={undefined} />
          ))}
        </div>
      ) : tiles.length === 0 ? (
        <EmptyState
          icon={<ChartNoAxesCombined />}
          title={t('emptyTitle')}
          action={
            mine && (
              <Button variant="primary" onClick={() => setEditing('new')}>
                <Plus aria-hidden />
                {t('addTile')}
              </Button>
            )
          }
        >
          {t(kept ? 'emptyText' : 'nothingText')}
        </EmptyState>
      ) : empty ? (
        <NoMatch onClear={() => at.set({ filters: {} })} />
      ) : (
        <TileGrid
          tiles={tiles}
          answers={answers.data}
          onOpen={setOpened}
          onCsv={exports.csv}
          onPng={exports.png}
          edit={mine ? { onEdit: setEditing, onChange: (next, what) => void board.change(next, said(what)).catch(() => undefined) } : undefined}
        />
      )}
      {range && <RowsDrawer opened={opened} range={range} filters={filters} onClose={() => setOpened(null)} />}
      <Suspense>
        {editing && range && (
          <TileEditor
            tile={editing === 'new' ? null : editing}
            range={range}
            filters={filters}
            onClose={() => setEditing(null)}
            onSave={(tile) => board.change(editing === 'new' ? [...(tiles ?? []), tile] : (tiles ?? []).map((one) => (one.id === tile.id ? tile : one)))}
          />
        )}
        {scheduling && kept && <ScheduleForm dashboardId={kept.id} schedule={null} onClose={() => setScheduling(false)} />}
      </Suspense>
      <DashboardForm open={making} onOpenChange={setMaking} onSave={(facts) => board.create.mutateAsync(facts)} />
    </Page>
  );
}

const skeleton = (['kpi', 'kpi', 'kpi', 'kpi', 'line', 'funnel'] as const).map((kind, index): Tile => ({ id: String(index), kind, title: null, metrics: [], by: null, where: {}, bucket: 'auto', goalId: null, size: kind === 'kpi' ? 'small' : 'medium' }));
