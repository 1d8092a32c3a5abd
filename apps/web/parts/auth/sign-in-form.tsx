'use client';
import { lazy, Suspense, useState } from 'react';
import { useTranslations } from 'next-intl';
import { coreApi } from '../../../../core/web/api-client/core-api.ts';
import { Spinner } from '../../../../core/web/ui/spinner.tsx';
import { FrontField, FrontForm } from './front-form.tsx';
import { FrontCard, TextLink } from './front-card.tsx';
import { PasskeyButton } from './passkey-button.tsx';

const loadFactorStep = () => import('./factor-step.tsx');
const FactorStep = lazy(loadFactorStep);

export function SignInForm({ next, registration }: { next: string; registration: boolean }) {
  const t = useTranslations('core.auth');
  const [ticket, setTicket] = useState<string>();
  /** A full load: the server draws the signed-in pages from the new cookies, in the user's own language. */
  const enter = async (): Promise<never> => {
    location.assign(next);
    return new Promise<never>(() => undefined);
  };
  if (ticket)
    return (
      <Suspense
        fallback={
          <p role="status" className="text-center text-muted">
            <Spinner />
          </p>
        }
      >
        <FactorStep ticket={ticket} onSignedIn={enter} onBack={() => setTicket(undefined)} />
      </Suspense>
    );
  return (
    <FrontCard
      title={t('signIn')}
      below={
        registration && (
          <>
            {t('noAccount')} <TextLink href="/register">{t('register')}</TextLink>
          </>
        )
      }
    >
      <FrontForm
        action={t('signIn')}
        schema={() => import('@loctelli/core').then((contract) => contract.login)}
        onSubmit={async (values) => {
          const result = await coreApi.auth.login(values as { email: string; password: string });
          if (!('factorRequired' in result)) return enter();
          await loadFactorStep();
          setTicket(result.ticket);
        }}
      >
        <FrontField name="email" type="email" label={t('email')} autoComplete="username webauthn" autoFocus />
        <FrontField name="password" type="password" label={t('password')} autoComplete="current-password" aside={<TextLink href="/forgot-password">{t('forgot')}</TextLink>} />
      </FrontForm>
      <PasskeyButton onSignedIn={() => void enter()} />
    </FrontCard>
  );
}
