'use client';
import { useMemo, useState } from 'react';
import { CalendarPlus, CircleCheck, TextCursorInput } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Button, cn, ConfirmDialog, ErrorState, isProblem, Link, Skeleton, toast, useApiMutation, useApiQuery, useProblemText } from '@loctelli/core/web';
import type { OfferedSlots } from '../../contract.ts';
import { strategies } from '../api.ts';
import type { Insert } from './script-text.tsx';

interface Props {
  strategyId: number;
  client: { id: number; name: string };
  insert: Insert;
}
const daysAtFirst = 3;

/** Times that are free now, to be offered in a reply or booked for the client. */
export function OfferSlots({ strategyId, client, insert }: Props) {
  const t = useTranslations('strategies.playbook');
  const [open, setOpen] = useState(false);
  if (!open)
    return (
      <Button className="w-fit" onClick={() => setOpen(true)}>
        <CalendarPlus aria-hidden />
        {t('bookingOpen')}
      </Button>
    );
  return <Slots strategyId={strategyId} client={client} insert={insert} />;
}

function Slots({ strategyId, client, insert }: Props) {
  const t = useTranslations('strategies.playbook');
  const locale = useLocale();
  const describe = useProblemText();
  const { data, error, refetch } = useApiQuery(['strategies', 'slots', strategyId, client.id], () => strategies.getSlots(strategyId, client.id));
  const [all, setAll] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const [booked, setBooked] = useState<{ id: number; start: string } | null>(null);
  const days = useMemo(() => (data ? byDay(data, locale) : []), [data, locale]);
  const book = useApiMutation((start: string) => strategies.book(strategyId, { clientId: client.id, start }), {
    toastErrors: false,
    invalidate: [['bookings'], ['client', client.id]],
    onSuccess: ({ bookingId, start }) => {
      setBooked({ id: bookingId, start });
      setChosen(null);
      setAsking(false);
      void refetch();
    },
    onFailure: (problem) => {
      setAsking(false);
      setChosen(null);
      toast.error(isProblem(problem, 'bookings.taken') ? t('taken') : describe(problem));
      void refetch();
    },
  });
  if (error && !data) return <ErrorState compact error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton className="h-28" />;
  const when = (start: string) => new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit', timeZone: data.zone, timeZoneName: 'short' }).format(new Date(start));
  return (
    <div className="flex flex-col gap-3">
      <p className="text-sm text-muted">{t('slotsIn', { title: data.title, length: data.length, zone: data.zone.replaceAll('_', ' ') })}</p>
      {booked && (
        <p role="status" className="flex items-start gap-2 rounded-md bg-success-soft px-3 py-2 text-success-text">
          <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span className="min-w-0">
            {t('booked', { when: when(booked.start) })}{' '}
            <Link href={`/bookings?booking=${booked.id}`} className="underline">
              {t('openBooking')}
            </Link>
          </span>
        </p>
      )}
      {days.length === 0 && <p className="text-muted">{t('noSlots')}</p>}
      {days.slice(0, all ? undefined : daysAtFirst).map(({ day, slots }) => (
        <div key={day} role="group" aria-label={day}>
          <p className="mb-1.5 text-xs font-medium text-muted">{day}</p>
          <div className="grid grid-cols-[repeat(auto-fill,minmax(5rem,1fr))] gap-1.5">
            {slots.map(({ start, time }) => (
              <button
                key={start}
                type="button"
                aria-pressed={chosen === start}
                onClick={() => setChosen(chosen === start ? null : start)}
                className={cn('h-8 rounded-md border px-1 text-sm whitespace-nowrap tabular-nums transition-colors duration-150 hover:bg-hover', chosen === start && 'border-accent bg-accent-soft text-on-accent-soft hover:bg-accent-soft')}
              >
                {time}
              </button>
            ))}
          </div>
          {slots.some(({ start }) => start === chosen) && (
            <div className="mt-2 flex flex-wrap items-center gap-2">
              <Button size="sm" variant="primary" onClick={() => setAsking(true)}>
                {t('book')}
              </Button>
              {insert && (
                <Button size="sm" onClick={() => insert(t('offerText', { when: when(chosen!) }))}>
                  <TextCursorInput aria-hidden />
                  {t('offer')}
                </Button>
              )}
            </div>
          )}
        </div>
      ))}
      {!all && days.length > daysAtFirst && (
        <Button size="sm" variant="ghost" className="w-fit" onClick={() => setAll(true)}>
          {t('more')}
        </Button>
      )}
      <ConfirmDialog
        open={asking && chosen !== null}
        onOpenChange={setAsking}
        title={t('bookTitle', { title: data.title })}
        description={t('bookText', { name: client.name, when: chosen ? when(chosen) : '' })}
        action={t('bookConfirm')}
        busy={book.isPending}
        onConfirm={() => book.mutate(chosen!)}
      />
    </div>
  );
}

function byDay({ items, zone }: OfferedSlots, locale: string) {
  const dayOf = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone: zone });
  const timeOf = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone: zone });
  const days = new Map<string, { start: string; time: string }[]>();
  for (const { start } of items) {
    const day = dayOf.format(new Date(start));
    days.set(day, [...(days.get(day) ?? []), { start, time: timeOf.format(new Date(start)) }]);
  }
  return [...days].map(([day, slots]) => ({ day, slots }));
}
