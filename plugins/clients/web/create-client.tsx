'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Button, Dialog, Form, SubmitButton, toast, useFormValues, useInvalidate, useMe } from '@loctelli/core/web';
import type { ClientCreate } from '../contract.ts';
import { clients } from './api.ts';
import { ClientFields } from './client-form.tsx';
import { DuplicateHint } from './duplicate-hint.tsx';
import { filled, formSchema } from './form-schema.ts';

export function CreateClient({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const t = useTranslations('clients');
  const router = useRouter();
  const invalidate = useInvalidate();
  const me = useMe().user;
  const create = async (values: ClientCreate) => {
    const made = await clients.createClient(filled(values));
    invalidate(['clients']);
    onOpenChange(false);
    toast.success(t('form.created', { name: made.name }));
    router.push(`/clients/${made.id}`);
  };
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('form.createTitle')}>
      <Form<ClientCreate> schema={schema as never} defaults={{ name: '', status: 'lead', ownerId: me.id } as never} onSubmit={create}>
        <ClientFields autoFocus />
        <AlreadyHere />
        <div className="flex justify-end gap-2">
          <Button onClick={() => onOpenChange(false)}>{t('form.cancel')}</Button>
          <SubmitButton>{t('form.create')}</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}

/** Warns of whoever this may be already. */
function AlreadyHere() {
  const [name, email, phone, company] = useFormValues(['name', 'email', 'phone', 'company']) as (string | undefined)[];
  return <DuplicateHint name={name} email={email} phone={phone} company={company} />;
}

const schema = formSchema('clientCreate');
