'use client';
import { useState } from 'react';
import { useTranslations } from 'next-intl';
import { CircleCheck } from 'lucide-react';
import { coreApi } from '../../../../core/web/api-client/core-api.ts';
import { FrontField, FrontForm } from './front-form.tsx';
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
      <FrontForm
        action={t('setPassword')}
        schema={() => import('@loctelli/core').then((contract) => contract.resetPassword.pick({ password: true }))}
        onSubmit={async ({ password }) => {
          await coreApi.auth.resetPassword({ token, password: password ?? '' });
          setDone(true);
        }}
      >
        <FrontField name="password" type="password" label={t('newPassword')} hint={t('passwordHint')} autoComplete="new-password" autoFocus />
      </FrontForm>
    </FrontCard>
  );
}
