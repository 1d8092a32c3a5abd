'use client';
import { Skeleton, type PageProps } from '@loctelli/core/web';
import { Results } from './results/results.tsx';
import { StrategyHeader } from './strategy-header.tsx';
import { StrategyPage } from './strategy-page.tsx';

/** What came of a strategy: who replied, booked and was won, by version, step and wording. */
export default function ResultsPage({ params }: PageProps) {
  return (
    <StrategyPage params={params} skeleton={<Skeleton className="h-72 rounded-lg" />}>
      {(strategy) => (
        <>
          <StrategyHeader strategy={strategy} current="results" />
          <Results strategy={strategy} />
        </>
      )}
    </StrategyPage>
  );
}
