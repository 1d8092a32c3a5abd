'use client';
import { useState } from 'react';
import { useRouter } from 'next/navigation';
import { GitCompareArrows, History, RotateCcw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge, Button, ConfirmDialog, EmptyState, ErrorState, Select, Skeleton, toast, useApiMutation, useApiQuery, useCan, useFormats } from '@loctelli/core/web';
import { useQueryClient } from '@tanstack/react-query';
import type { Definition, Strategy, StrategyVersion } from '../../contract.ts';
import { strategies } from '../api.ts';
import { useAddress } from '../use-address.ts';
import { keys } from '../use-strategies.ts';
import { Differences } from './differences.tsx';

type Side = number | 'draft';
const parts = ['from', 'to'] as const;
const sideOf = (text: string | undefined): Side | null => (text === 'draft' ? 'draft' : text ? Number(text) : null);

/** Versions at the start, what changed between two of them beside. */
export function Versions({ strategy }: { strategy: Strategy }) {
  const t = useTranslations('strategies.versions');
  const { data, error, refetch } = useApiQuery(keys.versions(strategy.id), () => strategies.getVersions(strategy.id));
  const { address, set } = useAddress(parts);
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton className="h-72 rounded-lg" />;
  if (data.items.length === 0)
    return (
      <div className="rounded-lg border bg-surface">
        <EmptyState icon={<History />} title={t('emptyTitle')}>
          {t('emptyText')}
        </EmptyState>
      </div>
    );
  const [newest, second] = data.items;
  // What one asks first: what the draft would change; else what the last version did.
  const to = sideOf(address.to) ?? (strategy.changed ? 'draft' : newest!.number);
  const from = sideOf(address.from) ?? (to === 'draft' ? newest!.number : (second?.number ?? newest!.number));
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[20rem_minmax(0,1fr)]">
      <VersionList strategy={strategy} versions={data.items} onCompare={(number) => set({ from: String(number), to: strategy.changed ? 'draft' : String(newest!.number) })} />
      <Comparison strategy={strategy} versions={data.items} from={from} to={to} onChange={(sides) => set({ from: String(sides.from), to: String(sides.to) })} />
    </div>
  );
}

function VersionList({ strategy, versions, onCompare }: { strategy: Strategy; versions: StrategyVersion[]; onCompare: (number: number) => void }) {
  const t = useTranslations('strategies.versions');
  const formats = useFormats();
  const router = useRouter();
  const queries = useQueryClient();
  const mayPublish = useCan('strategies.publish') !== null && strategy.editable;
  const [leaving, setLeaving] = useState<StrategyVersion | null>(null);
  const rollBack = useApiMutation((number: number) => strategies.rollBack(strategy.id, { version: strategy.version, number }), {
    invalidate: [keys.versions(strategy.id), keys.list],
    onSuccess: (answer, number) => {
      queries.setQueryData(keys.one(strategy.id), answer);
      setLeaving(null);
      toast.success(t('rolledBack', { number, now: answer.publishedVersion ?? 0 }));
      router.replace(`/strategies/${strategy.id}/versions`);
    },
    onFailure: () => setLeaving(null),
  });
  return (
    <ol aria-label={t('list')} className="divide-y divide-line rounded-lg border bg-surface">
      {versions.map((version) => (
        <li key={version.number} className="px-4 py-3">
          <p className="flex flex-wrap items-center gap-2 font-medium">
            {t('number', { number: version.number })}
            {version.current && <Badge tone="success">{t('current')}</Badge>}
            {version.live > 0 && <Badge>{t('live', { count: version.live })}</Badge>}
          </p>
          <p className="text-sm text-muted">
            <time dateTime={version.publishedAt}>{formats.dateTime(version.publishedAt)}</time>
            {version.publishedByName && <> · {version.publishedByName}</>}
          </p>
          {version.note && <p className="mt-1 break-words">{version.note}</p>}
          {(!version.current || strategy.changed) && (
            <span className="mt-1.5 -ms-2.5 flex flex-wrap gap-1">
              <Button size="sm" variant="ghost" aria-label={t('compareOf', { number: version.number })} onClick={() => onCompare(version.number)}>
                <GitCompareArrows aria-hidden />
                {t('compare')}
              </Button>
              {mayPublish && !version.current && (
                <Button size="sm" variant="ghost" aria-label={t('rollBackTo', { number: version.number })} onClick={() => setLeaving(version)}>
                  <RotateCcw aria-hidden />
                  {t('rollBack')}
                </Button>
              )}
            </span>
          )}
        </li>
      ))}
      {leaving && (
        <ConfirmDialog
          open
          onOpenChange={(open) => !open && setLeaving(null)}
          title={t('rollBackTitle', { number: leaving.number })}
          description={t(strategy.changed ? 'rollBackLosing' : 'rollBackText', { number: leaving.number, next: versions[0]!.number + 1 })}
          action={t('rollBackAction', { number: leaving.number })}
          busy={rollBack.isPending}
          onConfirm={() => rollBack.mutate(leaving.number)}
        />
      )}
    </ol>
  );
}

interface ComparisonProps {
  strategy: Strategy;
  versions: StrategyVersion[];
  from: Side;
  to: Side;
  onChange: (sides: { from: Side; to: Side }) => void;
}

function Comparison({ strategy, versions, from, to, onChange }: ComparisonProps) {
  const t = useTranslations('strategies.versions');
  const { data, error, refetch } = useApiQuery(['strategies', 'diff', strategy.id, from, to, strategy.version], () => strategies.getDiff(strategy.id, { from, to }), { keep: true });
  const before = useDefinition(strategy, from);
  const after = useDefinition(strategy, to);
  const options = [...versions.map(({ number }) => ({ value: String(number), label: t('number', { number }) })), { value: 'draft', label: t('draft') }];
  const choose = (side: 'from' | 'to') => (text: string) => onChange({ from, to, [side]: sideOf(text)! });
  return (
    <section aria-label={t('comparison')} className="min-w-0 rounded-lg border bg-surface">
      <header className="flex flex-wrap items-center gap-2 border-b px-4 py-3">
        <span>{t('changesFrom')}</span>
        <Select className="w-40" aria-label={t('from')} options={options} value={String(from)} onChange={choose('from')} />
        <span>{t('changesTo')}</span>
        <Select className="w-40" aria-label={t('to')} options={options} value={String(to)} onChange={choose('to')} />
        {data && <span className="ms-auto text-sm text-muted">{t('count', { count: data.items.length })}</span>}
      </header>
      {error && !data ? (
        <ErrorState compact error={error} onRetry={() => void refetch()} />
      ) : !data || !before || !after ? (
        <div aria-busy className="p-4">
          <Skeleton className="h-40" />
        </div>
      ) : data.items.length === 0 ? (
        <p className="px-4 py-8 text-center text-muted">{t('same')}</p>
      ) : (
        <Differences items={data.items} before={before} after={after} />
      )}
    </section>
  );
}

function useDefinition(strategy: Strategy, side: Side): Definition | null {
  const version = useApiQuery(['strategies', 'version', strategy.id, side], () => strategies.getVersion(strategy.id, side as number), { enabled: side !== 'draft' });
  return side === 'draft' ? strategy.draft : (version.data?.definition ?? null);
}
