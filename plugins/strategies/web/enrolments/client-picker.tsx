'use client';
import { useState } from 'react';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Page } from '@loctelli/core';
import { Avatar, Button, Combobox, http, useApiQuery } from '@loctelli/core/web';
import type { Client } from '../../../clients/contract.ts';

export interface PickedClient {
  id: number;
  name: string;
}
interface Props {
  value: readonly PickedClient[];
  onChange: (clients: PickedClient[]) => void;
  /** Just one can be chosen. */
  single?: boolean;
}

/** Clients, found by typing a name, an address or a number. */
export function ClientPicker({ value, onChange, single }: Props) {
  const t = useTranslations('strategies.enrolments');
  const [search, setSearch] = useState('');
  const found = useApiQuery(['clients', 'options', search], () => http.get<Page<Client>>('/clients', { query: { search: search || undefined, limit: 12 } }), { keep: true });
  const items = (found.data?.items ?? []).filter(({ id }) => single || !value.some((each) => each.id === id));
  const chosen = single ? value[0] : undefined;
  const known = chosen && !items.some(({ id }) => id === chosen.id) ? [{ ...chosen, company: null, email: null, phone: null }, ...items] : items;
  return (
    <div className="flex flex-col gap-2">
      <Combobox
        // After each choice it is empty again, for the next one.
        key={single ? 'one' : value.length}
        aria-label={t(single ? 'client' : 'addClient')}
        placeholder={t('findClient')}
        options={known.map(({ id, name, company, email, phone }) => ({ value: String(id), label: name, hint: company ?? email ?? phone ?? undefined, icon: <Avatar name={name} size="sm" /> }))}
        value={chosen ? String(chosen.id) : null}
        onChange={(id) => {
          const client = known.find((each) => String(each.id) === id);
          if (client) onChange(single ? [{ id: client.id, name: client.name }] : [...value, { id: client.id, name: client.name }]);
          else if (single) onChange([]);
        }}
        onSearch={setSearch}
        loading={found.isFetching}
      />
      {!single && value.length > 0 && (
        <ul aria-label={t('chosenClients')} className="flex flex-wrap gap-1.5">
          {value.map((client) => (
            <li key={client.id}>
              <Button size="sm" aria-label={t('dropClient', { name: client.name })} onClick={() => onChange(value.filter(({ id }) => id !== client.id))}>
                {client.name}
                <X aria-hidden />
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
