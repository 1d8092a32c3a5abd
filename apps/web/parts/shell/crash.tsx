'use client';
import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { isProblem } from '../../../../core/web/api-client/problem.ts';
import { buttonClass } from '../../../../core/web/ui/button-class.ts';
import { EmptyState } from '../../../../core/web/ui/empty-state.tsx';
import { RequestId } from '../../../../core/web/ui/request-id.tsx';

interface Props {
  error: Error & { digest?: string };
  reset: () => void;
}

/** In the place of a page that threw: what happened, the id under which it was recorded, and a way to try again. */
export function Crash({ error, reset }: Props) {
  const t = useTranslations('core');
  const recorded = isProblem(error) ? error.requestId : error.digest;
  const retry = (
    <button type="button" onClick={reset} className={buttonClass()}>
      {t('ui.retry')}
    </button>
  );
  return (
    <div role="alert">
      <EmptyState page icon={<TriangleAlert />} title={t('shell.crashTitle')} action={retry}>
        {t('shell.crashText')}
        {recorded && <RequestId id={recorded} />}
      </EmptyState>
    </div>
  );
}
