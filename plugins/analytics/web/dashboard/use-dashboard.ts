'use client';
import { useState } from 'react';
import { useTranslations } from 'next-intl';
import { toast, useApiMutation, useApiQuery, useInvalidate } from '@loctelli/core/web';
import type { Dashboard, DashboardUpdateInput, Tile } from '../../contract.ts';
import { analytics } from '../api.ts';
import { useDashboards } from '../data/use-analytics.ts';
import { useAddress } from './use-address.ts';

/**
 * The dashboard that is shown: the one of the address, the first there is, or what a tenant begins with, which becomes a dashboard when it is
 * first changed. A change shows at once and goes back when it could not be kept.
 */
export function useDashboard() {
  const t = useTranslations('analytics.dashboard');
  const ui = useTranslations('core.ui');
  const at = useAddress();
  const list = useDashboards();
  const items = list.data?.items;
  const [saved, setSaved] = useState<Dashboard | null>(null);
  const listed = items?.find(({ id }) => id === at.dashboard) ?? items?.[0] ?? null;
  // The list comes anew a moment after a change: until then the answer to the change is what there is.
  const kept = listed && saved?.id === listed.id && saved.version > listed.version ? saved : listed;
  const start = useApiQuery(['analytics', 'start'], () => analytics.getStartDashboard(), { enabled: items?.length === 0 });
  const invalidate = useInvalidate();
  const [draft, setDraft] = useState<{ of: number; version: number; tiles: Tile[] } | null>(null);
  const tiles = draft && kept && draft.of === kept.id && draft.version === kept.version ? draft.tiles : (kept?.tiles ?? start.data?.tiles);

  const save = useApiMutation(({ id, ...body }: DashboardUpdateInput & { id: number }) => analytics.updateDashboard(id, body), {
    invalidate: [['analytics', 'dashboards']],
    onSuccess: (after) => setSaved(after as Dashboard),
    onFailure: () => (setDraft(null), invalidate(['analytics', 'dashboards'])),
  });
  const create = useApiMutation((input: Parameters<typeof analytics.createDashboard>[0]) => analytics.createDashboard(input), {
    invalidate: [['analytics', 'dashboards']],
    onSuccess: (made) => at.set({ dashboard: (made as Dashboard).id, range: undefined, filters: undefined }),
  });

  /** Puts tiles in place of those there are; with a word said about it, it can be taken back. */
  const change = async (next: Tile[], said?: string) => {
    if (!kept) {
      await create.mutateAsync({ name: t('startName'), tiles: next, range: start.data?.range });
      return;
    }
    const before = tiles ?? [];
    setDraft({ of: kept.id, version: kept.version, tiles: next });
    const saved = (await save.mutateAsync({ id: kept.id, version: kept.version, tiles: next })) as Dashboard;
    if (said) toast.show(said, { undo: { label: ui('undo'), run: () => save.mutate({ id: saved.id, version: saved.version, tiles: before }) } });
  };
  return {
    at,
    items,
    kept,
    tiles,
    range: at.range ?? kept?.range ?? start.data?.range,
    filters: at.filters ?? kept?.filters ?? {},
    /** Whether the reader may change what is shown. */
    mine: kept ? kept.mine : true,
    error: list.error ?? start.error,
    refetch: () => void (list.error ? list.refetch() : start.refetch()),
    change,
    save,
    create,
  };
}
