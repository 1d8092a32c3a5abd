'use client';
import { ArrowDownRight, ArrowRight, ArrowUpRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Sparkline } from '@loctelli/core/web';
import { useNumbers } from '../data/use-numbers.ts';
import { OpenNumber } from './open-number.tsx';
import type { TileProps } from './types.ts';

const arrows = { [-1]: ArrowDownRight, 0: ArrowRight, 1: ArrowUpRight };

/** Numbers with what they were before. */
export function KpiTile({ tile, answer, range, title, onOpen }: TileProps) {
  const t = useTranslations('analytics.public.tile');
  const numbers = useNumbers();
  const first = answer.series[0]?.values.map((value) => value ?? 0) ?? [];
  return (
    <div className="flex h-full flex-col justify-between gap-3">
      <div className="flex flex-wrap items-end gap-x-8 gap-y-3">
        {answer.metrics.map((metric, index) => {
          const { value, previous } = answer.totals[index]!;
          const change = numbers.change(value, previous, metric);
          const Arrow = arrows[change?.way ?? 0];
          const text = numbers.say(value, metric);
          return (
            <div key={metric.name} className="min-w-0">
              {answer.metrics.length > 1 && <p className="truncate text-sm text-muted">{metric.title}</p>}
              <OpenNumber onOpen={onOpen && (() => onOpen({ metric: metric.name, where: tile.where }))} label={t('open', { name: metric.title, value: text })} className="block text-2xl font-semibold tracking-tight tabular-nums">
                {text}
              </OpenNumber>
              {range.compare && (
                <p className="mt-0.5 flex items-center gap-1 text-sm text-muted tabular-nums">
                  {change ? (
                    <>
                      <Arrow aria-hidden className="size-3.5 rtl:-scale-x-100" />
                      <span className="text-fg">{metric.unit === 'percent' ? t('points', { change: change.text }) : change.text}</span>
                    </>
                  ) : null}
                  <span className="truncate">{t('before', { value: numbers.say(previous, metric) })}</span>
                </p>
              )}
              {metric.otherCurrencies.length > 0 && <p className="text-xs text-subtle">{t('otherCurrencies', { list: metric.otherCurrencies.join(', ') })}</p>}
            </div>
          );
        })}
      </div>
      {answer.metrics.length === 1 && first.length > 2 && first.some((value) => value !== 0) && <Sparkline values={first} label={t('course', { name: title })} className="h-8 w-full rtl:-scale-x-100" />}
    </div>
  );
}
