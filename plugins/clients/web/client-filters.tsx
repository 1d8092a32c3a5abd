'use client';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, SearchInput, Select } from '@loctelli/core/web';
import { statuses } from './client-status.tsx';
import type { useListQuery } from './use-list-query.ts';
import { useOwners } from './use-owners.ts';

const any = 'any';

export function ClientFilters({ list: { query, set, filtered, clear } }: { list: ReturnType<typeof useListQuery> }) {
  const t = useTranslations('clients');
  const owners = useOwners();
  const chosen = (value: string) => (value === any ? undefined : value);
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2" role="search">
      <SearchInput value={query.search ?? ''} onChange={(search) => set({ search })} label={t('list.search')} className="w-full sm:w-72" />
      <Select
        aria-label={t('fields.status')}
        variant="quiet"
        value={query.status ?? any}
        onChange={(status) => set({ status: chosen(status) })}
        options={[
          { value: any, label: t('list.anyStatus') },
          ...statuses.map((status) => ({ value: status, label: t(`status.${status}`) })),
        ]}
      />
      {owners.length > 1 && (
        <Select
          aria-label={t('fields.owner')}
          variant="quiet"
          value={query.ownerId ? String(query.ownerId) : any}
          onChange={(ownerId) => set({ ownerId: chosen(ownerId) })}
          options={[{ value: any, label: t('list.anyOwner') }, ...owners]}
        />
      )}
      {query.tag && (
        <Button size="sm" onClick={() => set({ tag: undefined })} aria-label={t('list.withoutTag', { tag: query.tag })}>
          #{query.tag}
          <X aria-hidden />
        </Button>
      )}
      {filtered && (
        <Button variant="ghost" size="sm" onClick={clear}>
          {t('list.clear')}
        </Button>
      )}
    </div>
  );
}
