'use client';
import { useState } from 'react';
import { useTranslations } from 'next-intl';
import { Lock, MailCheck } from 'lucide-react';
import { coreApi } from '../../../../core/web/api-client/core-api.ts';
import { Form, FormField, FormSummary, SubmitButton } from '../../../../core/web/ui/form.tsx';
import { Input } from '../../../../core/web/ui/input.tsx';
import { PasswordInput } from '../../../../core/web/ui/password-input.tsx';
import { FrontCard, TextLink } from './front-card.tsx';

export function RegisterForm({ name, open }: { name: string; open: boolean }) {
  const t = useTranslations('core.auth');
  const ui = useTranslations('core.ui');
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
      <Form
        defaults={{ name: '', email: '', company: '', password: '' }}
        schema={() => import('@loctelli/core').then((contract) => contract.register)}
        onSubmit={async (values) => {
          await coreApi.auth.register(values);
          setSentTo(values.email);
        }}
      >
        <FormSummary />
        <FormField name="name" label={t('name')} autoComplete="name" autoFocus />
        <FormField name="email" label={t('email')}>
          <Input type="email" autoComplete="email" inputMode="email" />
        </FormField>
        <FormField name="company" label={t('company')} optional={ui('optional')} autoComplete="organization" />
        <FormField name="password" label={t('password')} hint={t('passwordHint')}>
          <PasswordInput autoComplete="new-password" />
        </FormField>
        <SubmitButton className="mt-1 w-full">{t('createAccount')}</SubmitButton>
      </Form>
    </FrontCard>
  );
}
