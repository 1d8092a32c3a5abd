'use client';
import { useTranslations } from 'next-intl';
import { EmptyState, ErrorState, Link, Skeleton, useFormats } from '@loctelli/core/web';
import type { StageKind } from '../contract.ts';
import { listOf, usePipelineFigures } from './use-pipeline-figures.ts';

const bars: Record<StageKind, string> = { open: 'bg-accent', won: 'bg-success', lost: 'bg-danger' };

/** The stages one below the other: how many clients stand in each, and what they are worth. Each opens its clients. */
export default function PipelineWidget() {
  const t = useTranslations('clients.board');
  const formats = useFormats();
  const { pipeline, stages, error, refetch } = usePipelineFigures();
  if (error) return <ErrorState compact error={error} onRetry={refetch} />;
  if (!pipeline || !stages) return <Skeleton className="h-56" />;
  if (stages.length === 0) return <EmptyState compact title={t('noPipeline')} />;
  const most = Math.max(1, ...stages.map(({ figures }) => figures.count));
  const short = (value: number, currency: string) => formats.number(value, { style: 'currency', currency, notation: 'compact', maximumFractionDigits: 1 });
  return (
    <ul className="-mx-2 -my-1 flex flex-col">
      {stages.map(({ stage, figures }) => (
        <li key={stage.id}>
          <Link href={listOf('stageId', [stage.id])} className="grid grid-cols-[minmax(5rem,9rem)_minmax(0,1fr)_2.5rem_auto] items-center gap-3 rounded-md px-2 py-1.5 transition-colors duration-150 hover:bg-hover">
            <span className="truncate">{stage.name}</span>
            <span aria-hidden className="h-2 overflow-hidden rounded-full bg-sunken">
              <span className={`block h-full rounded-full ${bars[stage.kind]}`} style={{ width: `${(figures.count / most) * 100}%` }} />
            </span>
            <span className="text-end font-medium tabular-nums">{formats.number(figures.count)}</span>
            <span className="min-w-16 text-end text-sm whitespace-nowrap text-muted tabular-nums">{figures.sums[0] ? short(figures.sums[0].value, figures.sums[0].currency) : '—'}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
