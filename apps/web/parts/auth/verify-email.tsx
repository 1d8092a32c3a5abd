'use client';
import { useState } from 'react';
import Link from 'next/link';
import { MailCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { coreApi } from '../../../../core/web/api-client/core-api.ts';
import { Button } from '../../../../core/web/ui/button.tsx';
import { Form, FormSummary, SubmitButton } from '../../../../core/web/ui/form.tsx';
import { FrontCard } from './front-card.tsx';
import { BackToSignIn, LinkMissing } from './notices.tsx';

/** Confirms on a press, not on opening: mail scanners open links too, and would use them up. */
export function VerifyEmail({ token }: { token: string }) {
  const t = useTranslations('core.auth');
  const [done, setDone] = useState(false);
  if (!token) return <LinkMissing />;
  if (done)
    return (
      <FrontCard icon={<MailCheck />} title={t('verifiedTitle')} text={t('verifiedText')}>
        <Button variant="primary" className="w-full" render={<Link href="/sign-in" />}>
          {t('signIn')}
        </Button>
      </FrontCard>
    );
  return (
    <FrontCard title={t('verifyTitle')} below={<BackToSignIn />}>
      <Form
        defaults={{}}
        onSubmit={async () => {
          await coreApi.auth.verifyEmail({ token });
          setDone(true);
        }}
      >
        <FormSummary />
        <SubmitButton className="w-full">{t('verifyAction')}</SubmitButton>
      </Form>
    </FrontCard>
  );
}
