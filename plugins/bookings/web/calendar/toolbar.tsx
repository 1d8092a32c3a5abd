'use client';
import { CalendarDays, ChevronLeft, ChevronRight, Columns3, Rows3, Square } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Button, Segmented, todayIn, Tooltip, useShortcut } from '@loctelli/core/web';
import { useTimes } from '../use-times.ts';
import { forms, periodText, turned, type Form } from './period.ts';

interface Props {
  form: Form;
  day: string;
  onForm: (form: Form) => void;
  onDay: (day: string) => void;
}

const signs = { day: <Square aria-hidden />, week: <Columns3 aria-hidden />, month: <CalendarDays aria-hidden />, list: <Rows3 aria-hidden /> };

/** Which days are in sight, and as what. */
export function Toolbar({ form, day, onForm, onDay }: Props) {
  const t = useTranslations('bookings.calendar');
  const locale = useLocale();
  const times = useTimes();
  const today = () => onDay(todayIn(times.zone));
  const turn = (by: 1 | -1) => form !== 'list' && onDay(turned(form, day, by));
  const grid = form !== 'list';
  useShortcut(grid ? { keys: 't', label: t('today'), run: today, scope: 'page' } : null);
  useShortcut(grid ? { keys: 'n', label: t('next'), run: () => turn(1), scope: 'page' } : null);
  useShortcut(grid ? { keys: 'p', label: t('previous'), run: () => turn(-1), scope: 'page' } : null);
  useShortcut({ keys: '1', label: t('forms.day'), run: () => onForm('day'), scope: 'page' });
  useShortcut({ keys: '2', label: t('forms.week'), run: () => onForm('week'), scope: 'page' });
  useShortcut({ keys: '3', label: t('forms.month'), run: () => onForm('month'), scope: 'page' });
  useShortcut({ keys: '4', label: t('forms.list'), run: () => onForm('list'), scope: 'page' });
  return (
    <div className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-2">
      {grid && (
        <>
          <div className="flex items-center gap-1">
            <Tooltip text={t('today')} keys={['t']}>
              <Button onClick={today}>{t('today')}</Button>
            </Tooltip>
            <Button variant="ghost" size="icon" aria-label={t('previous')} onClick={() => turn(-1)}>
              <ChevronLeft aria-hidden className="rtl:-scale-x-100" />
            </Button>
            <Button variant="ghost" size="icon" aria-label={t('next')} onClick={() => turn(1)}>
              <ChevronRight aria-hidden className="rtl:-scale-x-100" />
            </Button>
          </div>
          <h2 aria-live="polite" className="text-lg font-semibold tracking-tight">
            {periodText(form, day, locale)}
          </h2>
          <span className="text-sm text-muted">{t('zone', { zone: times.zoneName(times.zone, new Date(`${day}T12:00:00Z`)) })}</span>
        </>
      )}
      <Segmented className="sm:ms-auto" label={t('form')} value={form} onChange={onForm} options={forms.map((each) => ({ value: each, label: t(`forms.${each}`), icon: <span className="max-sm:hidden">{signs[each]}</span> }))} />
    </div>
  );
}
