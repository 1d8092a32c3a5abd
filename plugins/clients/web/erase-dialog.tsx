'use client';
import { useState } from 'react';
import { useTranslations } from 'next-intl';
import { Button, CopyButton, Dialog, Field, Input, isProblem, useApiMutation, useInvalidate, useProblemText } from '@loctelli/core/web';
import type { ClientErasure } from '../contract.ts';
import { clients } from './api.ts';

export interface EraseDialogProps {
  client: { id: number; name: string };
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Once the dialog is closed after the client is gone. */
  onErased?: () => void;
}

/** Erases a client for good, after its name was typed; then hands over the certificate. */
export function EraseDialog({ client, open, onOpenChange, onErased }: EraseDialogProps) {
  const t = useTranslations('clients');
  const [done, setDone] = useState<ClientErasure | null>(null);
  const close = (next: boolean) => {
    onOpenChange(next);
    if (!next && done) onErased?.();
  };
  return (
    <Dialog open={open} onOpenChange={close} title={done ? t('erase.doneTitle') : t('erase.title', { name: client.name })} description={done ? t('erase.doneText') : t('erase.text')}>
      {done ? <Done erasure={done} onClose={() => close(false)} /> : <Ask client={client} onCancel={() => close(false)} onDone={setDone} />}
    </Dialog>
  );
}

function Ask({ client, onCancel, onDone }: { client: EraseDialogProps['client']; onCancel: () => void; onDone: (erasure: ClientErasure) => void }) {
  const t = useTranslations('clients');
  const describe = useProblemText();
  const invalidate = useInvalidate();
  const [confirm, setConfirm] = useState('');
  const [reason, setReason] = useState('');
  const erase = useApiMutation(() => clients.eraseClient(client.id, { confirm: confirm.trim(), ...(reason.trim() && { reason: reason.trim() }) }), {
    toastErrors: false,
    onSuccess: (erasure) => {
      invalidate(['clients'], ['client-duplicates'], ['client-erasures']);
      onDone(erasure);
    },
  });
  const wrongName = isProblem(erase.error, 'clients.erase-not-confirmed');
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        erase.mutate();
      }}
    >
      <ul className="list-disc space-y-1 ps-5 text-sm text-muted">
        <li>{t('erase.goes')}</li>
        <li>{t('erase.stays')}</li>
        <li>{t('erase.final')}</li>
      </ul>
      <Field label={t('erase.confirm', { name: client.name })} {...(wrongName && { error: describe(erase.error) })}>
        <Input autoFocus autoComplete="off" value={confirm} onChange={(event) => setConfirm(event.target.value)} />
      </Field>
      <Field label={t('erase.reason')} hint={t('erase.reasonHint')} optional={t('form.optional')}>
        <Input autoComplete="off" maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />
      </Field>
      {erase.error && !wrongName && (
        <p role="alert" className="text-sm text-danger-text">
          {describe(erase.error)}
        </p>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onCancel}>{t('form.cancel')}</Button>
        <Button type="submit" variant="danger" busy={erase.isPending} disabled={confirm.trim() !== client.name.trim()}>
          {t('erase.action')}
        </Button>
      </div>
    </form>
  );
}

function Done({ erasure, onClose }: { erasure: ClientErasure; onClose: () => void }) {
  const t = useTranslations('clients');
  return (
    <div className="grid gap-4">
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
        <dt className="text-muted">{t('erase.certificate')}</dt>
        <dd className="flex min-w-0 items-center gap-1 break-all">
          <bdi dir="ltr">{erasure.certificate}</bdi> <CopyButton text={erasure.certificate} label={t('erase.certificate')} />
        </dd>
      </dl>
      <div className="flex flex-wrap justify-end gap-2">
        <Button render={<a href={certificateHref(erasure.id)} target="_blank" rel="noreferrer" />}>{t('erase.open')}</Button>
        <Button variant="primary" onClick={onClose}>
          {t('erase.close')}
        </Button>
      </div>
    </div>
  );
}

/** The certificate as a page to print. */
export const certificateHref = (erasureId: number) => `/api/v1/clients/erasures/${erasureId}/certificate`;
