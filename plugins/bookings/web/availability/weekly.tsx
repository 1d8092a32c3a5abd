'use client';
import { useState } from 'react';
import { Copy } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Button, Card, CheckList, firstWeekday, Popover, Switch } from '@loctelli/core/web';
import type { WeeklyHours } from '../../contract.ts';
import { useTimes } from '../use-times.ts';
import { copied, hoursOf, usualWeek, withHours } from './draft.ts';
import { HourRanges } from './hour-ranges.tsx';

interface Props {
  value: WeeklyHours[];
  onChange: (weekly: WeeklyHours[]) => void;
  disabled: boolean;
}

/** Weekdays, 1 is Monday, from where the reader's week begins. */
export function useWeekdays(): { day: number; name: string }[] {
  const locale = useLocale();
  const times = useTimes();
  const first = firstWeekday(locale) || 7;
  return Array.from({ length: 7 }, (_, index) => ((first - 1 + index) % 7) + 1).map((day) => ({ day, name: times.day(`2024-01-0${day}`, { weekday: 'long' }) }));
}

/** The hours of each weekday. */
export function Weekly({ value, onChange, disabled }: Props) {
  const t = useTranslations('bookings.hours');
  const weekdays = useWeekdays();
  return (
    <Card title={t('weekly')} description={t('weeklyText')} flush>
      <ul className="divide-y divide-line">
        {weekdays.map(({ day, name }) => {
          const hours = hoursOf(value, day);
          return (
            <li key={day} className="flex flex-wrap items-start gap-x-4 gap-y-2 px-5 py-3">
              <span className="flex h-control w-36 flex-1 items-center sm:flex-none">
                <Switch disabled={disabled} checked={hours.length > 0} label={name} onChange={(on) => onChange(withHours(value, day, on ? [{ from: usualWeek()[0]!.from, to: usualWeek()[0]!.to }] : []))} />
              </span>
              <div className="order-last min-w-0 basis-full sm:order-none sm:flex-1 sm:basis-0">
                <HourRanges label={name} none={t('off')} value={hours} disabled={disabled} onChange={(next) => onChange(withHours(value, day, next))} />
              </div>
              {!disabled && <CopyTo name={name} others={weekdays.filter((each) => each.day !== day)} onCopy={(days) => onChange(copied(value, day, days))} />}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

function CopyTo({ name, others, onCopy }: { name: string; others: { day: number; name: string }[]; onCopy: (days: number[]) => void }) {
  const t = useTranslations('bookings.hours');
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<string[]>([]);
  return (
    <Popover
      align="end"
      title={t('copyOf', { day: name })}
      showTitle
      open={open}
      onOpenChange={(now) => {
        setOpen(now);
        setChosen([]);
      }}
      trigger={
        <Button variant="ghost" size="icon" aria-label={t('copyOf', { day: name })}>
          <Copy aria-hidden />
        </Button>
      }
    >
      <CheckList label={t('copyOf', { day: name })} value={chosen} onChange={setChosen} options={others.map((each) => ({ value: String(each.day), label: each.name }))} />
      <Button
        size="sm"
        variant="primary"
        className="mt-2 w-full"
        disabled={chosen.length === 0}
        onClick={() => {
          onCopy(chosen.map(Number));
          setOpen(false);
        }}
      >
        {t('copy', { count: chosen.length })}
      </Button>
    </Popover>
  );
}
