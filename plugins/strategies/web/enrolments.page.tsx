'use client';
import { TableSkeleton, type PageProps } from '@loctelli/core/web';
import { EnrolmentList } from './enrolments/enrolment-list.tsx';
import { StrategyHeader } from './strategy-header.tsx';
import { StrategyPage } from './strategy-page.tsx';

/** Who goes through one strategy. */
export default function EnrolmentsPage({ params }: PageProps) {
  return (
    <StrategyPage params={params} skeleton={<TableSkeleton rows={6} />}>
      {(strategy) => (
        <>
          <StrategyHeader strategy={strategy} current="enrolments" />
          <EnrolmentList strategy={strategy} />
        </>
      )}
    </StrategyPage>
  );
}
