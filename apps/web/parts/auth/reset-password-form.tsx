'use client';
import { useState } from 'react';
import Link from 'next/link';
import { ShieldCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { coreApi } from '../../../../core/web/api-client/core-api.ts';
import { Button } from '../../../../core/web/ui/button.tsx';
import { Form, FormField, FormSummary, SubmitButton } from '../../../../core/web/ui/form.tsx';
import { PasswordInput } from '../../../../core/web/ui/password-input.tsx';
import { FrontCard } from './front-card.tsx';
import { BackToSignIn, LinkMissing } from './notices.tsx';

export function ResetPassword({ token }: { token: string }) {
  const t = useTranslations('core.auth');
  const [done, setDone] = useState(false);
  if (!token) return <LinkMissing />;
  if (done)
    return (
      <FrontCard icon={<ShieldCheck />} title={t('resetDoneTitle')} text={t('resetDoneText')}>
        <Button variant="primary" className="w-full" render={<Link href="/sign-in" />}>
          {t('signIn')}
        </Button>
      </FrontCard>
    );
  return (
    <FrontCard title={t('resetTitle')} below={<BackToSignIn />}>
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
