import { getTranslations } from 'next-intl/server';
import { Compass } from 'lucide-react';
import { EmptyState } from '../../../../core/web/ui/empty-state.tsx';

export default async function PublicNotFound() {
  const t = await getTranslations('core.shell');
  return (
    <EmptyState page icon={<Compass />} title={t('notFoundTitle')}>
      {t('notFoundText')}
    </EmptyState>
  );
}
