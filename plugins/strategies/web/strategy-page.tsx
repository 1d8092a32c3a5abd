'use client';
import type { ReactNode } from 'react';
import { useTranslations } from 'next-intl';
import { ErrorState, Page, PageHeader, Skeleton } from '@loctelli/core/web';
import type { Strategy } from '../contract.ts';
import { BackToList } from './strategy-header.tsx';
import { useLiveStrategies, useStrategy } from './use-strategies.ts';

interface Props {
  params: Record<string, string>;
  /** While the strategy is loading, below its header. */
  skeleton: ReactNode;
  children: (strategy: Strategy) => ReactNode;
}

/** A page of one strategy: loads it, follows its changes, and says so where there is none. */
export function StrategyPage({ params, skeleton, children }: Props) {
  const t = useTranslations('strategies.pages');
  const { data, error, refetch } = useStrategy(Number(params.strategyId));
  useLiveStrategies();
  if (data) return <Page>{children(data)}</Page>;
  return (
    <Page>
      <PageHeader back={<BackToList />} title={error ? t('strategy') : <Skeleton className="h-6 w-64" />} />
      {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <div aria-busy>{skeleton}</div>}
    </Page>
  );
}
