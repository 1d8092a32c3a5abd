'use client';
import { useState } from 'react';
import { useTranslations } from 'next-intl';
import { CircleCheck } from 'lucide-react';
import { coreApi } from '../../../../core/web/api-client/core-api.ts';
import { FrontForm } from './front-form.tsx';
import { FrontCard, TextLink } from './front-card.tsx';
import { LinkMissing } from './link-missing.tsx';

/** Confirms by a press, not on arrival: mail scanners follow links too. */
export function VerifyForm({ token }: { token: string }) {
  const t = useTranslations('core.auth');
  const [done, setDone] = useState(false);
  const signIn = <TextLink href="/sign-in">{t('signIn')}</TextLink>;
  if (!token) return <LinkMissing />;
  if (done) return <FrontCard icon={<CircleCheck />} title={t('verifiedTitle')} text={t('verifiedText')} below={signIn} />;
  return (
    <FrontCard title={t('verifyTitle')}>
      <FrontForm
        action={t('verifyAction')}
        onSubmit={async () => {
          await coreApi.auth.verifyEmail({ token });
          setDone(true);
        }}
      >
      </FrontForm>
    </FrontCard>
  );
}
