'use client';
import { useState } from 'react';
import { useTranslations } from 'next-intl';
import { Lock, MailCheck } from 'lucide-react';
import { coreApi } from '../../../../core/web/api-client/core-api.ts';
import { chosenLanguage } from './chosen-language.ts';
import { FrontField, FrontForm } from './front-form.tsx';
import { FrontCard, TextLink } from './front-card.tsx';

export function RegisterForm({ name, open }: { name: string; open: boolean }) {
  const t = useTranslations('core.auth');
  const [sentTo, setSentTo] = useState<string>();
  const signIn = <TextLink href="/sign-in">{t('backToSignIn')}</TextLink>;
  if (!open) return <FrontCard icon={<Lock />} title={t('registrationClosedTitle')} text={t('registrationClosedText', { name })} below={signIn} />;
  if (sentTo) return <FrontCard icon={<MailCheck />} title={t('registerSentTitle')} text={t('registerSentText', { email: sentTo })} below={signIn} />;
  return (
    <FrontCard
      title={t('registerTitle')}
      below={
        <>
          {t('haveAccount')} <TextLink href="/sign-in">{t('signIn')}</TextLink>
        </>
      }
    >
      <FrontForm
        action={t('createAccount')}
        schema={() => import('@loctelli/core').then((contract) => contract.register)}
        onSubmit={async (values) => {
          await coreApi.auth.register({ ...(values as { name: string; email: string; password: string }), locale: chosenLanguage() });
          setSentTo(values.email ?? '');
        }}
      >
        <FrontField name="name" label={t('name')} autoComplete="name" autoFocus />
        <FrontField name="email" type="email" label={t('email')} autoComplete="email" />
        <FrontField name="company" label={t('company')} optional autoComplete="organization" />
        <FrontField name="password" type="password" label={t('password')} hint={t('passwordHint')} autoComplete="new-password" />
      </FrontForm>
    </FrontCard>
  );
}
