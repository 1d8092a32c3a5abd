'use client';
import { useTranslations } from 'next-intl';
import { Badge, Switch } from '@loctelli/core/web';
import type { Client, ClientField, CustomFields } from '../../contract.ts';
import type { Save } from '../client-facts.tsx';
import { useFactText } from '../use-fact-text.ts';
import { dateEditor, listEditor, moneyEditor, numberEditor, selectEditor, textEditor } from './editors.tsx';
import { Fact } from './fact.tsx';
import { usePhone } from './use-phone.ts';

interface Props {
  field: ClientField;
  client: Client;
  save: Save;
  readOnly: boolean;
}

/** One of the tenant's own fields. */
export function OwnFact({ field: { key, label, type, options, required }, client, save, readOnly }: Props) {
  const t = useTranslations('clients');
  const { text } = useFactText();
  const value = client.customFields[key] ?? null;
  const phone = usePhone(type === 'phone' && typeof value === 'string' ? value : null);
  const send = (next: CustomFields[string]) => void save(client, { customFields: { [key]: next } });
  const edit = <V extends CustomFields[string]>(empty: V) => (readOnly ? undefined : () => ({ value: (value ?? empty) as V, save: (next: V) => send(next) }));
  const shown = value === null || value === '' || (Array.isArray(value) && value.length === 0) ? null : text(`custom:${key}`, value, client.currency);
  const choices = options.map((option) => ({ value: option, label: option }));

  if (type === 'boolean')
    return (
      <Fact label={label} editor={() => null}>
        <span className="relative z-1">
          <Switch checked={value === true} disabled={readOnly} onChange={send} aria-label={label} />
        </span>
      </Fact>
    );
  if (type === 'multiselect')
    return (
      <Fact label={label} begin={edit<string[]>([])} editor={listEditor(choices)}>
        {shown && (
          <span className="flex flex-wrap gap-1">
            {(value as string[]).map((each) => (
              <Badge key={each}>{each}</Badge>
            ))}
          </span>
        )}
      </Fact>
    );
  if (type === 'number' || type === 'money')
    return (
      <Fact label={label} begin={edit<number | null>(null)} editor={type === 'money' ? moneyEditor(client.currency ?? 'USD') : numberEditor}>
        {shown && <span className="tabular-nums">{shown}</span>}
      </Fact>
    );
  if (type === 'select')
    return (
      <Fact label={label} begin={edit<string | null>(null)} editor={selectEditor(choices, required ? undefined : t('conflict.empty'))}>
        {shown}
      </Fact>
    );
  if (type === 'date')
    return (
      <Fact label={label} begin={edit<string | null>(null)} editor={dateEditor}>
        {shown}
      </Fact>
    );
  const href = shown && (type === 'url' ? safeUrl(shown) : type === 'email' ? `mailto:${shown}` : type === 'phone' ? `tel:${shown}` : null);
  return (
    <Fact label={label} begin={edit<string | null>(null)} editor={textEditor(type === 'phone' ? 'tel' : type === 'text' ? 'text' : type, 2000)}>
      {shown &&
        (href ? (
          <a href={href} title={shown} dir="ltr" rel="noreferrer" {...(type === 'url' && { target: '_blank' })} className="relative z-1 inline-block max-w-full truncate align-bottom text-accent-text hover:underline">
            {phone ?? shown.replace(/^https?:\/\//, '')}
          </a>
        ) : (
          <bdi dir="auto" className="break-words whitespace-pre-line">
            {shown}
          </bdi>
        ))}
    </Fact>
  );
}

/** An address that opens a page, and nothing that runs here. */
function safeUrl(text: string): string | null {
  return /^https?:\/\//i.test(text) ? text : null;
}
