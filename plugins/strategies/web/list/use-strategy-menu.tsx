'use client';
import { Archive, ArchiveRestore, ChartColumn, Copy, Pause, Pencil, Play, Trash2, Users } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Link, useCan, type MenuGroup } from '@loctelli/core/web';
import type { StrategySummary } from '../../contract.ts';
import { useStateActions } from '../use-state-actions.tsx';

/** What can be done with a strategy from the list. */
export function useStrategyMenu(): { menu: (strategy: StrategySummary) => MenuGroup[]; dialog: React.ReactNode } {
  const t = useTranslations('strategies.list');
  const { setState, duplicate, remove, dialog } = useStateActions();
  const mayCreate = useCan('strategies.create') !== null;
  const mayPublish = useCan('strategies.publish') !== null;
  const mayDelete = useCan('strategies.delete') !== null;
  const seesEnrolments = useCan('strategies.enrolments') !== null;
  const menu = (strategy: StrategySummary): MenuGroup[] => {
    const { id, status, editable, results } = strategy;
    const acts = mayPublish && editable;
    return [
      {
        items: [
          { id: 'edit', label: t(editable ? 'edit' : 'open'), icon: <Pencil aria-hidden />, render: <Link href={`/strategies/${id}`} /> },
          { id: 'results', label: t('seeResults'), icon: <ChartColumn aria-hidden />, render: <Link href={`/strategies/${id}/results`} /> },
          ...(seesEnrolments ? [{ id: 'enrolments', label: t('seeEnrolments'), icon: <Users aria-hidden />, render: <Link href={`/strategies/${id}/enrolments`} /> }] : []),
          ...(mayCreate ? [{ id: 'duplicate', label: t('duplicate'), icon: <Copy aria-hidden />, onSelect: () => duplicate(id) }] : []),
        ],
      },
      {
        items: [
          ...(acts && status === 'active' ? [{ id: 'pause', label: t('pause'), icon: <Pause aria-hidden />, onSelect: () => setState(strategy, 'paused') }] : []),
          ...(acts && status === 'paused' ? [{ id: 'go-on', label: t('goOn'), icon: <Play aria-hidden />, onSelect: () => setState(strategy, 'active') }] : []),
          ...(acts && status === 'archived' ? [{ id: 'restore', label: t('restore'), icon: <ArchiveRestore aria-hidden />, onSelect: () => setState(strategy, 'paused') }] : []),
          ...(acts && status !== 'archived' ? [{ id: 'archive', label: t('archive'), icon: <Archive aria-hidden />, onSelect: () => setState(strategy, 'archived') }] : []),
          ...(mayDelete && editable && results.enrolled === 0 ? [{ id: 'delete', label: t('delete'), icon: <Trash2 aria-hidden />, danger: true, onSelect: () => remove(strategy) }] : []),
        ],
      },
    ];
  };
  return { menu, dialog };
}
