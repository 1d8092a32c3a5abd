'use client';
import { lazy, Suspense, useState } from 'react';
import { CalendarClock, Pause, Pencil, Play, Plus, Send, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge, Button, DataTable, EmptyState, ErrorState, Link, NoPermission, Page, PageHeader, Skeleton, toast, useApiMutation, useApiQuery, useCan, useFormats, useShortcut } from '@loctelli/core/web';
import type { Schedule } from '../contract.ts';
import { analytics } from './api.ts';

const ScheduleForm = lazy(() => import('./schedules/schedule-form.tsx'));

/** Dashboards that are mailed again and again. */
export default function ReportsPage() {
  const t = useTranslations('analytics.reports');
  const pages = useTranslations('analytics.pages');
  const ui = useTranslations('core.ui');
  const formats = useFormats();
  const may = useCan('analytics.schedule') !== null;
  const list = useApiQuery(['analytics', 'schedules'], () => analytics.getSchedules(), { enabled: may });
  const [editing, setEditing] = useState<Schedule | 'new' | null>(null);
  const keys = [['analytics', 'schedules']];
  const pause = useApiMutation(({ id, version, isPaused }: Schedule) => analytics.updateSchedule(id, { version, isPaused: !isPaused }), { invalidate: keys });
  const create = useApiMutation(({ dashboardId, frequency, weekday, monthDay, hour, preset, recipients }: Schedule) => analytics.createSchedule({ dashboardId, frequency, weekday, monthDay, hour, preset, recipientIds: recipients.map(({ id }) => id) }), { invalidate: keys });
  const remove = useApiMutation(({ id }: Schedule) => analytics.deleteSchedule(id), { invalidate: keys, onSuccess: (_, row) => toast.show(t('deleted', { name: row.dashboardName }), { undo: { label: ui('undo'), run: () => create.mutate(row) } }) });
  const test = useApiMutation(({ id }: Schedule) => analytics.testSchedule(id), { onSuccess: () => toast.success(t('sent')) });
  useShortcut(may ? { keys: 'c', label: t('new'), run: () => setEditing('new'), scope: 'page' } : null);
  const add = (
    <Button variant="primary" onClick={() => setEditing('new')}>
      <Plus aria-hidden />
      {t('new')}
    </Button>
  );
  const rows = list.data?.items;
  return (
    <Page>
      <PageHeader
        title={pages('reports')}
        description={t('text')}
        back={
          <Link href="/analytics" className="hover:text-fg hover:underline">
            {pages('dashboards')}
          </Link>
        }
        actions={rows && rows.length > 0 && add}
      />
      {!may ? (
        <NoPermission />
      ) : list.error ? (
        <ErrorState error={list.error} onRetry={() => void list.refetch()} />
      ) : !rows ? (
        <div aria-busy className="grid gap-2">
          {[0, 1, 2].map((row) => (
            <Skeleton key={row} className="h-12" />
          ))}
        </div>
      ) : rows.length === 0 ? (
        <EmptyState icon={<CalendarClock />} title={t('emptyTitle')} action={add}>
          {t('emptyText')}
        </EmptyState>
      ) : (
        <DataTable
          label={pages('reports')}
          rows={rows}
          rowId={({ id }) => String(id)}
          rowLabel={({ dashboardName }) => dashboardName}
          columns={[
            { id: 'dashboard', header: t('dashboard'), card: 'title', cell: ({ dashboardName }) => dashboardName },
            { id: 'frequency', header: t('frequency'), cell: ({ frequency }) => t(`frequencies.${frequency}`) },
            { id: 'recipients', header: t('recipients'), cell: ({ recipients }) => formats.list(recipients.slice(0, 3).map(({ name, id }) => name ?? `#${id}`)) + (recipients.length > 3 ? ` +${recipients.length - 3}` : '') },
            { id: 'next', header: t('next'), cell: (row) => (row.isPaused ? <Badge tone="warning">{t('paused')}</Badge> : row.nextAt ? formats.dateTime(row.nextAt, row.zone) : '—') },
            { id: 'last', header: t('last'), cell: (row) => (row.lastAt ? formats.dateTime(row.lastAt, row.zone) : '—') },
          ]}
          rowMenu={(row) => [
            {
              items: [
                { id: 'edit', label: t('change'), icon: <Pencil aria-hidden />, onSelect: () => setEditing(row) },
                { id: 'test', label: t('test'), icon: <Send aria-hidden />, onSelect: () => test.mutate(row) },
                { id: 'pause', label: t(row.isPaused ? 'resume' : 'pause'), icon: row.isPaused ? <Play aria-hidden /> : <Pause aria-hidden />, onSelect: () => pause.mutate(row) },
              ],
            },
            { items: [{ id: 'delete', label: t('delete'), icon: <Trash2 aria-hidden />, danger: true, onSelect: () => remove.mutate(row) }] },
          ]}
        />
      )}
      <Suspense>{editing && <ScheduleForm dashboardId={null} schedule={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}</Suspense>
    </Page>
  );
}
