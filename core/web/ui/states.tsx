'use client';
import type { ReactNode } from 'react';
import { Lock, SearchX, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { isProblem } from '../api-client/problem.ts';
import { useProblemText } from '../i18n/problem-text.ts';
import { buttonClass } from './button-class.ts';
import { Frame } from './empty-state.tsx';
import { RequestId } from './request-id.tsx';

/** A list whose filters match nothing. */
export function NoMatch({ onClear }: { onClear: () => void }) {
  const t = useTranslations('core.ui');
  return (
    <Frame icon={<SearchX />} title={t('noMatchTitle')} action={<button type="button" onClick={onClear} className={buttonClass()}>{t('clearFilters')}</button>}>
      {t('noMatchText')}
    </Frame>
  );
}

/** What failed, a way to try again, and the id to name when asking for help. */
export function ErrorState({ error, onRetry, compact }: { error: unknown; onRetry?: () => void; compact?: boolean }) {
  const t = useTranslations('core.ui');
  const describe = useProblemText();
  if (isProblem(error) && error.status === 403) return <NoPermission />;
  const requestId = isProblem(error) ? error.requestId : undefined;
  return (
    <Frame role="alert" compact={compact} icon={<TriangleAlert />} title={t('errorTitle')} action={onRetry && <button type="button" onClick={onRetry} className={buttonClass()}>{t('retry')}</button>}>
      {describe(error)}
      {requestId && <RequestId id={requestId} />}
    </Frame>
  );
}

/** In the place of a page or part that the user may not see. */
export function NoPermission({ action }: { action?: ReactNode }) {
  const t = useTranslations('core.ui');
  return (
    <Frame icon={<Lock />} title={t('noPermissionTitle')} action={action}>
      {t('noPermissionText')}
    </Frame>
  );
}
