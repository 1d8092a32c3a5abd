'use client';
import { useState } from 'react';
import { useTranslations } from 'next-intl';
import { Check, Copy } from 'lucide-react';
import { apiKeyCreate } from '@loctelli/core';
import { addDays, Button, coreApi, DatePicker, Dialog, Field, Form, FormField, FormSummary, Input, momentOf, Select, SubmitButton, todayIn, useFormats, useInvalidate } from '@loctelli/core/web';
import { ApiKeyScopes } from './api-key-scopes.tsx';

const rules = apiKeyCreate.pick({ name: true, scopes: true });
const lifetimes = ['30', '90', '365', 'date', 'never'] as const;
type Lifetime = (typeof lifetimes)[number];

export function ApiKeyDialog({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const t = useTranslations('core.settings');
  const [key, setKey] = useState<string>();
  const close = (next: boolean) => {
    onOpenChange(next);
    if (!next) setTimeout(() => setKey(undefined), 200);
  };
  return (
    <Dialog open={open} onOpenChange={close} title={key ? t('keyCreatedTitle') : t('createKey')} description={key ? t('keyCreatedText') : t('keyExplained')}>
      {key ? <NewKey value={key} onDone={() => close(false)} /> : <KeyForm onCreated={setKey} />}
    </Dialog>
  );
}

function KeyForm({ onCreated }: { onCreated: (key: string) => void }) {
  const t = useTranslations('core.settings');
  const { zone, date } = useFormats();
  const invalidate = useInvalidate();
  const [lifetime, setLifetime] = useState<Lifetime>('90');
  const [day, setDay] = useState<string | null>(null);
  const today = todayIn(zone);
  const last = lifetime === 'never' ? null : lifetime === 'date' ? day : addDays(today, Number(lifetime));
  // A key is good until its last day is over, where its maker lives.
  const expiresAt = last && momentOf(addDays(last, 1), '00:00', zone).toISOString();
  const isOpenEnded = lifetime === 'date' && day === null;
  return (
    <Form
      schema={rules}
      defaults={{ name: '', scopes: [] as string[] }}
      onSubmit={async ({ name, scopes }) => {
        const created = await coreApi.apiKeys.createApiKey({ name, scopes, expiresAt });
        invalidate(['api-keys']);
        onCreated(created.key);
      }}
    >
      <FormSummary />
      <FormField name="name" label={t('keyName')} hint={t('keyNameHint')} autoFocus autoComplete="off" />
      <FormField name="scopes" label={t('scopes')} hint={t('scopesHint')}>
        {({ value, onChange }) => <ApiKeyScopes value={value as string[]} onChange={onChange} />}
      </FormField>
      <Field label={t('expires')} hint={last ? t('expiresOn', { date: date(momentOf(last, '12:00', zone)) }) : isOpenEnded ? t('chooseDay') : t('neverHint')}>
        <div className="grid gap-2 sm:grid-cols-2">
          <Select
            value={lifetime}
            onChange={setLifetime}
            aria-label={t('expires')}
            options={lifetimes.map((each) => ({ value: each, label: each === 'never' ? t('never') : each === 'date' ? t('onDay') : t('days', { count: Number(each) }) }))}
          />
          {lifetime === 'date' && <DatePicker aria-label={t('lastDay')} value={day} min={today} onChange={setDay} />}
        </div>
      </Field>
      <div className="flex justify-end pt-1">
        <SubmitButton disabled={isOpenEnded}>{t('createKey')}</SubmitButton>
      </div>
    </Form>
  );
}

function NewKey({ value, onDone }: { value: string; onDone: () => void }) {
  const t = useTranslations('core.settings');
  const [copied, setCopied] = useState(false);
  return (
    <div className="flex flex-col gap-4">
      <div className="flex gap-2">
        <Input readOnly value={value} dir="ltr" aria-label={t('key')} className="font-mono" onFocus={(event) => event.currentTarget.select()} />
        <Button onClick={() => void navigator.clipboard.writeText(value).then(() => setCopied(true))}>
          {copied ? <Check aria-hidden /> : <Copy aria-hidden />}
          {copied ? t('copied') : t('copy')}
        </Button>
      </div>
      <p className="text-sm text-muted">
        {t('keyUse')} <code className="font-mono text-fg" dir="ltr">Authorization: Bearer {value.slice(0, 8)}…</code>
      </p>
      <div className="flex justify-end">
        <Button variant="primary" onClick={onDone}>
          {t('done')}
        </Button>
      </div>
    </div>
  );
}
