'use client';
import { useEffect, useState } from 'react';
import { Link2Off } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { coreApi } from '../../../../core/web/api-client/core-api.ts';
import type { InvitationFront } from '../../../../core/web/api-client/types.ts';
import { useProblemText } from '../../../../core/web/i18n/problem-text.ts';
import { Form, FormField, FormSummary, SubmitButton } from '../../../../core/web/ui/form.tsx';
import { Input } from '../../../../core/web/ui/input.tsx';
import { PasswordInput } from '../../../../core/web/ui/password-input.tsx';
import { FormSkeleton } from '../../../../core/web/ui/skeleton.tsx';
import { FrontCard } from './front-card.tsx';
import { BackToSignIn, LinkMissing } from './notices.tsx';

/** Reads the invitation behind the token, then lets the invited person choose a name and password. */
export function AcceptInvitation({ token }: { token: string }) {
  const t = useTranslations('core.auth');
  const describe = useProblemText();
  const [invitation, setInvitation] = useState<InvitationFront | null>(null);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    if (token) void coreApi.invitations.getInvitation(token).then(setInvitation, setError);
  }, [token]);
  if (!token) return <LinkMissing />;
  if (error) return <FrontCard icon={<Link2Off />} title={t('invitationGone')} text={describe(error)} below={<BackToSignIn />} />;
  if (!invitation)
    return (
      <section aria-busy className="rounded-lg border bg-surface p-6 sm:p-7">
        <FormSkeleton fields={2} />
      </section>
    );
  return (
    <FrontCard title={t('acceptTitle', { tenant: invitation.tenant })} text={t('acceptText', { email: invitation.email })}>
      <Form
        defaults={{ name: invitation.name ?? '', password: '' }}
        schema={() => import('@loctelli/core').then((contract) => contract.invitationAccept.omit({ token: true }))}
        onSubmit={async (values) => {
          await coreApi.invitations.acceptInvitation({ ...values, token });
          location.assign('/');
          await new Promise(() => undefined);
        }}
      >
        <FormSummary />
        {/* Lets password managers file the new password under the right name. */}
        <input type="email" autoComplete="username" value={invitation.email} readOnly hidden />
        <FormField name="name" label={t('name')} autoFocus>
          <Input autoComplete="name" />
        </FormField>
        <FormField name="password" label={t('password')} hint={t('passwordHint')}>
          <PasswordInput autoComplete="new-password" />
        </FormField>
        <SubmitButton className="mt-1 w-full">{t('accept')}</SubmitButton>
      </Form>
    </FrontCard>
  );
}
