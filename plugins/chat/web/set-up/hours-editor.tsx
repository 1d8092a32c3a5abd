'use client';
import { Plus, X } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Button, Switch, TimePicker } from '@loctelli/core/web';
import { isSound, linesOf, nextSpan, weekdays, weekOf, type Span, type Weekday } from './hours.ts';

const office: Span = { from: '09:00', to: '17:00' };

/** The week in which somebody is there; without any hours, always. */
export function HoursEditor({ value, onChange, zone }: { value: readonly string[]; onChange: (lines: string[]) => void; zone: string }) {
  const t = useTranslations('chat.hours');
  const locale = useLocale();
  const week = weekOf(value);
  // The first of June 2026 is a Monday.
  const nameOf = (day: Weekday) => new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2026, 5, 1 + weekdays.indexOf(day))));
  const set = (day: Weekday, spans: Span[]) => onChange(linesOf({ ...week, [day]: spans }));
  if (value.length === 0)
    return (
      <div className="flex flex-wrap items-center gap-3">
        <p className="text-muted">{t('always')}</p>
        <Button size="sm" onClick={() => onChange(weekdays.slice(0, 5).map((day) => `${day} ${office.from}-${office.to}`))}>
          {t('set')}
        </Button>
      </div>
    );
  return (
    <div className="flex flex-col gap-2">
      {weekdays.map((day) => {
        const spans = week[day];
        const next = nextSpan(spans);
        return (
          <div key={day} className="grid grid-cols-[8.5rem_minmax(0,1fr)] items-start gap-2 max-sm:grid-cols-1">
            <span className="flex h-control items-center">
              <Switch checked={spans.length > 0} onChange={(on) => set(day, on ? [office] : [])} label={nameOf(day)} />
            </span>
            {spans.length === 0 ? (
              <span className="flex h-control items-center text-muted max-sm:hidden">{t('closed')}</span>
            ) : (
              <div className="flex flex-col gap-1.5">
                {spans.map((span, index) => (
                  <div key={index} className="flex items-center gap-1.5">
                    <TimePicker className="w-28" aria-label={t('from', { day: nameOf(day) })} value={span.from} onChange={(from) => from && set(day, spans.map((each, at) => (at === index ? { ...each, from } : each)))} />
                    <span aria-hidden className="text-muted">–</span>
                    <TimePicker className="w-28" aria-label={t('to', { day: nameOf(day) })} value={span.to} onChange={(to) => to && set(day, spans.map((each, at) => (at === index ? { ...each, to } : each)))} />
                    {spans.length > 1 && (
                      <Button size="icon-sm" variant="ghost" aria-label={t('remove', { day: nameOf(day) })} onClick={() => set(day, spans.filter((_, at) => at !== index))}>
                        <X aria-hidden />
                      </Button>
                    )}
                    {index === spans.length - 1 && next && spans.length < 4 && (
                      <Button size="icon-sm" variant="ghost" aria-label={t('add', { day: nameOf(day) })} title={t('add', { day: nameOf(day) })} onClick={() => set(day, [...spans, next])}>
                        <Plus aria-hidden />
                      </Button>
                    )}
                  </div>
                ))}
                {!isSound(spans) && (
                  <p role="alert" className="text-sm text-danger-text">
                    {t('wrong')}
                  </p>
                )}
              </div>
            )}
          </div>
        );
      })}
      <p className="mt-1 flex flex-wrap items-center gap-x-3 text-sm text-muted">
        {t('zone', { zone: zone.replaceAll('_', ' ') })}
        <button type="button" onClick={() => onChange([])} className="min-h-6 rounded-sm text-accent-text hover:underline">
          {t('clear')}
        </button>
      </p>
    </div>
  );
}
