'use client';
import { useState } from 'react';
import { useTranslations } from 'next-intl';
import type { Page } from '@loctelli/core';
import { Avatar, Combobox, http, useApiQuery } from '@loctelli/core/web';
import type { Client } from '../../../clients/contract.ts';

interface Props {
  value: number | null;
  onChange: (clientId: number | null) => void;
}

/** A client, found by typing a name, an address or a number. */
export function ClientSelect({ value, onChange }: Props) {
  const t = useTranslations('bookings.create');
  const [search, setSearch] = useState('');
  const found = useApiQuery(['clients', 'options', search], () => http.get<Page<Client>>('/clients', { query: { search: search || undefined, limit: 12 } }), { keep: true });
  const chosen = useApiQuery(['client', value, 'facts'], () => http.get<Client>(`/clients/${value}`), { enabled: value !== null });
  const items = found.data?.items ?? [];
  const known = chosen.data && value !== null && !items.some(({ id }) => id === value) ? [chosen.data, ...items] : items;
  return (
    <Combobox
      aria-label={t('client')}
      placeholder={t('findClient')}
      options={known.map(({ id, name, company, email, phone }) => ({ value: String(id), label: name, hint: company ?? email ?? phone ?? undefined, icon: <Avatar name={name} size="sm" /> }))}
      value={value === null ? null : String(value)}
      onChange={(id) => onChange(id === null ? null : Number(id))}
      onSearch={setSearch}
      loading={found.isFetching}
    />
  );
}
