'use client';
import { useState } from 'react';
import { Plus, Route } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, DataTable, EmptyState, ListState, Page, PageHeader, useApiPages, useApiQuery, useCan, useFormats, useShortcut } from '@loctelli/core/web';
import type { StrategyStatus } from '../contract.ts';
import { strategies } from './api.ts';
import { CreateStrategy } from './list/create-strategy.tsx';
import { ListFilters } from './list/filters.tsx';
import { Templates } from './list/templates.tsx';
import { useStrategyColumns } from './list/use-columns.tsx';
import { useStrategyMenu } from './list/use-strategy-menu.tsx';
import { StrategiesNav } from './strategies-nav.tsx';
import { useAddress } from './use-address.ts';
import { keys, useLiveStrategies } from './use-strategies.ts';

const parts = ['search', 'status', 'owner', 'tag', 'create', 'show'] as const;
const pageSize = 50;

/** How the tenant sells: every strategy, its state and what came of it. */
export default function StrategiesPage() {
  const t = useTranslations('strategies');
  const formats = useFormats();
  const { address, set } = useAddress(parts);
  const mayCreate = useCan('strategies.create') !== null;
  const [creating, setCreating] = useState(address.create !== undefined);
  const query = { search: address.search, status: address.status as StrategyStatus | undefined, ownerId: address.owner ? Number(address.owner) : undefined, tag: address.tag };
  const list = useApiPages([...keys.list, query], (cursor) => strategies.getStrategies({ ...query, cursor, limit: pageSize }));
  const templates = useApiQuery(keys.templates, () => strategies.getTemplates());
  const columns = useStrategyColumns((tag) => set({ tag }));
  const { menu, dialog } = useStrategyMenu();
  useLiveStrategies();
  useShortcut(mayCreate && { keys: 'c', label: t('list.new'), run: () => setCreating(true), scope: 'page' });
  const offered = templates.data?.items ?? [];
  const create = mayCreate && (
    <Button variant="primary" onClick={() => setCreating(true)}>
      <Plus aria-hidden />
      {t('list.new')}
    </Button>
  );
  return (
    <Page>
      <PageHeader title={t('pages.list')} count={list.total && formats.number(list.total.count)} description={t('list.text')} actions={create} />
      <StrategiesNav current={address.show === 'templates' ? 'templates' : 'list'} templates={offered.length} />
      {address.show === 'templates' ? (
        <Templates list={templates} />
      ) : (
        <>
          <ListFilters address={address} set={set} />
          <ListState
            list={list}
            filtered={['search', 'status', 'owner', 'tag'].some((part) => part in address)}
            onClear={() => set({ search: undefined, status: undefined, owner: undefined, tag: undefined })}
            empty={
              <EmptyState icon={<Route />} title={t('list.emptyTitle')} action={create}>
                {t('list.emptyText')}
              </EmptyState>
            }
          >
            {(rows) => (
              <DataTable
                label={t('pages.list')}
                columns={columns}
                rows={rows}
                rowId={({ id }) => String(id)}
                rowLabel={({ name }) => name}
                rowHref={({ id }) => `/strategies/${id}`}
                rowMenu={menu}
                refreshing={list.isRefreshing}
              />
            )}
          </ListState>
        </>
      )}
      {creating && (
        <CreateStrategy
          templates={offered}
          onClose={() => {
            setCreating(false);
            set({ create: undefined });
          }}
        />
      )}
      {dialog}
    </Page>
  );
}
