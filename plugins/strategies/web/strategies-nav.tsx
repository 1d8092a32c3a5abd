'use client';
import { useTranslations } from 'next-intl';
import { useCan } from '@loctelli/core/web';
import { NavLinks } from './nav-links.tsx';

/** The parts of the plugin, above each of them. Templates only where an agency offers some. */
export function StrategiesNav({ current, templates = 0 }: { current: 'list' | 'templates' | 'enrolments' | 'optOuts'; templates?: number }) {
  const t = useTranslations('strategies.list.sections');
  const seesEnrolments = useCan('strategies.enrolments') !== null;
  const links = [
    { id: 'list', href: '/strategies', label: t('list') },
    ...(templates > 0 || current === 'templates' ? [{ id: 'templates', href: '/strategies?show=templates', label: t('templates'), count: templates }] : []),
    ...(seesEnrolments ? [{ id: 'enrolments', href: '/strategies/enrolments', label: t('enrolments') }] : []),
  ];
  return <NavLinks label={t('label')} links={links} current={current} />;
}
