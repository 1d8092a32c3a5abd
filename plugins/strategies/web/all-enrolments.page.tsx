'use client';
import { useTranslations } from 'next-intl';
import { Page, PageHeader } from '@loctelli/core/web';
import { EnrolmentList } from './enrolments/enrolment-list.tsx';
import { StrategiesNav } from './strategies-nav.tsx';
import { useLiveStrategies } from './use-strategies.ts';

/** Who goes through any strategy. */
export default function AllEnrolmentsPage() {
  const t = useTranslations('strategies.pages');
  useLiveStrategies();
  return (
    <Page>
      <PageHeader title={t('enrolments')} />
      <StrategiesNav current="enrolments" />
      <EnrolmentList />
    </Page>
  );
}
