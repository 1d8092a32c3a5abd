'use client';
import { useState } from 'react';
import { useTranslations } from 'next-intl';
import { Button, Dialog, Form, SubmitButton, toast } from '@loctelli/core/web';
import type { Client, ClientUpdate } from '../contract.ts';
import { ClientFields } from './client-form.tsx';
import { NotDecided, useUpdateClient } from './conflict/use-update-client.tsx';
import { filled, formSchema } from './form-schema.ts';

const editable = ['name', 'email', 'phone', 'company', 'position', 'status', 'ownerId', 'value', 'source', 'tags', 'customFields'] as const;
type Values = Record<string, unknown>;

interface Props {
  client: Client;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/**
 * Sends what was changed and nothing else, so that a colleague's other changes stay. Mount it anew for each opening: what is typed is
 * compared with the client as it was then, whatever others save meanwhile.
 */
export function EditClient({ client: shown, open, onOpenChange }: Props) {
  const [client] = useState(shown);
  const t = useTranslations('clients');
  const { save, dialog } = useUpdateClient();
  const submit = async (values: Values) => {
    try {
      await save(client, changesOf(client, values));
    } catch (error) {
      // Back to the form, where everything still stands as it was typed.
      if (error instanceof NotDecided) return;
      throw error;
    }
    onOpenChange(false);
    toast.success(t('form.saved'), { id: 'client-saved' });
  };
  const defaults = Object.fromEntries(editable.map((field) => [field, client[field] ?? undefined]));
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('form.editTitle', { name: client.name })}>
      <Form<Values> schema={schema as never} defaults={defaults as never} onSubmit={submit}>
        <ClientFields currency={client.currency ?? undefined} />
        <div className="flex justify-end gap-2">
          <Button onClick={() => onOpenChange(false)}>{t('form.cancel')}</Button>
          <SubmitButton>{t('form.save')}</SubmitButton>
        </div>
      </Form>
      {dialog}
    </Dialog>
  );
}

const schema = formSchema('clientUpdate');

function changesOf(client: Client, values: Values): Omit<ClientUpdate, 'version'> {
  const own = filled(values);
  const after = editable.filter((field) => field !== 'customFields').map((field) => [field, own[field] ?? null] as const);
  const changed = after.filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(client[field]));
  const fields = Object.entries((own.customFields as Values | undefined) ?? {}).filter(
    ([key, value]) => JSON.stringify(value === '' ? null : (value ?? null)) !== JSON.stringify(client.customFields[key] ?? null),
  );
  return { ...Object.fromEntries(changed), ...(fields.length > 0 && { customFields: Object.fromEntries(fields) }) } as Omit<ClientUpdate, 'version'>;
}
