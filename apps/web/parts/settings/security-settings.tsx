'use client';
import { useState } from 'react';
import { useTranslations } from 'next-intl';
import { changePassword } from '@loctelli/core';
import { Button, Card, ConfirmDialog, coreApi, Form, FormField, FormSummary, PasswordInput, SubmitButton, toast, useApiMutation, useInvalidate, useMe } from '@loctelli/core/web';
import { SessionList } from './session-list.tsx';

export function SecuritySettings() {
  const t = useTranslations('core.settings');
  const auth = useTranslations('core.auth');
  const { user } = useMe();
  const invalidate = useInvalidate();
  const [round, setRound] = useState(0);
  const [asking, setAsking] = useState(false);
  const leave = useApiMutation(() => coreApi.auth.logoutAll(), { onSuccess: () => location.assign('/sign-in') });
  return (
    <div className="flex max-w-2xl flex-col gap-5">
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
      <Card
        flush
        title={t('sessionsTitle')}
        description={t('sessionsText')}
        footer={
          <Button variant="secondary" onClick={() => setAsking(true)}>
            {t('signOutAll')}
          </Button>
        }
      >
        <SessionList />
      </Card>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('signOutAllTitle')}
        description={t('signOutAllText')}
        action={t('signOutAll')}
        danger
        busy={leave.isPending}
        onConfirm={() => leave.mutate()}
      />
    </div>
  );
}
