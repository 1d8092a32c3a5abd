'use client';
import { useState } from 'react';
import { useTranslations } from 'next-intl';
import { z } from 'zod';
import { Button, Dialog, Disclosure, Form, FormField, FormSummary, SubmitButton, toast, useInvalidate } from '@loctelli/core/web';
import { eventPattern, type WebhookEndpoint, type WebhookEndpointWithSecret } from '../contract.ts';
import { webhooks } from './api.ts';
import { EventPicker } from './event-picker.tsx';
import { FieldFilter } from './field-filter.tsx';
import { HeaderEditor, type HeaderDraft } from './header-editor.tsx';

interface Props {
  /** The endpoint to change, or `new`. */
  endpoint: WebhookEndpoint | 'new';
  onClose: () => void;
  /** A new one, with the secret it may show once. */
  onMade?: (endpoint: WebhookEndpointWithSecret) => void;
}

const form = z.object({
  url: z.url({ protocol: /^https?$/ }).max(2_000),
  description: z.string().trim().max(200).optional(),
  events: z.array(eventPattern).min(1),
  fields: z.record(z.string(), z.array(z.string())),
  headers: z.array(z.object({ name: z.string(), value: z.string(), stored: z.boolean() })),
});
type Values = z.infer<typeof form>;

/** Makes an endpoint, or changes one. */
export function EndpointDialog({ endpoint, onClose, onMade }: Props) {
  const t = useTranslations('webhooks');
  const invalidate = useInvalidate();
  const known = endpoint === 'new' ? null : endpoint;
  const [more, setMore] = useState(Boolean(known && (known.headers.length || Object.keys(known.fields).length)));
  const defaults: Values = {
    ...{ url: known?.url ?? '', description: known?.description ?? '', events: known?.events ?? ['*'], fields: known?.fields ?? {} },
    headers: known?.headers.map((name) => ({ name, value: '', stored: true })) ?? [],
  };
  const save = async ({ url, description, events, fields, headers }: Values) => {
    const sent = {
      ...{ url, events, description: description || null },
      fields: Object.fromEntries(Object.entries(fields).filter(([, paths]) => paths.length > 0)),
      headers: headers.filter(({ name }) => name.trim()).map(({ name, value, stored }) => ({ name, ...(stored && !value ? {} : { value }) })),
    };
    if (known) {
      await webhooks.updateEndpoint(known.id, { version: known.version, ...sent });
      toast.success(t('endpoint.saved'));
    } else onMade?.(await webhooks.createEndpoint(sent));
    invalidate(['webhook-endpoints']);
    onClose();
  };
  return (
    <Dialog open size="lg" onOpenChange={(open) => !open && onClose()} title={known ? t('endpoint.edit') : t('endpoint.new')} description={known ? undefined : t('endpoint.newText')}>
      <Form<Values> schema={form as never} defaults={defaults} onSubmit={save}>
        {(state) => (
          <>
            <FormSummary />
            <FormField name="url" label={t('endpoint.url')} type="url" placeholder="https://" autoComplete="off" autoFocus hint={t('endpoint.urlHint')} />
            <FormField name="description" label={t('endpoint.description')} optional={t('optional')} autoComplete="off" />
            <FormField name="events" label={t('endpoint.events')}>
              {({ value, onChange }) => <EventPicker value={value as string[]} onChange={onChange} />}
            </FormField>
            <Disclosure title={t('endpoint.more')} open={more} onOpenChange={setMore}>
              <div className="flex flex-col gap-4">
                <FormField name="fields" label={t('filter.label')} hint={t('filter.hint')}>
                  {({ value, onChange }) => <FieldFilter events={state.watch('events')} value={value as Values['fields']} onChange={onChange} />}
                </FormField>
                <FormField name="headers" label={t('headers.label')} hint={t('headers.hint')}>
                  {({ value, onChange }) => <HeaderEditor value={value as HeaderDraft[]} onChange={onChange} />}
                </FormField>
              </div>
            </Disclosure>
            <div className="flex justify-end gap-2">
              <Button onClick={onClose}>{t('cancel')}</Button>
              <SubmitButton>{known ? t('endpoint.save') : t('endpoint.create')}</SubmitButton>
            </div>
          </>
        )}
      </Form>
    </Dialog>
  );
}
