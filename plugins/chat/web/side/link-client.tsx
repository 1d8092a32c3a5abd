'use client';
import { useState } from 'react';
import { UserRoundSearch } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Page } from '@loctelli/core';
import { Avatar, Button, http, Picker, useApiQuery, useCan } from '@loctelli/core/web';
import type { Client } from '../../../clients/contract.ts';
import type { Conversation } from '../../contract.ts';
import { useActs } from '../acts/use-acts.ts';

/** Says which client is writing. */
export function LinkClient({ conversation }: { conversation: Conversation }) {
  const t = useTranslations('chat.side');
  const acts = useActs();
  const [open, setOpen] = useState(false);
  const { options, onSearch, loading } = useClientOptions(open);
  if (useCan('clients.read') === null) return null;
  return (
    <Picker
      label={t('findClient')}
      open={open}
      onOpenChange={setOpen}
      options={options}
      onSearch={onSearch}
      loading={loading}
      value={null}
      onPick={(id) => (setOpen(false), void acts.linkClient(conversation, Number(id)))}
      trigger={
        <Button size="sm" className="mt-4 w-full">
          <UserRoundSearch aria-hidden />
          {t('link')}
        </Button>
      }
    />
  );
}

/** Clients that fit what is typed. */
export function useClientOptions(enabled = true) {
  const [search, setSearch] = useState('');
  const { data, isFetching } = useApiQuery(['clients', 'options', search], () => http.get<Page<Client>>('/clients', { query: { search: search || undefined, limit: 20, ...(!search && { sort: 'updatedAt', direction: 'desc' }) } }), { enabled, keep: true });
  const clients = data?.items ?? [];
  return {
    clients,
    options: clients.map(({ id, name, email, company }) => ({ value: String(id), label: name, hint: email ?? company ?? undefined, icon: <Avatar name={name} size="sm" /> })),
    onSearch: setSearch,
    loading: isFetching,
  };
}
