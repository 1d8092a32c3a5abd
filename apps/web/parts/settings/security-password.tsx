'use client';
import { useState } from 'react';
import { useTranslations } from 'next-intl';
import { changePassword } from '@loctelli/core';
import { Card, coreApi, Form, FormField, FormSummary, PasswordInput, SubmitButton, toast, useInvalidate, useMe } from '@loctelli/core/web';

/** Changes the password of whoever knows the one there is. */
export function PasswordCard() {
  const t = useTranslations('core.settings');
  const auth = useTranslations('core.auth');
  const { user } = useMe();
  const invalidate = useInvalidate();
  const [round, setRound] = useState(0);
  return (
    <Card title={t('passwordTitle')} description={t('passwordText')}>
      <Form
        key={round}
        schema={changePassword}
        defaults={{ currentPassword: '', newPassword: '' }}
        className="max-w-sm"
        onSubmit={async (values) => {
          await coreApi.auth.changePassword(values);
          toast.success(t('passwordChanged'));
          invalidate(['sessions']);
          setRound(round + 1);
        }}
      >
        <FormSummary />
        <input type="email" name="email" autoComplete="username" value={user.email} readOnly hidden />
        <FormField name="currentPassword" label={t('currentPassword')}>
          <PasswordInput autoComplete="current-password" />
        </FormField>
        <FormField name="newPassword" label={t('newPassword')} hint={auth('passwordHint')}>
          <PasswordInput autoComplete="new-password" />
        </FormField>
        <div>
          <SubmitButton variant="secondary">{t('changePassword')}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
