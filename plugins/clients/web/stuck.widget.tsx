'use client';
import { useTranslations } from 'next-intl';
import { ErrorState, Link, Skeleton, useFormats } from '@loctelli/core/web';
import { listOf, usePipelineFigures } from './use-pipeline-figures.ts';

/** How many clients stand in a stage for longer than it allows. */
export default function StuckWidget() {
  const t = useTranslations('clients.widgets');
  const formats = useFormats();
  const { stages, error, refetch } = usePipelineFigures();
  if (error) return <ErrorState compact error={error} onRetry={refetch} />;
  if (!stages) return <Skeleton className="h-12 w-24" />;
  const count = stages.reduce((sum, { figures }) => sum + figures.stuck, 0);
  return (
    <Link href={listOf('stuck', true)} className="block rounded-md">
      <span className="block text-xl font-semibold tabular-nums">{formats.number(count)}</span>
      <span className="text-muted">{t('stuckText', { count })}</span>
    </Link>
  );
}
