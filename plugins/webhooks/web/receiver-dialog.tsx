'use client';
import { useTranslations } from 'next-intl';
import { Button, Dialog, Form, FormField, FormSummary, SubmitButton, toast, useInvalidate } from '@loctelli/core/web';
import { z } from 'zod';
import { receiverScheme, type HmacOptions, type ReceiverScheme, type WebhookReceiver, type WebhookReceiverWithSecret } from '../contract.ts';
import { webhooks } from './api.ts';
import { SchemeFields } from './receiver-scheme.tsx';

interface Props {
  receiver: WebhookReceiver | 'new';
  onClose: () => void;
  /** Saved; with a secret when one was made that is shown once. */
  onSaved: (receiver: WebhookReceiverWithSecret) => void;
}

interface Values {
  name: string;
  scheme: ReceiverScheme;
  hmac: Omit<HmacOptions, 'timestampHeader'> & { timestampHeader: string | null };
  secret?: string;
  idHeader: string | null;
}

const plain: Values['hmac'] = { header: 'x-signature', encoding: 'hex', prefix: '', timestampHeader: null, toleranceSeconds: 300 };
const form = z.object({ name: z.string().trim().min(1).max(100), scheme: receiverScheme, secret: z.string().min(8).max(500).optional() });

/** Names a receiver and says how its sender proves itself. */
export function ReceiverDialog({ receiver, onClose, onSaved }: Props) {
  const t = useTranslations('webhooks');
  const invalidate = useInvalidate();
  const known = receiver === 'new' ? null : receiver;
  const defaults: Values = { name: known?.name ?? '', scheme: known?.scheme ?? 'standard', hmac: known?.hmac ?? plain, secret: '', idHeader: known?.idHeader ?? '' };
  const save = async ({ name, scheme, hmac, secret, idHeader }: Values) => {
    const facts = { name, scheme, idHeader: idHeader || null, ...(scheme === 'hmac' && { hmac: { ...hmac, timestampHeader: hmac.timestampHeader || null } }), ...(secret && scheme !== 'none' && { secret }) };
    const saved = known ? await webhooks.updateReceiver(known.id, { version: known.version, ...facts }) : await webhooks.createReceiver(facts);
    invalidate(['webhook-receivers']);
    if (known) toast.success(t('receiver.saved'));
    onClose();
    onSaved(saved);
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={known ? t('receiver.edit') : t('receiver.new')} description={known ? undefined : t('receiver.newText')}>
      <Form<Values> schema={form as never} defaults={defaults} onSubmit={save}>
        <FormSummary />
        <FormField name="name" label={t('receiver.name')} hint={t('receiver.nameHint')} autoComplete="off" autoFocus />
        <SchemeFields known={known !== null} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <SubmitButton>{known ? t('endpoint.save') : t('receiver.create')}</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}
