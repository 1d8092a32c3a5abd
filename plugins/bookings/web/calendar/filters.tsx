'use client';
import { useTranslations } from 'next-intl';
import { Button, Checkbox, DateRangePicker, MultiSelect, SearchInput, Select } from '@loctelli/core/web';
import { statuses } from '../booking-status.tsx';
import { ColourDot } from '../colour.tsx';
import type { AddressState } from '../use-address.ts';
import { useEventTypes, useHosts } from '../use-set-up.ts';

const all = 'all';
export const whens = ['upcoming', 'past', 'all'] as const;

/** Whose bookings, and of what; the list asks more. */
export function Filters({ at: { address, set }, list }: { at: AddressState; list: boolean }) {
  const t = useTranslations('bookings');
  const { hosts } = useHosts();
  const { eventTypes } = useEventTypes();
  const any = (list ? ['host', 'type', 'search', 'status', 'when', 'from', 'to'] : ['host', 'type', 'cancelled']) as ('host' | 'type')[];
  const dated = address.from || address.to;
  return (
    <div role="search" aria-label={t('filters.label')} className="mb-3 flex flex-wrap items-center gap-2">
      {list && <SearchInput value={address.search ?? ''} onChange={(search) => set({ search })} label={t('filters.search')} className="w-full sm:w-60" />}
      {hosts.length > 1 && (
        <Select
          aria-label={t('words.host')}
          className="w-auto max-w-52"
          value={address.host ?? all}
          onChange={(host) => set({ host: host === all ? undefined : host })}
          options={[{ value: all, label: t('filters.allHosts') }, ...hosts.map(({ userId, name }) => ({ value: String(userId), label: name }))]}
        />
      )}
      <Select
        aria-label={t('words.eventType')}
        className="w-auto max-w-60"
        value={address.type ?? all}
        onChange={(type) => set({ type: type === all ? undefined : type })}
        options={[{ value: all, label: t('filters.allTypes') }, ...eventTypes.map(({ id, title, colour }) => ({ value: String(id), label: title, icon: <ColourDot colour={colour} /> }))]}
      />
      {list && (
        <>
          <MultiSelect
            aria-label={t('words.status')}
            placeholder={t('filters.anyStatus')}
            className="w-auto max-w-60 min-w-32"
            value={address.status?.split(',') ?? []}
            onChange={(chosen) => set({ status: chosen.join(',') || undefined })}
            options={statuses.map((status) => ({ value: status, label: t(`status.${status}`) }))}
          />
          <Select
            aria-label={t('words.when')}
            className="w-auto"
            value={dated ? null : (address.when ?? 'upcoming')}
            placeholder={t('filters.between')}
            onChange={(when) => set({ when: when === 'upcoming' ? undefined : when, from: undefined, to: undefined })}
            options={whens.map((when) => ({ value: when, label: t(`filters.whens.${when}`) }))}
          />
          <DateRangePicker
            label={t('filters.between')}
            placeholder={t('filters.between')}
            value={dated ? { from: address.from ?? null, to: address.to ?? null } : null}
            onChange={(range) => set({ from: range?.from ?? undefined, to: range?.to ?? undefined, when: undefined })}
          />
        </>
      )}
      {!list && <Checkbox className="ms-1" checked={address.cancelled === '1'} onChange={(on) => set({ cancelled: on ? '1' : undefined })} label={t('filters.cancelled')} />}
      {any.some((part) => address[part]) && (
        <Button size="sm" variant="ghost" className="text-muted" onClick={() => set(Object.fromEntries(any.map((part) => [part, undefined])))}>
          {t('filters.clear')}
        </Button>
      )}
    </div>
  );
}
