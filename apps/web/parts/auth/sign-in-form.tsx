'use client';
import { useState } from 'react';
import { useTranslations } from 'next-intl';
import { coreApi } from '../../../../core/web/api-client/core-api.ts';
import { Form, FormField, FormSummary, SubmitButton } from '../../../../core/web/ui/form.tsx';
import { Input } from '../../../../core/web/ui/input.tsx';
import { PasswordInput } from '../../../../core/web/ui/password-input.tsx';
import { FrontCard, TextLink } from './front-card.tsx';

export function SignInForm({ next, registration }: { next: string; registration: boolean }) {
  const t = useTranslations('core.auth');
  const [leaving, setLeaving] = useState(false);
  return (
    <FrontCard
      title={t('signIn')}
      below={
        registration && (
          <>
            {t('noAccount')} <TextLink href="/register">{t('register')}</TextLink>
          </>
        )
      }
    >
      <Form
        defaults={{ email: '', password: '' }}
        schema={() => import('@loctelli/core').then((contract) => contract.login)}
        onSubmit={async (values) => {
          await coreApi.auth.login(values);
          setLeaving(true);
          // A full load: the server draws the signed-in pages from the new cookies, in the user's own language.
          location.assign(next);
          await new Promise(() => undefined);
        }}
      >
        <FormSummary />
        <FormField name="email" label={t('email')} autoFocus>
          <Input type="email" autoComplete="username" inputMode="email" />
        </FormField>
        <FormField name="password" label={t('password')} aside={<TextLink href="/forgot-password">{t('forgot')}</TextLink>}>
          <PasswordInput autoComplete="current-password" />
        </FormField>
        <SubmitButton busy={leaving} className="mt-1 w-full">
          {t('signIn')}
        </SubmitButton>
      </Form>
    </FrontCard>
  );
}
