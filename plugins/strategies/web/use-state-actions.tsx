'use client';
import { useState, type ReactNode } from 'react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { ConfirmDialog, toast, useApiMutation } from '@loctelli/core/web';
import type { StrategyStatus, StrategySummary } from '../contract.ts';
import { strategies } from './api.ts';
import { keys } from './use-strategies.ts';

type Subject = Pick<StrategySummary, 'id' | 'name' | 'status' | 'publishedVersion'> & { version?: number; results: Pick<StrategySummary['results'], 'enrolled' | 'live'> };
type Change = { strategy: Subject; status: Exclude<StrategyStatus, 'draft'>; undoing?: boolean };

/** Pausing, going on, archiving, copying and deleting strategies, each with its way back. Draw `dialog` somewhere. */
export function useStateActions(onDeleted?: () => void): {
  setState: (strategy: Subject, status: Change['status']) => void;
  duplicate: (strategyId: number) => void;
  remove: (strategy: Subject) => void;
  dialog: ReactNode;
} {
  const t = useTranslations('strategies.list');
  const ui = useTranslations('core.ui');
  const router = useRouter();
  const [leaving, setLeaving] = useState<{ strategy: Subject; what: 'archive' | 'delete' } | null>(null);
  const change = useApiMutation(
    // The list holds no versions of rows: the state is changed as the strategy stands now.
    async ({ strategy, status }: Change) => strategies.setState(strategy.id, { version: strategy.version ?? (await strategies.getStrategy(strategy.id)).version, status }),
    {
      invalidate: [keys.all],
      onSuccess: (now, { strategy, status, undoing }) => {
        setLeaving(null);
        // What was archived comes back paused: nothing is sent before somebody says so.
        const before = strategy.status === 'draft' ? 'paused' : strategy.status;
        toast.success(t(`changed.${status}`, { name: now.name }), undoing ? {} : { undo: { label: ui('undo'), run: () => change.mutate({ strategy: { ...now, version: now.version }, status: before, undoing: true }) } });
      },
      onFailure: () => setLeaving(null),
    },
  );
  const copy = useApiMutation((strategyId: number) => strategies.duplicate(strategyId), {
    invalidate: [keys.list],
    onSuccess: (made) => {
      toast.success(t('duplicated', { name: made.name }));
      router.push(`/strategies/${made.id}`);
    },
  });
  const erase = useApiMutation((strategy: Subject) => strategies.deleteStrategy(strategy.id), {
    invalidate: [keys.list],
    onSuccess: (_, strategy) => {
      setLeaving(null);
      toast.success(t('deleted', { name: strategy.name }));
      onDeleted?.();
    },
    onFailure: () => setLeaving(null),
  });
  const setState = (strategy: Subject, status: Change['status']) => {
    // Archiving stops who is enrolled; that is asked for, and cannot be undone with the rest.
    if (status === 'archived' && strategy.results.live > 0) setLeaving({ strategy, what: 'archive' });
    else change.mutate({ strategy, status });
  };
  const dialog = leaving && (
    <ConfirmDialog
      open
      danger
      onOpenChange={(open) => !open && setLeaving(null)}
      title={t(`${leaving.what}Title`, { name: leaving.strategy.name })}
      description={t(`${leaving.what}Text`, { count: leaving.strategy.results.live })}
      action={t(leaving.what)}
      busy={change.isPending || erase.isPending}
      onConfirm={() => (leaving.what === 'delete' ? erase.mutate(leaving.strategy) : change.mutate({ strategy: leaving.strategy, status: 'archived' }))}
    />
  );
  return { setState, duplicate: copy.mutate, remove: (strategy) => setLeaving({ strategy, what: 'delete' }), dialog };
}
