'use client';
import { useEffect, useState } from 'react';
import { useTranslations } from 'next-intl';
import { coreApi } from '../../../../core/web/api-client/core-api.ts';
import type { InvitationFront } from '../../../../core/web/api-client/types.ts';
import { useProblemText } from '../../../../core/web/i18n/problem-text.ts';
import { Spinner } from '../../../../core/web/ui/spinner.tsx';
import { chosenLanguage } from './chosen-language.ts';
import { FrontField, FrontForm } from './front-form.tsx';
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
        <p role="status" className="text-muted">
          <Spinner />
        </p>
      </FrontCard>
    );
  return (
    <FrontCard title={t('acceptTitle', { tenant: invitation.tenant })} text={t('acceptText', { email: invitation.email })}>
      <FrontForm
        action={t('accept')}
        schema={() => import('@loctelli/core').then((contract) => contract.invitationAccept.omit({ token: true }))}
        onSubmit={async (values) => {
          await coreApi.invitations.acceptInvitation({ token, ...(values as { name: string; password: string }), locale: chosenLanguage() });
          location.assign('/');
          await new Promise(() => undefined);
        }}
      >
        {/* Password managers keep the address with the new password. */}
        <input type="email" autoComplete="username" value={invitation.email} readOnly hidden />
        <FrontField name="name" label={t('name')} value={invitation.name ?? ''} autoComplete="name" autoFocus />
        <FrontField name="password" type="password" label={t('password')} hint={t('passwordHint')} autoComplete="new-password" />
      </FrontForm>
    </FrontCard>
  );
}
