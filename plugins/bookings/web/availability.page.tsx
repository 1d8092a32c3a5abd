'use client';
import { useState } from 'react';
import { useSearchParams } from 'next/navigation';
import { CalendarClock, Ellipsis, Plus, Rss, Star, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge, Button, ConfirmDialog, EmptyState, ErrorState, Menu, Page, PageHeader, Select, Skeleton, toast, useApiMutation, useApiQuery, useCan, useMe } from '@loctelli/core/web';
import type { Schedule } from '../contract.ts';
import { bookings } from './api.ts';
import { usualWeek } from './availability/draft.ts';
import { ScheduleEditor } from './availability/schedule-editor.tsx';
import { FeedDialog } from './feed-dialog.tsx';
import { Sections } from './sections.tsx';
import { useHosts } from './use-set-up.ts';
import { useTimes } from './use-times.ts';

/** When somebody can be booked: one's own hours, or those of whoever one may set them for. */
export default function AvailabilityPage() {
  const t = useTranslations('bookings');
  const me = useMe().user;
  const times = useTimes();
  const reach = useCan('bookings.availability');
  const wanted = Number(useSearchParams().get('user')) || me.id;
  const { hosts } = useHosts();
  const [userId, setUserId] = useState(wanted);
  const [scheduleId, setScheduleId] = useState<number | null>(null);
  const [feeding, setFeeding] = useState(false);
  const key = ['bookings', 'schedules', userId];
  const { data, error, refetch } = useApiQuery(key, () => bookings.getSchedules({ userId }));
  const schedules = data?.items ?? [];
  const schedule = schedules.find(({ id }) => id === scheduleId) ?? schedules.find(({ isDefault }) => isDefault) ?? schedules[0];
  const add = useApiMutation((name: string) => bookings.createSchedule({ ...(userId !== me.id && { userId }), name, zone: times.zone, weekly: usualWeek() }), {
    invalidate: [['bookings', 'schedules'], ['bookings', 'hosts']],
    onSuccess: (made) => setScheduleId((made as Schedule).id),
  });
  const mayEdit = reach !== null;
  const people = reach && reach !== 'own' && hosts.length > 1;
  return (
    <Page>
      <PageHeader
        title={t('pages.availability')}
        description={t('schedule.text')}
        actions={
          <Button onClick={() => setFeeding(true)}>
            <Rss aria-hidden />
            {t('feed.action')}
          </Button>
        }
      />
      <Sections current="availability" />
      <div className="mb-4 flex flex-wrap items-center gap-2">
        {people && (
          <Select
            aria-label={t('schedule.person')}
            className="w-auto max-w-60"
            value={String(userId)}
            onChange={(id) => {
              setUserId(Number(id));
              setScheduleId(null);
            }}
            options={withMe(hosts, me).map(({ userId: id, name }) => ({ value: String(id), label: id === me.id ? t('schedule.me', { name }) : name }))}
          />
        )}
        {schedules.length > 1 && schedule && (
          <Select aria-label={t('schedule.which')} className="w-auto max-w-60" value={String(schedule.id)} onChange={(id) => setScheduleId(Number(id))} options={schedules.map(({ id, name }) => ({ value: String(id), label: name }))} />
        )}
        {schedule?.isDefault && schedules.length > 1 && <Badge tone="accent">{t('schedule.default')}</Badge>}
        {mayEdit && schedule && <ScheduleMenu schedule={schedule} onAdd={() => add.mutate(t('schedule.newName', { number: schedules.length + 1 }))} onDeleted={() => setScheduleId(null)} />}
      </div>
      {error && !data ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <div aria-busy className="grid gap-6 xl:grid-cols-[minmax(0,72ch)_minmax(20rem,24rem)]">
          <Skeleton className="h-120 rounded-lg" />
          <Skeleton className="h-96 rounded-lg" />
        </div>
      ) : schedule ? (
        <ScheduleEditor key={schedule.id} schedule={schedule} disabled={!mayEdit} />
      ) : (
        <div className="rounded-lg border bg-surface">
          <EmptyState
            icon={<CalendarClock />}
            title={t('schedule.emptyTitle')}
            action={
              mayEdit && (
                <Button variant="primary" busy={add.isPending} onClick={() => add.mutate(t('schedule.firstName'))}>
                  {t('schedule.start')}
                </Button>
              )
            }
          >
            {t('schedule.emptyText')}
          </EmptyState>
        </div>
      )}
      {feeding && <FeedDialog onClose={() => setFeeding(false)} />}
    </Page>
  );
}

const withMe = (hosts: { userId: number; name: string }[], me: { id: number; name: string }) => (hosts.some(({ userId }) => userId === me.id) ? hosts : [{ userId: me.id, name: me.name }, ...hosts]);

function ScheduleMenu({ schedule, onAdd, onDeleted }: { schedule: Schedule; onAdd: () => void; onDeleted: () => void }) {
  const t = useTranslations('bookings.schedule');
  const [leaving, setLeaving] = useState(false);
  const stale = { invalidate: [['bookings', 'schedules'], ['bookings', 'slots']] };
  const first = useApiMutation(() => bookings.updateSchedule(schedule.id, { version: schedule.version, isDefault: true }), { ...stale, onSuccess: () => toast.success(t('madeDefault', { name: schedule.name })) });
  const remove = useApiMutation(() => bookings.deleteSchedule(schedule.id), { ...stale, onSuccess: onDeleted });
  const items = [
    { id: 'add', label: t('add'), icon: <Plus aria-hidden />, onSelect: onAdd },
    ...(schedule.isDefault ? [] : [{ id: 'default', label: t('makeDefault'), icon: <Star aria-hidden />, onSelect: () => first.mutate() }]),
  ];
  return (
    <>
      <Menu
        align="start"
        groups={[{ items }, { items: schedule.isDefault ? [] : [{ id: 'delete', label: t('delete'), icon: <Trash2 aria-hidden />, danger: true, onSelect: () => setLeaving(true) }] }]}
        trigger={
          <Button size="icon" variant="ghost" aria-label={t('more')}>
            <Ellipsis aria-hidden />
          </Button>
        }
      />
      <ConfirmDialog
        open={leaving}
        onOpenChange={setLeaving}
        danger
        title={t('deleteTitle', { name: schedule.name })}
        description={t('deleteText')}
        action={t('delete')}
        busy={remove.isPending}
        onConfirm={() => remove.mutate(undefined, { onSettled: () => setLeaving(false) })}
      />
    </>
  );
}
