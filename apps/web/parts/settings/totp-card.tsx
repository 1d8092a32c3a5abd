'use client';
import { lazy, Suspense, useState } from 'react';
import { useTranslations } from 'next-intl';
import { ShieldAlert, ShieldCheck } from 'lucide-react';
import { Badge, Button, Card, coreApi, ErrorState, Skeleton, useApiQuery, useFormats } from '@loctelli/core/web';

const TotpDialog = lazy(() => import('./totp-dialog.tsx'));
const TotpProofDialog = lazy(() => import('./totp-proof-dialog.tsx'));
/** Below this it is time for new ones. */
const fewCodes = 3;

export const useFactors = () => useApiQuery(['factors'], () => coreApi.auth.getFactors());

/** The authenticator app: whether it is on, how many recovery codes are left, and what can be done about either. */
export function TotpCard() {
  const t = useTranslations('core.security');
  const formats = useFormats();
  const factors = useFactors();
  const [asking, setAsking] = useState<'set-up' | 'disable' | 'renew' | null>(null);
  const close = () => setAsking(null);
  const { totpEnabledAt = null, recoveryCodesLeft = 0 } = factors.data ?? {};
  return (
    <Card
      title={t('totpTitle')}
      description={t('totpText')}
      actions={factors.data && <Badge dot tone={totpEnabledAt ? 'success' : 'neutral'}>{t(totpEnabledAt ? 'on' : 'off')}</Badge>}
    >
      {factors.error ? (
        <ErrorState compact error={factors.error} onRetry={() => void factors.refetch()} />
      ) : !factors.data ? (
        <Skeleton className="h-16" />
      ) : totpEnabledAt ? (
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <div className="flex min-w-52 flex-1 items-start gap-3">
            <ShieldCheck aria-hidden className="mt-0.5 size-5 shrink-0 text-success-text" />
            <div className="min-w-0">
              <p className="font-medium">{t('onSince', { date: formats.date(totpEnabledAt) })}</p>
              <p className={recoveryCodesLeft <= fewCodes ? 'text-sm text-warning-text' : 'text-sm text-muted'}>
                {t('codesLeft', { count: recoveryCodesLeft })}
                {recoveryCodesLeft <= fewCodes && <> · {t('codesLow')}</>}
              </p>
            </div>
          </div>
          <div className="flex flex-wrap gap-2">
            <Button onClick={() => setAsking('renew')}>{t('newCodes')}</Button>
            <Button onClick={() => setAsking('disable')}>{t('turnOff')}</Button>
          </div>
        </div>
      ) : (
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <p className="flex min-w-52 flex-1 items-start gap-3 text-muted">
            <ShieldAlert aria-hidden className="mt-0.5 size-5 shrink-0" />
            {t('offText')}
          </p>
          <Button variant="primary" onClick={() => setAsking('set-up')}>
            {t('setUp')}
          </Button>
        </div>
      )}
      {asking && (
        <Suspense>{asking === 'set-up' ? <TotpDialog open onClose={close} /> : <TotpProofDialog open purpose={asking} onClose={close} />}</Suspense>
      )}
    </Card>
  );
}
