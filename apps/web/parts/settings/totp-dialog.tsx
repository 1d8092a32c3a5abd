'use client';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'next-intl';
import { totpConfirm } from '@loctelli/core';
import {
  coreApi,
  Dialog,
  ErrorState,
  Form,
  FormField,
  FormSummary,
  Input,
  PasswordInput,
  Skeleton,
  SubmitButton,
  toast,
  useInvalidate,
  useMe,
} from '@loctelli/core/web';
import { CopyButton } from './copy-button.tsx';
import { unlessPassword } from './factor-begin.ts';
import { QrCode } from './qr-code.tsx';
import { RecoveryCodeList } from './recovery-code-list.tsx';

interface Enrolment {
  uri: string;
  secret: string;
}
type Step = { at: 'begin' } | { at: 'password' } | { at: 'failed'; error: unknown } | { at: 'scan'; enrolment: Enrolment } | { at: 'codes'; codes: string[] };

/** Sets up an authenticator app: the password where it is asked for, the QR code and a code of the app, the recovery codes. */
export default function TotpDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useTranslations('core.security');
  const invalidate = useInvalidate();
  const [step, setStep] = useState<Step>({ at: 'begin' });
  const begun = useRef(false);

  const begin = async (currentPassword?: string) => {
    const enrolment = await unlessPassword(() => coreApi.auth.beginTotp({ currentPassword }), () => setStep({ at: 'password' }));
    if (enrolment) setStep({ at: 'scan', enrolment });
  };
  const tryBegin = () => {
    setStep({ at: 'begin' });
    begin().catch((error: unknown) => setStep({ at: 'failed', error }));
  };
  useEffect(() => {
    // Once, also where effects run twice: a second secret would not be the one on the screen.
    if (begun.current) return;
    begun.current = true;
    tryBegin();
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  const codes = step.at === 'codes';
  return (
    <Dialog
      open={open}
      // Codes that were not saved are gone with the dialog: it waits for the tick.
      onOpenChange={(next) => !next && !codes && onClose()}
      title={t(codes ? 'codesTitle' : 'totpTitle')}
      description={codes ? t('codesText') : step.at === 'password' ? t('confirmText') : step.at === 'scan' ? t('scanText') : undefined}
    >
      {step.at === 'begin' && <Skeleton className="h-52" />}
      {step.at === 'failed' && <ErrorState compact error={step.error} onRetry={tryBegin} />}
      {step.at === 'password' && <PasswordStep onSubmit={begin} />}
      {step.at === 'scan' && (
        <ScanStep
          enrolment={step.enrolment}
          onConfirmed={(recoveryCodes) => {
            invalidate(['factors']);
            setStep({ at: 'codes', codes: recoveryCodes });
          }}
        />
      )}
      {codes && (
        <RecoveryCodeList
          codes={step.codes}
          onDone={() => {
            toast.success(t('turnedOn'));
            onClose();
          }}
        />
      )}
    </Dialog>
  );
}

function PasswordStep({ onSubmit }: { onSubmit: (password: string) => Promise<void> }) {
  const t = useTranslations('core.security');
  const settings = useTranslations('core.settings');
  const { user } = useMe();
  return (
    <Form defaults={{ currentPassword: '' }} onSubmit={({ currentPassword }) => onSubmit(currentPassword ?? '')}>
      <FormSummary />
      <input type="email" name="email" autoComplete="username" value={user.email} readOnly hidden />
      <FormField name="currentPassword" label={settings('currentPassword')}>
        <PasswordInput autoComplete="current-password" autoFocus />
      </FormField>
      <div className="flex justify-end">
        <SubmitButton>{t('continue')}</SubmitButton>
      </div>
    </Form>
  );
}

function ScanStep({ enrolment: { uri, secret }, onConfirmed }: { enrolment: Enrolment; onConfirmed: (codes: string[]) => void }) {
  const t = useTranslations('core.security');
  const spaced = secret.replace(/(.{4})(?=.)/g, '$1 ');
  return (
    <div className="flex flex-col gap-5 sm:flex-row">
      <div className="flex justify-center">
        <QrCode text={uri} label={t('qrLabel')} />
      </div>
      <div className="flex min-w-0 flex-1 flex-col gap-4">
        <div className="flex flex-col gap-1.5">
          <p className="text-sm font-medium">{t('byHand')}</p>
          <code dir="ltr" className="rounded-md border bg-sunken px-3 py-2 text-start font-mono text-sm select-all">
            {spaced}
          </code>
          <div>
            <CopyButton size="sm" text={secret} />
          </div>
        </div>
        <Form schema={totpConfirm} defaults={{ code: '' }} onSubmit={async ({ code }) => onConfirmed((await coreApi.auth.confirmTotp(code)).recoveryCodes)}>
          <FormSummary />
          <FormField name="code" label={t('code')} hint={t('codeHint')}>
            <Input inputMode="numeric" autoComplete="one-time-code" dir="ltr" maxLength={7} className="font-mono tracking-widest" />
          </FormField>
          <div className="flex justify-end">
            <SubmitButton>{t('turnOn')}</SubmitButton>
          </div>
        </Form>
      </div>
    </div>
  );
}
