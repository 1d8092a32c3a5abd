'use client';
import { useTranslations } from 'next-intl';
import { Button, Form, FormField, FormSummary, isProblem, SubmitButton, Textarea } from '@loctelli/core/web';
import type { PublicBooking } from '../../../contract.ts';
import { bookings } from '../../api.ts';

interface CancelFormProps {
  token: string;
  onDone: (booking: PublicBooking) => void;
  onLeave: () => void;
  /** It cannot be cancelled any more. */
  onRefused: () => void;
}

/** Asks whether to cancel, and why if the guest likes to say. */
export function CancelForm({ token, onDone, onLeave, onRefused }: CancelFormProps) {
  const t = useTranslations('bookings.public.manage');
  const ui = useTranslations('core.ui');
  const send = async ({ reason }: { reason?: string }) => {
    try {
      onDone(await bookings.cancelManaged(token, { reason: reason || null }));
    } catch (error) {
      if (isProblem(error) && error.status >= 400 && error.status < 500) onRefused();
      throw error;
    }
  };
  return (
    <Form<{ reason?: string }> defaults={{ reason: '' }} onSubmit={send}>
      <FormSummary />
      <FormField name="reason" label={t('reason')} optional={ui('optional')} autoFocus>
        <Textarea rows={3} maxLength={500} />
      </FormField>
      <div className="flex flex-wrap gap-2">
        <SubmitButton variant="danger">{t('cancel')}</SubmitButton>
        <Button onClick={onLeave}>{t('keep')}</Button>
      </div>
    </Form>
  );
}
