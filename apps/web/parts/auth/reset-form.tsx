'use client';
import { useState } from 'react';
import { useTranslations } from 'next-intl';
import { CircleCheck } from 'lucide-react';
import { coreApi } from '../../../../core/web/api-client/core-api.ts';
import { Form, FormField, FormSummary, SubmitButton } from '../../../../core/web/ui/form.tsx';
import { PasswordInput } from '../../../../core/web/ui/password-input.tsx';
import { FrontCard, TextLink } from './front-card.tsx';
import { LinkMissing } from './link-missing.tsx';

export function ResetForm({ token }: { token: string }) {
  const t = useTranslations('core.auth');
  const [done, setDone] = useState(false);
  const signIn = <TextLink href="/sign-in">{t('signIn')}</TextLink>;
  if (!token) return <LinkMissing />;
  if (done) return <FrontCard icon={<CircleCheck />} title={t('resetDoneTitle')} text={t('resetDoneText')} below={signIn} />;
  return (
    <FrontCard title={t('resetTitle')} below={<TextLink href="/forgot-password">{t('forgotTitle')}</TextLink>}>
      <Form
        defaults={{ password: '' }}
        schema={() => import('@loctelli/core').then((contract) => contract.resetPassword.pick({ password: true }))}
        onSubmit={async ({ password }) => {
          await coreApi.auth.resetPassword({ token, password });
          setDone(true);
        }}
      >
        <FormSummary />
        <FormField name="password" label={t('newPassword')} hint={t('passwordHint')} autoFocus>
          <PasswordInput autoComplete="new-password" />
        </FormField>
        <SubmitButton className="mt-1 w-full">{t('setPassword')}</SubmitButton>
      </Form>
    </FrontCard>
  );
}
