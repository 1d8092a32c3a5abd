'use client';
import { useState } from 'react';
import { useTranslations } from 'next-intl';
import type { Page } from '@loctelli/core';
import { DateTimePicker, Field, http, Input, Segmented, Select, Switch, useApiQuery, useFormats, useMe } from '@loctelli/core/web';
import type { Conversation } from '../../../chat/contract.ts';
import type { Client } from '../../../clients/contract.ts';
import type { Scenario } from '../../contract.ts';
import { strategies } from '../api.ts';
import { ClientPicker } from '../enrolments/client-picker.tsx';
import { Facts } from './facts.tsx';
import type { Change } from './scenario-state.ts';

type Who = 'made-up' | 'real' | 'past';
interface Props {
  scenario: Scenario;
  onChange: Change;
}

/** Whom it happens to: somebody made up, a client, or one with what they wrote in a conversation; and when it begins. */
export function WhoAndWhen({ scenario, onChange }: Props) {
  const t = useTranslations('strategies.simulator');
  const { client } = scenario;
  const [who, setWho] = useState<Who>(client.conversationId !== null ? 'past' : client.clientId !== null ? 'real' : 'made-up');
  const known = useApiQuery(['client', client.clientId, 'facts'], () => http.get<Client>(`/clients/${client.clientId}`), { enabled: client.clientId !== null });
  const suggests = useApiQuery(['strategies', 'suggestions', 'state'], () => strategies.getSuggestionState()).data?.on ?? false;
  const set = (part: Partial<Scenario['client']>) => onChange({ client: { ...client, ...part } });
  return (
    <section className="flex flex-col gap-4">
      <Segmented
        label={t('who')}
        value={who}
        onChange={(next) => {
          setWho(next);
          set({ ...(next === 'made-up' && { clientId: null }), ...(next !== 'past' && { conversationId: null }) });
        }}
        options={(['made-up', 'real', 'past'] as const).map((value) => ({ value, label: t(`whos.${value}`) }))}
      />
      {who === 'made-up' ? (
        <>
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label={t('name')}>
              <Input value={client.name} maxLength={200} onChange={(event) => set({ name: event.target.value })} />
            </Field>
            <Field label={t('email')}>
              <Input type="email" value={client.email ?? ''} maxLength={254} onChange={(event) => set({ email: event.target.value || null })} />
            </Field>
          </div>
          <Facts value={client.facts} onChange={(facts) => set({ facts })} />
        </>
      ) : (
        <Field label={t('client')}>
          <ClientPicker
            single
            value={client.clientId === null ? [] : [{ id: client.clientId, name: known.data?.name ?? '' }]}
            onChange={([chosen]) => set({ clientId: chosen?.id ?? null, conversationId: null })}
          />
        </Field>
      )}
      {who === 'past' && client.clientId !== null && <PastConversation clientId={client.clientId} value={client.conversationId} onChange={(conversationId) => set({ conversationId })} />}
      <Begins value={scenario.startsAt} onChange={(startsAt) => onChange({ startsAt })} />
      {suggests && <Switch checked={scenario.suggestions} onChange={(suggestions) => onChange({ suggestions })} label={t('suggestions')} hint={t('suggestionsHint')} />}
    </section>
  );
}

function Begins({ value, onChange }: { value: string | null; onChange: (at: string | null) => void }) {
  const t = useTranslations('strategies.simulator');
  const { zone } = useMe().tenant;
  return (
    <div className="flex flex-col gap-2">
      <Switch checked={value !== null} onChange={(on) => onChange(on ? new Date().toISOString() : null)} label={t('startsAt')} hint={value === null ? t('startsNow') : undefined} />
      {value !== null && <DateTimePicker aria-label={t('startsAt')} zone={zone} value={value} onChange={(at) => at && onChange(at)} />}
    </div>
  );
}

/** What the client wrote then is written again, at its own distances. */
function PastConversation({ clientId, value, onChange }: { clientId: number; value: number | null; onChange: (id: number | null) => void }) {
  const t = useTranslations('strategies.simulator');
  const formats = useFormats();
  const { data, isPending } = useApiQuery(['chat', 'of-client', clientId], () => http.get<Page<Conversation>>('/chat/conversations', { query: { clientId, status: 'any', limit: 50 } }));
  const items = data?.items ?? [];
  return (
    <Field label={t('conversation')} hint={!isPending && items.length === 0 ? t('noConversations') : t('conversationHint')}>
      <Select
        placeholder={t('chooseConversation')}
        value={value === null ? null : String(value)}
        onChange={(id) => onChange(Number(id))}
        options={items.map(({ id, subject, preview, createdAt }) => ({ value: String(id), label: subject || preview.slice(0, 60) || t('conversationOf', { when: formats.date(createdAt) }), hint: formats.date(createdAt) }))}
      />
    </Field>
  );
}
