'use client';
import { useState } from 'react';
import { useTranslations } from 'next-intl';
import { Check, Copy } from 'lucide-react';
import { apiKeyCreate } from '@loctelli/core';
import { Button, Checkbox, coreApi, Dialog, Form, FormField, FormSummary, Input, Select, SubmitButton, useInvalidate, useMe } from '@loctelli/core/web';

const rules = apiKeyCreate.pick({ name: true, scopes: true });
const lifetimes = ['30', '90', '365', 'never'];

export function ApiKeyDialog({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const t = useTranslations('core.settings');
  const [key, setKey] = useState<string>();
  const close = (next: boolean) => {
    onOpenChange(next);
    if (!next) setTimeout(() => setKey(undefined), 200);
  };
  return (
    <Dialog open={open} onOpenChange={close} title={key ? t('keyCreatedTitle') : t('createKey')} description={key ? t('keyCreatedText') : undefined}>
      {key ? <NewKey value={key} onDone={() => close(false)} /> : <KeyForm onCreated={setKey} />}
    </Dialog>
  );
}

function KeyForm({ onCreated }: { onCreated: (key: string) => void }) {
  const t = useTranslations('core.settings');
  const { grants } = useMe();
  const invalidate = useInvalidate();
  const [lifetime, setLifetime] = useState('90');
  return (
    <Form
      schema={rules}
      defaults={{ name: '', scopes: [] as string[] }}
      onSubmit={async ({ name, scopes }) => {
        const expiresAt = lifetime === 'never' ? null : new Date(Date.now() + Number(lifetime) * 86_400_000).toISOString();
        const created = await coreApi.apiKeys.createApiKey({ name, scopes, expiresAt });
        invalidate(['api-keys']);
        onCreated(created.key);
      }}
    >
      <FormSummary />
      <FormField name="name" label={t('keyName')} hint={t('keyNameHint')} autoFocus autoComplete="off" />
      <FormField name="scopes" label={t('scopes')} hint={t('scopesHint')}>
        {({ value, onChange }) => {
          const chosen = value as string[];
          return (
            <div className="grid max-h-52 gap-2 overflow-y-auto rounded-md border p-3 sm:grid-cols-2">
              {Object.keys(grants)
                .sort()
                .map((scope) => (
                  <Checkbox
                    key={scope}
                    label={<code className="font-mono text-sm">{scope}</code>}
                    checked={chosen.includes(scope)}
                    onChange={(on) => onChange(on ? [...chosen, scope] : chosen.filter((other) => other !== scope))}
                  />
                ))}
            </div>
          );
        }}
      </FormField>
      <label className="flex flex-col gap-1.5 text-sm font-medium">
        {t('expires')}
        <Select
          value={lifetime}
          onChange={setLifetime}
          aria-label={t('expires')}
          options={lifetimes.map((days) => ({ value: days, label: days === 'never' ? t('never') : t('days', { count: Number(days) }) }))}
          className="font-normal"
        />
      </label>
      <div className="flex justify-end pt-1">
        <SubmitButton>{t('createKey')}</SubmitButton>
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
      <div className="flex justify-end">
        <Button variant="primary" onClick={onDone}>
          {t('done')}
        </Button>
      </div>
    </div>
  );
}
