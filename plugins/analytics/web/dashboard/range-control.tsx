'use client';
import { useState } from 'react';
import { CalendarRange } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, cn, DatePicker, Popover, Segmented } from '@loctelli/core/web';
import { comparison, rangePresets, type RangeChoice, type ResolvedRange } from '../../contract.ts';
import { useNumbers } from '../data/use-numbers.ts';

/** Which days, and what they are compared with. */
export function RangeControl({ value, resolved, onChange }: { value: RangeChoice; resolved: ResolvedRange | undefined; onChange: (range: RangeChoice) => void }) {
  const t = useTranslations('analytics.ranges');
  const numbers = useNumbers();
  const [open, setOpen] = useState(false);
  const days = resolved ? numbers.days(resolved.fromDay, resolved.toDay) : '';
  const text = value.preset === 'custom' ? days : t(value.preset);
  const custom = (from: string | undefined, to: string | undefined) => {
    if (!from || !to) return;
    const [first, last] = from <= to ? [from, to] : [to, from];
    onChange({ preset: 'custom', from: first, to: last, compare: value.compare });
  };
  return (
    <Popover
      title={t('title')}
      open={open}
      onOpenChange={setOpen}
      align="end"
      trigger={
        <Button aria-label={`${t('title')}: ${text}`}>
          <CalendarRange aria-hidden className="text-subtle" />
          {text}
        </Button>
      }
    >
      <div className="flex w-72 max-w-full flex-col gap-4">
        <div className="grid grid-cols-2 gap-0.5">
          {rangePresets.map((preset) => (
            <Button
              key={preset}
              size="sm"
              variant="ghost"
              aria-pressed={value.preset === preset}
              className={cn('justify-start font-normal', value.preset === preset && 'bg-accent-soft text-on-accent-soft')}
              onClick={() => (onChange({ preset, compare: value.compare }), setOpen(false))}
            >
              {t(preset)}
            </Button>
          ))}
        </div>
        <div className="grid grid-cols-2 gap-2">
          <DatePicker aria-label={t('from')} value={value.from ?? resolved?.fromDay ?? null} onChange={(from) => custom(from ?? undefined, value.to ?? resolved?.toDay)} />
          <DatePicker aria-label={t('to')} value={value.to ?? resolved?.toDay ?? null} onChange={(to) => custom(value.from ?? resolved?.fromDay, to ?? undefined)} />
        </div>
        <div>
          <p className="mb-1.5 text-sm font-medium">{t('compare')}</p>
          <Segmented label={t('compare')} value={value.compare} onChange={(compare) => onChange({ ...value, compare })} options={comparison.options.map((one) => ({ value: one, label: t(`compareWith.${one}`) }))} className="w-full" />
        </div>
        {resolved && <p className="text-sm text-muted">{t('zone', { zone: resolved.zone })}</p>}
      </div>
    </Popover>
  );
}
