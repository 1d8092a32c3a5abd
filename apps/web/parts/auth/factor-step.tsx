'use client';
import { useState, type FormEvent } from 'react';
import { ShieldCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { coreApi } from '../../../../core/web/api-client/core-api.ts';
import { FrontCard } from './front-card.tsx';
import { FrontField, FrontForm } from './front-form.tsx';

interface Props {
  ticket: string;
  onSignedIn: () => Promise<never>;
  onBack: () => void;
}

const linkClass = 'font-medium text-accent-text underline-offset-4 hover:underline';

/** The second step of a sign-in whose password was right: a code of the authenticator app, or a recovery code in its place. */
export default function FactorStep({ ticket, onSignedIn, onBack }: Props) {
  const t = useTranslations('core.auth');
  const [recovering, setRecovering] = useState(false);
  /** Six digits need no press of a button. */
  const sendWhenComplete = ({ target }: FormEvent) => {
    const field = target as HTMLInputElement;
    if (field.name === 'code' && /^\d{6}$/.test(field.value.replace(/\s/g, ''))) field.form?.requestSubmit();
  };
  return (
    <FrontCard
      icon={<ShieldCheck />}
      title={t('factorTitle')}
      text={t(recovering ? 'recoveryText' : 'factorText')}
      below={
        <button type="button" className={linkClass} onClick={onBack}>
          {t('backToSignIn')}
        </button>
      }
    >
      <div onInput={sendWhenComplete}>
        <FrontForm
          key={String(recovering)}
          action={t('verify')}
          schema={() => import('@loctelli/core').then((contract) => (recovering ? contract.recoveryConfirm : contract.totpConfirm))}
          onSubmit={async (values) => {
            await coreApi.auth.finishLogin({ ticket, ...values });
            await onSignedIn();
          }}
        >
          {recovering ? (
            <FrontField name="recoveryCode" label={t('recoveryCode')} autoComplete="off" autoFocus mono />
          ) : (
            <FrontField name="code" label={t('code')} autoComplete="one-time-code" inputMode="numeric" autoFocus mono />
          )}
        </FrontForm>
      </div>
      <p className="mt-4 text-center">
        <button type="button" className={linkClass} onClick={() => setRecovering(!recovering)}>
          {t(recovering ? 'useApp' : 'useRecovery')}
        </button>
      </p>
      {recovering && <p className="mt-3 text-center text-sm text-balance text-muted">{t('lostAll')}</p>}
    </FrontCard>
  );
}
