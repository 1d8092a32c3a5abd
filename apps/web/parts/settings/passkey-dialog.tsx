'use client';
import { useState } from 'react';
import { useTranslations } from 'next-intl';
import { startRegistration } from '@simplewebauthn/browser';
import { factorBegin, passkeyUpdate } from '@loctelli/core';
import { coreApi, Dialog, Form, FormField, FormSummary, isProblem, PasswordInput, SubmitButton, toast, useInvalidate, useMe } from '@loctelli/core/web';
import { unlessPassword } from './factor-begin.ts';
import { useDeviceName } from './user-agent.ts';

const rules = passkeyUpdate.extend(factorBegin.shape);

/** Adds a passkey: a name for it, the password where it is asked for, then the browser's own dialog. */
export default function PasskeyDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useTranslations('core.security');
  const settings = useTranslations('core.settings');
  const { user } = useMe();
  const invalidate = useInvalidate();
  const deviceName = useDeviceName();
  const [asksPassword, setAsksPassword] = useState(false);
  return (
    <Dialog open={open} onOpenChange={(next) => !next && onClose()} title={t('addPasskey')} description={t(asksPassword ? 'confirmText' : 'addPasskeyText')} size="sm">
      <Form
        schema={rules}
        defaults={{ name: deviceName(navigator.userAgent), currentPassword: '' }}
        onSubmit={async ({ name, currentPassword }, form) => {
          const begin = () => coreApi.auth.beginPasskey({ currentPassword });
          const options = await unlessPassword(begin, () => setAsksPassword(true));
          if (!options) return;
          try {
            const credential = await startRegistration({ optionsJSON: options as never });
            await coreApi.auth.createPasskey({ name, credential });
          } catch (error) {
            if (isProblem(error)) throw error;
            const known = error instanceof Error && error.name === 'InvalidStateError';
            form.setError('root', { type: 'browser', message: t(known ? 'passkeyKnown' : 'passkeyGivenUp') });
            return;
          }
          toast.success(t('passkeyAdded', { name }));
          invalidate(['factors']);
          onClose();
        }}
      >
        <FormSummary />
        <FormField name="name" label={t('passkeyName')} hint={t('passkeyNameHint')} autoComplete="off" autoFocus />
        {asksPassword && (
          <>
            <input type="email" name="email" autoComplete="username" value={user.email} readOnly hidden />
            <FormField name="currentPassword" label={settings('currentPassword')}>
              <PasswordInput autoComplete="current-password" autoFocus />
            </FormField>
          </>
        )}
        <div className="flex justify-end">
          <SubmitButton>{t('continue')}</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}
