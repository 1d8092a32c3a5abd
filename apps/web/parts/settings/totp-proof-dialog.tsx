'use client';
import { useState } from 'react';
import { useTranslations } from 'next-intl';
import { coreApi, Dialog, Form, FormField, FormSummary, Input, PasswordInput, SubmitButton, toast, useInvalidate, useMe } from '@loctelli/core/web';
import { RecoveryCodeList } from './recovery-code-list.tsx';

/** Asks for password and code before the factor is switched off, or its recovery codes are made anew, and shows the new ones. */
export default function TotpProofDialog({ purpose, open, onClose }: { purpose: 'disable' | 'renew'; open: boolean; onClose: () => void }) {
  const t = useTranslations('core.security');
  const settings = useTranslations('core.settings');
  const { user } = useMe();
  const invalidate = useInvalidate();
  const [codes, setCodes] = useState<string[]>();
  const off = purpose === 'disable';
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && !codes && onClose()}
      title={t(codes ? 'codesTitle' : off ? 'turnOffTitle' : 'newCodes')}
      description={t(codes ? 'codesText' : off ? 'turnOffText' : 'newCodesText')}
    >
      {codes ? (
        <RecoveryCodeList codes={codes} onDone={onClose} />
      ) : (
        <Form
          defaults={{ currentPassword: '', code: '' }}
          onSubmit={async ({ currentPassword, code = '' }) => {
            const proof = /^\d{6}$/.test(code.replace(/\s/g, '')) ? { code } : { recoveryCode: code };
            const body = { currentPassword: currentPassword ?? '', ...proof };
            if (off) {
              await coreApi.auth.disableTotp(body);
              toast.success(t('turnedOff'));
              onClose();
            } else {
              setCodes((await coreApi.auth.renewRecoveryCodes(body)).recoveryCodes);
            }
            invalidate(['factors']);
          }}
          aliases={{ recoveryCode: 'code' }}
        >
          <FormSummary />
          <input type="email" name="email" autoComplete="username" value={user.email} readOnly hidden />
          <FormField name="currentPassword" label={settings('currentPassword')}>
            <PasswordInput autoComplete="current-password" autoFocus />
          </FormField>
          <FormField name="code" label={t('codeOrRecovery')} hint={t('codeOrRecoveryHint')}>
            <Input autoComplete="one-time-code" dir="ltr" autoCapitalize="none" spellCheck={false} className="font-mono" />
          </FormField>
          <div className="flex justify-end">
            <SubmitButton variant={off ? 'danger' : 'primary'}>{t(off ? 'turnOff' : 'makeCodes')}</SubmitButton>
          </div>
        </Form>
      )}
    </Dialog>
  );
}
