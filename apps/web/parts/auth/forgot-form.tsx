'use client';
import { useState } from 'react';
import { useTranslations } from 'next-intl';
import { MailCheck } from 'lucide-react';
import { coreApi } from '../../../../core/web/api-client/core-api.ts';
import { Form, FormField, FormSummary, SubmitButton } from '../../../../core/web/ui/form.tsx';
import { Input } from '../../../../core/web/ui/input.tsx';
import { FrontCard, TextLink } from './front-card.tsx';

export function ForgotForm() {
  const t = useTranslations('core.auth');
  const [sentTo, setSentTo] = useState<string>();
  const signIn = <TextLink href="/sign-in">{t('backToSignIn')}</TextLink>;
  if (sentTo) return <FrontCard icon={<MailCheck />} title={t('forgotSentTitle')} text={t('forgotSentText', { email: sentTo })} below={signIn} />;
  return (
    <FrontCard title={t('forgotTitle')} text={t('forgotText')} below={signIn}>
      <Form
        defaults={{ email: '' }}
        schema={() => import('@loctelli/core').then((contract) => contract.forgotPassword)}
        onSubmit={async (values) => {
          await coreApi.auth.forgotPassword(values);
          setSentTo(values.email);
        }}
      >
        <FormSummary />
        <FormField name="email" label={t('email')} autoFocus>
          <Input type="email" autoComplete="username" inputMode="email" />
        </FormField>
        <SubmitButton className="mt-1 w-full">{t('sendLink')}</SubmitButton>
      </Form>
    </FrontCard>
  );
}
