'use client';
import { useTranslations } from 'next-intl';
import { Field, Input, Segmented, useCan } from '@loctelli/core/web';
import { ClientSelect } from './client-select.tsx';
import type { Draft, DraftErrors } from './draft.ts';

interface Props {
  draft: Draft;
  errors: DraftErrors;
  onChange: (changes: Partial<Draft>) => void;
}

/** For whom it is: a client, or somebody new who becomes one. */
export function WhoFields({ draft, errors, onChange }: Props) {
  const t = useTranslations('bookings');
  const readsClients = useCan('clients.read') !== null;
  const optional = t('words.optional');
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="sr-only">{t('create.who')}</legend>
      {readsClients && (
        <Segmented
          label={t('create.who')}
          value={draft.who}
          onChange={(who) => onChange({ who })}
          options={[
            { value: 'client', label: t('create.client') },
            { value: 'guest', label: t('create.newGuest') },
          ]}
        />
      )}
      {draft.who === 'client' && readsClients ? (
        <Field label={t('create.client')} error={errors.clientId}>
          <ClientSelect value={draft.clientId} onChange={(clientId) => onChange({ clientId })} />
        </Field>
      ) : (
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t('words.name')} error={errors.guestName} className="sm:col-span-2">
            <Input value={draft.guestName} autoComplete="off" maxLength={200} onChange={(event) => onChange({ guestName: event.target.value })} />
          </Field>
          <Field label={t('words.email')} optional={optional} error={errors.guestEmail}>
            <Input type="email" value={draft.guestEmail} autoComplete="off" onChange={(event) => onChange({ guestEmail: event.target.value })} />
          </Field>
          <Field label={t('words.phone')} optional={optional} error={errors.guestPhone}>
            <Input type="tel" value={draft.guestPhone} autoComplete="off" onChange={(event) => onChange({ guestPhone: event.target.value })} />
          </Field>
        </div>
      )}
    </fieldset>
  );
}
