'use client';
import { useEffect, useState } from 'react';
import { useTranslations } from 'next-intl';
import { coreApi } from '../../../../core/web/api-client/core-api.ts';
import type { InvitationFront } from '../../../../core/web/api-client/types.ts';
import { useProblemText } from '../../../../core/web/i18n/problem-text.ts';
import { Form, FormField, FormSummary, SubmitButton } from '../../../../core/web/ui/form.tsx';
import { FormSkeleton } from '../../../../core/web/ui/skeleton.tsx';
import { PasswordInput } from '../../../../core/web/ui/password-input.tsx';
import { FrontCard } from './front-card.tsx';
import { LinkMissing } from './link-missing.tsx';

export function AcceptForm({ token }: { token: string }) {
  const t = useTranslations('core.auth');
  const describe = useProblemText();
  const [invitation, setInvitation] = useState<InvitationFront>();
  const [error, setError] = useState<unknown>();
  useEffect(() => {
    if (token) coreApi.invitations.getInvitation(token).then(setInvitation, setError);
  }, [token]);
  if (!token) return <LinkMissing />;
  if (error) return <LinkMissing title={t('invitationGone')} text={describe(error)} />;
  if (!invitation)
    return (
      <FrontCard title={t('accept')}>
        <FormSkeleton fields={2} />
      </FrontCard>
    );
  return (
    <FrontCard title={t('acceptTitle', { tenant: invitation.tenant })} text={t('acceptText', { email: invitation.email })}>
      <Form
        defaults={{ name: invitation.name ?? '', password: '' }}
        schema={() => import('@loctelli/core').then((contract) => contract.invitationAccept.omit({ token: true }))}
        onSubmit={async (values) => {
          await coreApi.invitations.acceptInvitation({ token, ...values });
          location.assign('/');
          await new Promise(() => undefined);
        }}
      >
        <FormSummary />
        {/* Password managers keep the address with the new password. */}
        <input type="email" name="email" autoComplete="username" value={invitation.email} readOnly hidden />
        <FormField name="name" label={t('name')} autoComplete="name" autoFocus />
        <FormField name="password" label={t('password')} hint={t('passwordHint')}>
          <PasswordInput autoComplete="new-password" />
        </FormField>
        <SubmitButton className="mt-1 w-full">{t('accept')}</SubmitButton>
      </Form>
    </FrontCard>
  );
}
