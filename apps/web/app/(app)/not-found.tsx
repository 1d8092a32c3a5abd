import { getTranslations } from 'next-intl/server';
import { Compass } from 'lucide-react';
import { Link } from '@loctelli/core/web';
import { buttonClass } from '../../../../core/web/ui/button-class.ts';
import { EmptyState } from '../../../../core/web/ui/empty-state.tsx';

export default async function NotFound() {
  const t = await getTranslations('core.shell');
  return (
    <EmptyState
      page
      icon={<Compass />}
      title={t('notFoundTitle')}
      action={
        <Link href="/" className={buttonClass()}>
          {t('toDashboard')}
        </Link>
      }
    >
      {t('notFoundText')}
    </EmptyState>
  );
}
