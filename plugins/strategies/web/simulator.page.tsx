'use client';
import { Skeleton, type PageProps } from '@loctelli/core/web';
import { Simulator } from './simulator/simulator.tsx';
import { StrategyHeader } from './strategy-header.tsx';
import { StrategyPage } from './strategy-page.tsx';

/** What the draft would do to a client, on a clock that needs no waiting. Nothing is written or sent. */
export default function SimulatorPage({ params }: PageProps) {
  return (
    <StrategyPage params={params} skeleton={<Skeleton className="h-96 rounded-lg" />}>
      {(strategy) => (
        <>
          <StrategyHeader strategy={strategy} current="simulator" />
          <Simulator key={strategy.id} strategy={strategy} />
        </>
      )}
    </StrategyPage>
  );
}
