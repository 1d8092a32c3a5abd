'use client';
import { useState } from 'react';
import { useTranslations } from 'next-intl';
import { MailCheck } from 'lucide-react';
import { coreApi } from '../../../../core/web/api-client/core-api.ts';
import { FrontField, FrontForm } from './front-form.tsx';
import { FrontCard, TextLink } from './front-card.tsx';

export function ForgotForm() {
  const t = useTranslations('core.auth');
  const [sentTo, setSentTo] = useState<string>();
  const signIn = <TextLink href="/sign-in">{t('backToSignIn')}</TextLink>;
  if (sentTo) return <FrontCard icon={<MailCheck />} title={t('forgotSentTitle')} text={t('forgotSentText', { email: sentTo })} below={signIn} />;
  return (
    <FrontCard title={t('forgotTitle')} text={t('forgotText')} below={signIn}>
      <FrontForm
        action={t('sendLink')}
        schema={() => import('@loctelli/core').then((contract) => contract.forgotPassword)}
        onSubmit={async (values) => {
          await coreApi.auth.forgotPassword(values as { email: string });
          setSentTo(values.email ?? '');
        }}
      >
        <FrontField name="email" type="email" label={t('email')} autoComplete="username" autoFocus />
      </FrontForm>
    </FrontCard>
  );
}
