'use client';
import { useTranslations } from 'next-intl';
import { Button, Dialog, Form, isProblem, SubmitButton, toast, useInvalidate } from '@loctelli/core/web';
import type { Client, ClientUpdate } from '../contract.ts';
import { clients } from './api.ts';
import { ClientFields } from './client-form.tsx';
import { filled, formSchema } from './form-schema.ts';

const editable = ['name', 'email', 'phone', 'company', 'position', 'status', 'ownerId', 'value', 'source', 'tags', 'customFields'] as const;
type Values = Record<string, unknown>;

interface Props {
  client: Client;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Sends what was changed and nothing else, so that a colleague's other changes stay. */
export function EditClient({ client, open, onOpenChange }: Props) {
  const t = useTranslations('clients');
  const invalidate = useInvalidate();
  const refresh = () => invalidate(['clients'], ['client', client.id]);
  const save = async (values: Values) => {
    try {
      await clients.updateClient(client.id, { version: client.version, ...changesOf(client, values) });
    } catch (error) {
      // The page behind shows how it stands now; what was typed stays, and goes through at the next try.
      if (isProblem(error, 'core.version-conflict')) refresh();
      throw error;
    }
    refresh();
    onOpenChange(false);
    toast.success(t('form.saved'));
  };
  const defaults = Object.fromEntries(editable.map((field) => [field, client[field] ?? undefined]));
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('form.editTitle', { name: client.name })}>
      <Form<Values> schema={schema as never} defaults={defaults as never} onSubmit={save}>
        <ClientFields />
        <div className="flex justify-end gap-2">
          <Button onClick={() => onOpenChange(false)}>{t('form.cancel')}</Button>
          <SubmitButton>{t('form.save')}</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}

const schema = formSchema('clientUpdate');

function changesOf(client: Client, values: Values): ClientUpdate {
  const own = filled(values);
  const after = editable.map((field) => [field, own[field] ?? null] as const);
  return Object.fromEntries(after.filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(client[field]))) as ClientUpdate;
}
