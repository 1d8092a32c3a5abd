'use client';
import { useState } from 'react';
import { Plus, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, Card, DatePicker, ErrorState, Field, Input, Skeleton, toast, todayIn, useApiMutation, useApiQuery, useCan } from '@loctelli/core/web';
import { bookings } from '../api.ts';
import { keys } from '../use-set-up.ts';
import { useTimes } from '../use-times.ts';

/** Days off for everybody whose schedule observes them. */
export function Holidays() {
  const t = useTranslations('bookings.holidays');
  const ui = useTranslations('core.ui');
  const times = useTimes();
  const mayConfigure = useCan('bookings.configure') !== null;
  const [past, setPast] = useState(false);
  const { data, error, refetch } = useApiQuery(keys.holidays, () => bookings.getHolidays());
  const stale = [keys.holidays, ['bookings', 'preview'], ['bookings', 'slots']];
  const add = useApiMutation((holiday: { date: string; name: string }) => bookings.createHoliday(holiday), { invalidate: stale });
  const remove = useApiMutation(({ id }: { id: number; date: string; name: string }) => bookings.deleteHoliday(id), {
    invalidate: stale,
    onSuccess: (_, { date, name }) => toast.success(t('removed', { name }), { undo: { label: ui('undo'), run: () => add.mutate({ date, name }) } }),
  });
  const today = todayIn(times.zone);
  const all = data?.items ?? [];
  const shown = past ? all : all.filter(({ date }) => date >= today);
  return (
    <Card title={t('title')} description={t('text')} flush>
      {error && !data ? (
        <ErrorState compact error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Skeleton className="m-5 h-16" />
      ) : (
        <>
          {shown.length === 0 && <p className="px-5 pt-4 text-muted">{t('none')}</p>}
          <ul className="max-h-72 divide-y divide-line overflow-y-auto">
            {shown.map((holiday) => (
              <li key={holiday.id} className="flex items-center gap-2 px-5 py-2">
                <span className="min-w-0 flex-1">
                  <span className="block truncate">{holiday.name}</span>
                  <span className="block text-sm text-muted">{times.day(holiday.date, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' })}</span>
                </span>
                {mayConfigure && (
                  <Button variant="ghost" size="icon-sm" aria-label={t('remove', { name: holiday.name })} onClick={() => remove.mutate(holiday)}>
                    <Trash2 aria-hidden />
                  </Button>
                )}
              </li>
            ))}
          </ul>
          {!past && shown.length < all.length && (
            <Button variant="ghost" size="sm" className="mx-4 my-1" onClick={() => setPast(true)}>
              {t('showPast', { count: all.length - shown.length })}
            </Button>
          )}
          {mayConfigure && <AddHoliday busy={add.isPending} onAdd={(holiday, done) => add.mutate(holiday, { onSuccess: done })} />}
        </>
      )}
    </Card>
  );
}

function AddHoliday({ busy, onAdd }: { busy: boolean; onAdd: (holiday: { date: string; name: string }, done: () => void) => void }) {
  const t = useTranslations('bookings.holidays');
  const [date, setDate] = useState<string | null>(null);
  const [name, setName] = useState('');
  const submit = () => {
    if (!date || !name.trim()) return;
    onAdd({ date, name: name.trim() }, () => {
      setDate(null);
      setName('');
    });
  };
  return (
    <form
      className="flex flex-wrap items-end gap-2 border-t px-5 py-3"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Field label={t('date')} className="w-36">
        <DatePicker value={date} onChange={setDate} />
      </Field>
      <Field label={t('name')} className="min-w-32 flex-1">
        <Input value={name} maxLength={120} onChange={(event) => setName(event.target.value)} />
      </Field>
      <Button type="submit" size="icon" busy={busy} disabled={!date || !name.trim()} aria-label={t('add')}>
        <Plus aria-hidden />
      </Button>
    </form>
  );
}
