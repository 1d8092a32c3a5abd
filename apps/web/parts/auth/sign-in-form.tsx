'use client';
import { useTranslations } from 'next-intl';
import { coreApi } from '../../../../core/web/api-client/core-api.ts';
import { FrontField, FrontForm } from './front-form.tsx';
import { FrontCard, TextLink } from './front-card.tsx';

export function SignInForm({ next, registration }: { next: string; registration: boolean }) {
  const t = useTranslations('core.auth');
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
          await coreApi.auth.login(values as { email: string; password: string });
          // A full load: the server draws the signed-in pages from the new cookies, in the user's own language.
          location.assign(next);
          await new Promise(() => undefined);
        }}
      >
        <FrontField name="email" type="email" label={t('email')} autoComplete="username" autoFocus />
        <FrontField name="password" type="password" label={t('password')} autoComplete="current-password" aside={<TextLink href="/forgot-password">{t('forgot')}</TextLink>} />
      </FrontForm>
    </FrontCard>
  );
}
