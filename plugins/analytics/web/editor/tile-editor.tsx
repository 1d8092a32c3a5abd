'use client';
import { useState } from 'react';
import { useTranslations } from 'next-intl';
import { Button, Dialog, ErrorState, Field, Input, Select, SortableList, useProblemText, toast } from '@loctelli/core/web';
import { tileBuckets, tileKinds, tileSizes, type Filter, type MetricInfo, type RangeChoice, type Tile, type TileKind } from '../../contract.ts';
import { Filters } from '../dashboard/filters.tsx';
import { useAnswers, useGoals, useMetrics } from '../data/use-analytics.ts';
import { TileCard } from '../tiles/tile-card.tsx';
import { MetricPicker } from './metric-picker.tsx';

interface Props {
  /** Null for a new one. */
  tile: Tile | null;
  range: RangeChoice;
  filters: Filter;
  onClose: () => void;
  onSave: (tile: Tile) => Promise<unknown>;
}

const many: ReadonlySet<TileKind> = new Set(['kpi', 'line', 'bar', 'funnel', 'table']);
const splits: ReadonlySet<TileKind> = new Set(['line', 'bar', 'table', 'leaderboard']);
const usual: Record<TileKind, Tile['size']> = { kpi: 'small', line: 'medium', bar: 'medium', funnel: 'medium', table: 'medium', leaderboard: 'medium', goal: 'small' };

