'use client';
import { useTranslations } from 'next-intl';
import { ErrorState, Link, Skeleton, useFormats } from '@loctelli/core/web';
import { listOf, usePipelineFigures } from './use-pipeline-figures.ts';

/** What the clients under way are worth in their largest currency, and how much of it is likely. */
export default function DealsWidget() {
  const t = useTranslations('clients.widgets');
  const formats = useFormats();
  const { stages, error, refetch } = usePipelineFigures();
  if (error) return <ErrorState compact error={error} onRetry={refetch} />;
  if (!stages) return <Skeleton className="h-16 w-32" />;
  const open = stages.filter(({ stage }) => stage.kind === 'open');
  const count = open.reduce((sum, { figures }) => sum + figures.count, 0);
  const money = new Map<string, { value: number; weighted: number }>();
  for (const { currency, value, weighted } of open.flatMap(({ figures }) => figures.sums)) {
    const before = money.get(currency) ?? { value: 0, weighted: 0 };
    money.set(currency, { value: before.value + value, weighted: before.weighted + weighted });
  }
  const [largest] = [...money].sort(([, a], [, b]) => b.value - a.value);
  const whole = (value: number, currency: string) => formats.number(value, { style: 'currency', currency, maximumFractionDigits: 0 });
  return (
    <Link href={listOf('stageId', open.map(({ stage }) => stage.id))} className="block rounded-md">
      <span className="block text-xl font-semibold tabular-nums">{largest ? whole(largest[1].value, largest[0]) : formats.number(count)}</span>
      <span className="block text-muted">{t('dealsText', { count })}</span>
      {largest && <span className="block text-sm text-muted tabular-nums">{t('weighted', { value: whole(largest[1].weighted, largest[0]) })}</span>}
    </Link>
  );
}
