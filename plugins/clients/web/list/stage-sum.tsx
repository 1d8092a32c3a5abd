'use client';
import { Hourglass } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { cn, useFormats } from '@loctelli/core/web';
import type { ClientBoard, Stage, StageKind } from '../../contract.ts';

const marks: Record<StageKind, string> = { open: 'bg-accent', won: 'bg-success', lost: 'bg-danger' };

export const StageMark = ({ kind }: { kind: StageKind }) => <span aria-hidden className={cn('inline-block size-2 rounded-full', marks[kind])} />;

/** What a column is worth: the sum of its largest currency, the others and the weighted sum on asking. */
export function StageSum({ stage, column: { sums, stuck } }: { stage: Stage; column: ClientBoard['columns'][number] }) {
  const t = useTranslations('clients.board');
  const formats = useFormats();
  const [largest, ...others] = [...sums].sort((a, b) => b.value - a.value);
  const short = (value: number, currency: string) => formats.number(value, { style: 'currency', currency, notation: 'compact', maximumFractionDigits: 1 });
  const weighted = stage.kind === 'open' && largest && largest.weighted > 0 ? t('weighted', { value: short(largest.weighted, largest.currency) }) : null;
  const title = [largest && formats.money(largest.value, largest.currency), ...others.map((sum) => formats.money(sum.value, sum.currency)), weighted].filter(Boolean).join(' · ');
  return (
    <span className="relative flex items-center gap-2 whitespace-nowrap" title={title}>
      {largest && <span className="tabular-nums">{short(largest.value, largest.currency)}</span>}
      {stuck > 0 && (
        <span className="flex items-center gap-0.5 text-warning-text tabular-nums" title={t('stuck', { count: stuck })}>
          <Hourglass aria-hidden className="size-3.5" />
          <span aria-hidden>{formats.number(stuck)}</span>
          <span className="sr-only">{t('stuck', { count: stuck })}</span>
        </span>
      )}
    </span>
  );
}