/** Makes or changes a tile, and shows what it will look like as it is made. */
export default function TileEditor({ tile, range, filters, onClose, onSave }: Props) {
  const t = useTranslations('analytics.editor');
  const ui = useTranslations('core.ui');
  const describe = useProblemText();
  const metrics = useMetrics();
  const goals = useGoals();
  const [draft, setDraft] = useState<Tile>(() => tile ?? { id: crypto.randomUUID().slice(0, 12), kind: 'kpi', title: null, metrics: [], by: null, where: {}, bucket: 'auto', goalId: null, size: 'small' });
  const [busy, setBusy] = useState(false);
  const set = (changes: Partial<Tile>) => setDraft((now) => ({ ...now, ...changes }));
  const all = metrics.data?.items ?? [];
  const chosen = draft.metrics.flatMap((name) => all.find((metric) => metric.name === name) ?? []);
  const complete = draft.kind === 'goal' ? draft.goalId !== null : draft.metrics.length > 0;
  const preview = useAnswers(range, filters, complete ? [{ ...draft, title: null, size: 'small' }] : []);
  const dimensions = dimensionsOf(draft.kind === 'table' ? chosen : chosen.slice(0, 1));
  const toKind = (kind: TileKind) => set({ kind, size: tile ? draft.size : usual[kind], ...(!many.has(kind) && { metrics: draft.metrics.slice(0, 1) }), ...(kind === 'funnel' && draft.metrics.length === 0 && { metrics: firstFunnel(all) }), ...(!splits.has(kind) && { by: null }) });
  const save = async () => {
    setBusy(true);
    try {
      await onSave({ ...draft, title: draft.title?.trim() || null });
      onClose();
    } catch (error) {
      toast.error(describe(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="lg"
      title={t(tile ? 'change' : 'new')}
      footer={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button variant="primary" busy={busy} disabled={!complete} onClick={() => void save()}>
            {t(tile ? 'save' : 'add')}
          </Button>
        </>
      }
    >
      <div className="grid gap-6 md:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-4">
          <Field label={t('kind')}>
            <Select value={draft.kind} onChange={toKind} options={tileKinds.filter((kind) => kind !== 'goal' || (goals.data?.items.length ?? 0) > 0 || draft.kind === 'goal').map((kind) => ({ value: kind, label: t(`kinds.${kind}`), hint: t(`about.${kind}`) }))} />
          </Field>
          {draft.kind === 'goal' ? (
            <Field label={t('goal')}>
              <Select value={draft.goalId === null ? null : String(draft.goalId)} onChange={(id) => set({ goalId: Number(id) })} options={(goals.data?.items ?? []).map(({ id, name, metricTitle }) => ({ value: String(id), label: name, hint: metricTitle }))} />
            </Field>
          ) : (
            <>
              <MetricPicker label={t(draft.kind === 'funnel' ? 'steps' : many.has(draft.kind) ? 'numbers' : 'number')} metrics={all} value={draft.metrics} several={many.has(draft.kind)} onChange={(names) => set({ metrics: names, ...(!dimensionsOf(all.filter(({ name }) => name === names[0])).some(({ name }) => name === draft.by) && { by: null }) })} />
              {draft.metrics.length > 1 && (
                <SortableList items={chosen} itemId={({ name }) => name} itemLabel={({ title }) => title} label={t('order')} onOrder={(next) => set({ metrics: next.map(({ name }) => name) })}>
                  {({ title }) => title}
                </SortableList>
              )}
              {splits.has(draft.kind) && (
                <Field label={t('by')}>
                  <Select value={draft.by ?? 'time'} onChange={(by) => set({ by: by === 'time' ? null : by })} options={[{ value: 'time', label: t(draft.kind === 'leaderboard' ? 'byPeople' : 'byTime') }, ...dimensions.map(({ name, title }) => ({ value: name, label: title }))]} />
                </Field>
              )}
              {(draft.kind === 'line' || ((draft.kind === 'bar' || draft.kind === 'table') && draft.by === null)) && (
                <Field label={t('bucket')}>
                  <Select value={draft.bucket} onChange={(bucket) => set({ bucket })} options={tileBuckets.map((bucket) => ({ value: bucket, label: t(`buckets.${bucket}`) }))} />
                </Field>
              )}
              {chosen.length > 0 && (
                <div>
                  <p className="mb-1.5 text-sm font-medium">{t('where')}</p>
                  <Filters metrics={chosen} value={draft.where} onChange={(where) => set({ where })} />
                </div>
              )}
            </>
          )}
          <div className="grid grid-cols-2 gap-3">
            <Field label={t('title')} optional={ui('optional')}>
              <Input value={draft.title ?? ''} maxLength={80} onChange={(event) => set({ title: event.target.value })} />
            </Field>
            <Field label={t('size')}>
              <Select value={draft.size} onChange={(size) => set({ size })} options={tileSizes.map((size) => ({ value: size, label: t(`sizes.${size}`) }))} />
            </Field>
          </div>
        </div>
        <div className="min-w-0" aria-live="polite">
          <p className="mb-1.5 text-sm font-medium">{t('preview')}</p>
          {!complete ? (
            <p className="rounded-lg border border-dashed px-5 py-10 text-center text-muted">{t('previewEmpty')}</p>
          ) : preview.error ? (
            <ErrorState compact error={preview.error} onRetry={() => void preview.refetch()} />
          ) : (
            <TileCard tile={{ ...draft, title: draft.title?.trim() || null, size: 'small' }} answer={preview.data?.items.find(({ kind }) => kind === draft.kind)} range={preview.data?.range} />
          )}
        </div>
      </div>
    </Dialog>
  );
}

/** What every one of the metrics can be split by. */
function dimensionsOf(metrics: readonly MetricInfo[]): MetricInfo['dimensions'] {
  const [first, ...others] = metrics;
  return (first?.dimensions ?? []).filter(({ name }) => others.every(({ dimensions }) => dimensions.some((one) => one.name === name)));
}

/** The steps that plugins say lead from one to the next. */
function firstFunnel(metrics: readonly MetricInfo[]): string[] {
  const placed = metrics.filter(({ funnel }) => funnel?.id === metrics.find((one) => one.funnel)?.funnel?.id && funnel);
  return [...placed].sort((a, b) => a.funnel!.order - b.funnel!.order).map(({ name }) => name);
}
