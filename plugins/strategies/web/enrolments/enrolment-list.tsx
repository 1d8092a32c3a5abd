'use client';
import { useState } from 'react';
import { useSearchParams } from 'next/navigation';
import { UserPlus, Users, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, DataTable, EmptyState, ListState, Select, useApiPages, useApiQuery, useCan, useShortcut } from '@loctelli/core/web';
import { enrolmentStatus, stopReason, type Enrolment, type EnrolmentStatus, type Strategy } from '../../contract.ts';
import { strategies } from '../api.ts';
import { useAddress } from '../use-address.ts';
import { keys, useStrategyChoices } from '../use-strategies.ts';
import { EnrolDialog } from './enrol-dialog.tsx';
import { EnrolmentDrawer } from './enrolment-drawer.tsx';
import { useEnrolmentColumns } from './use-columns.tsx';
import { useEnrolmentActs } from './use-enrolment-acts.tsx';

/** What the numbers of a dashboard lead here with. */
const behind = ['createdAfter', 'createdBefore', 'ownerId'] as const;
const parts = ['status', 'reason', 'number', 'strategy', 'client', ...behind, 'enrolment', 'enrol'] as const;
const filters = ['status', 'reason', 'number', 'strategy', 'client', ...behind] as const;
type Address = ReturnType<typeof useAddress<(typeof parts)[number]>>;
type StopReasonName = NonNullable<Enrolment['stopReason']>;

/** Who goes, or went, through a strategy, or through any: how far they are, what comes next and when. */
export function EnrolmentList({ strategy }: { strategy?: Strategy }) {
  const t = useTranslations('strategies.enrolments');
  const at = useAddress(parts);
  const { address, set } = at;
  const mayEnrol = useCan('strategies.enrol') !== null && (strategy === undefined || strategy.status !== 'archived');
  const [enrolling, setEnrolling] = useState(useSearchParams().has('enrol'));
  const query = {
    strategyId: strategy?.id ?? (address.strategy ? Number(address.strategy) : undefined),
    clientId: address.client ? Number(address.client) : undefined,
    status: address.status as EnrolmentStatus | undefined,
    stopReason: address.reason as StopReasonName | undefined,
    number: address.number ? Number(address.number) : undefined,
    ownerId: address.ownerId ? Number(address.ownerId) : undefined,
    createdAfter: address.createdAfter,
    createdBefore: address.createdBefore,
  };
  const list = useApiPages([...keys.enrolments, 'list', query], (cursor) => strategies.getEnrolments({ ...query, cursor, limit: 50 }));
  const columns = useEnrolmentColumns(!strategy);
  const { actsOf, dialog } = useEnrolmentActs();
  useShortcut(mayEnrol && { keys: 'c', label: t('enrol'), run: () => setEnrolling(true), scope: 'page' });
  const enrol = mayEnrol && (
    <Button variant="primary" onClick={() => setEnrolling(true)}>
      <UserPlus aria-hidden />
      {t('enrol')}
    </Button>
  );
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center justify-between gap-2">
        <EnrolmentFilters at={at} strategy={strategy} />
        {enrol}
      </div>
      <ListState
        list={list}
        filtered={filters.some((part) => part in address)}
        onClear={() => set(Object.fromEntries(filters.map((part) => [part, undefined])))}
        empty={
          <EmptyState icon={<Users />} title={t('emptyTitle')} action={enrol}>
            {t('emptyText')}
          </EmptyState>
        }
      >
        {(rows) => (
          <DataTable
            label={t('title')}
            columns={columns}
            rows={rows}
            rowId={({ id }) => String(id)}
            rowLabel={({ clientName }) => clientName}
            rowHref={({ id }) => hrefOf(id)}
            rowMenu={(row) => [{ items: [{ id: 'open', label: t('open'), onSelect: () => set({ enrolment: String(row.id) }) }, ...actsOf(row)] }]}
            refreshing={list.isRefreshing}
          />
        )}
      </ListState>
      <EnrolmentDrawer enrolmentId={address.enrolment ? Number(address.enrolment) : null} onClose={() => set({ enrolment: undefined })} />
      {enrolling && (
        <EnrolDialog
          {...(strategy && { strategy })}
          onClose={() => {
            setEnrolling(false);
            set({ enrol: undefined });
          }}
        />
      )}
      {dialog}
    </>
  );
}

/** The same list with the enrolment open beside it. */
function hrefOf(id: number): string {
  const next = new URLSearchParams(typeof window === 'undefined' ? '' : window.location.search);
  next.set('enrolment', String(id));
  return `?${next}`;
}

function EnrolmentFilters({ at: { address, set }, strategy }: { at: Address; strategy: Strategy | undefined }) {
  const t = useTranslations('strategies.enrolments');
  const states = useTranslations('strategies.enrolments.states');
  const stops = useTranslations('strategies.stops');
  const list = useTranslations('strategies.list');
  const choices = useStrategyChoices(strategy === undefined) ?? [];
  const versions = useApiQuery(keys.versions(strategy?.id ?? 0), () => strategies.getVersions(strategy!.id), { enabled: strategy !== undefined }).data?.items ?? [];
  const all = (label: string) => ({ value: 'all', label });
  const choose = (part: 'status' | 'reason' | 'number' | 'strategy') => (value: string) => set({ [part]: value === 'all' ? undefined : value });
  return (
    <div role="search" aria-label={t('filters')} className="flex min-w-0 flex-wrap items-center gap-2">
      {!strategy && (
        <Select
          className="w-52"
          aria-label={t('strategy')}
          value={address.strategy ?? 'all'}
          onChange={choose('strategy')}
          options={[all(t('anyStrategy')), ...choices.map(({ id, name }) => ({ value: String(id), label: name }))]}
        />
      )}
      <Select className="w-40" aria-label={t('status')} value={address.status ?? 'all'} onChange={choose('status')} options={[all(list('allStates')), ...enrolmentStatus.options.map((value) => ({ value, label: states(value) }))]} />
      <Select className="w-56" aria-label={t('reason')} value={address.reason ?? 'all'} onChange={choose('reason')} options={[all(t('anyReason')), ...stopReason.options.map((value) => ({ value, label: stops(value) }))]} />
      {versions.length > 1 && (
        <Select
          className="w-40"
          aria-label={t('version')}
          value={address.number ?? 'all'}
          onChange={choose('number')}
          options={[all(t('anyVersion')), ...versions.map(({ number }) => ({ value: String(number), label: t('versionOf', { number }) }))]}
        />
      )}
      {address.client && (
        <Button size="sm" onClick={() => set({ client: undefined })}>
          {t('oneClient')}
          <X aria-hidden />
        </Button>
      )}
      {behind.some((part) => part in address) && (
        <Button size="sm" onClick={() => set(Object.fromEntries(behind.map((part) => [part, undefined])))}>
          {t('behindNumber')}
          <X aria-hidden />
        </Button>
      )}
    </div>
  );
}
