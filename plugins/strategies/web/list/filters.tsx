'use client';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, SearchInput, Select, UserSelect, useCan } from '@loctelli/core/web';
import { strategyStatus } from '../../contract.ts';

type Part = 'search' | 'status' | 'owner' | 'tag';
interface Props {
  address: Partial<Record<Part, string>>;
  set: (changes: { [P in Part]?: string | undefined }) => void;
}

/** What of the strategies is shown. */
export function ListFilters({ address, set }: Props) {
  const t = useTranslations('strategies.list');
  const seesOthers = useCan('strategies.read') !== 'own';
  return (
    <div role="search" aria-label={t('filters')} className="mb-4 flex flex-wrap items-center gap-2">
      <SearchInput className="w-64 max-sm:w-full" label={t('search')} value={address.search ?? ''} onChange={(search) => set({ search: search || undefined })} />
      <Select
        className="w-40"
        aria-label={t('state')}
        value={address.status ?? 'all'}
        onChange={(status) => set({ status: status === 'all' ? undefined : status })}
        options={[{ value: 'all', label: t('allStates') }, ...strategyStatus.options.map((status) => ({ value: status, label: t(`states.${status}`) }))]}
      />
      {seesOthers && (
        <UserSelect className="w-48" aria-label={t('owner')} placeholder={t('anyOwner')} value={address.owner ? Number(address.owner) : null} onChange={(owner) => set({ owner: owner === null ? undefined : String(owner) })} />
      )}
      {address.tag && (
        <Button size="sm" onClick={() => set({ tag: undefined })} aria-label={t('dropTag', { tag: address.tag })}>
          {address.tag}
          <X aria-hidden />
        </Button>
      )}
    </div>
  );
}
