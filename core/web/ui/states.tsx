'use client';
import type { ReactNode } from 'react';
import { Lock, SearchX, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { isProblem } from '../api-client/problem.ts';
import { useProblemText } from '../i18n/problem-text.ts';
import { Button } from './button.tsx';
import { Frame } from './empty-state.tsx';

/** A list whose filters match nothing. */
export function NoMatch({ onClear }: { onClear: () => void }) {
  const t = useTranslations('core.ui');
  return (
    <Frame icon={<SearchX />} title={t('noMatchTitle')} action={<Button onClick={onClear}>{t('clearFilters')}</Button>}>
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
    <Frame role="alert" compact={compact} icon={<TriangleAlert />} title={t('errorTitle')} action={onRetry && <Button onClick={onRetry}>{t('retry')}</Button>}>
      {describe(error)}
      {requestId && (
        <span className="mt-2 block text-xs">
          {t('requestId')} <code className="select-all font-mono">{requestId}</code>
        </span>
      )}
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
