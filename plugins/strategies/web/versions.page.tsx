'use client';
import { Skeleton, type PageProps } from '@loctelli/core/web';
import { StrategyHeader } from './strategy-header.tsx';
import { StrategyPage } from './strategy-page.tsx';
import { Versions } from './versions/versions.tsx';

/** What was published when and by whom, what changed between any two, and the way back. */
export default function VersionsPage({ params }: PageProps) {
  return (
    <StrategyPage params={params} skeleton={<Skeleton className="h-72 rounded-lg" />}>
      {(strategy) => (
        <>
          <StrategyHeader strategy={strategy} current="versions" />
          <Versions strategy={strategy} />
        </>
      )}
    </StrategyPage>
  );
}
