'use client';
import { Columns3, Rows3 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ColumnMenu, conditionsFromText, conditionsToText, FilterBar, SearchInput, Segmented, Select, type Column, type ColumnState } from '@loctelli/core/web';
import type { Client, Pipeline } from '../../contract.ts';
import { useFilterFields } from './use-filter-fields.ts';
import type { ListForm, useListAddress } from './use-list-address.ts';

interface Props {
  at: ReturnType<typeof useListAddress>;
  columns: readonly Column<Client>[];
  columnState: ColumnState;
  onColumnState: (state: ColumnState) => void;
  pipelines: readonly Pipeline[];
  pipeline: Pipeline | undefined;
}

/** Search, filters, and in which form the clients are shown. */
export function ListToolbar({ at, columns, columnState, onColumnState, pipelines, pipeline }: Props) {
  const t = useTranslations('clients');
  const fields = useFilterFields();
  const { address, set, form } = at;
  return (
    <FilterBar
      className="mb-3"
      fields={form === 'board' ? fields.filter(({ id }) => id !== 'stageId' && id !== 'pipelineId') : fields}
      value={conditionsFromText(address.where, fields)}
      onChange={(conditions) => set({ where: conditionsToText(conditions) || undefined })}
      start={<SearchInput value={address.search ?? ''} onChange={(search) => set({ search })} label={t('list.search')} className="w-full sm:w-64" />}
      end={
        <>
          {form === 'board' && pipelines.length > 1 && (
            <Select
              aria-label={t('list.pipeline')}
              variant="quiet"
              value={pipeline ? String(pipeline.id) : null}
              onChange={(id) => set({ pipeline: id ?? undefined })}
              options={pipelines.map(({ id, name }) => ({ value: String(id), label: name }))}
            />
          )}
          {form === 'table' && <ColumnMenu columns={columns} state={columnState} onChange={onColumnState} />}
          <Segmented
            label={t('list.form')}
            iconsOnly
            value={form}
            onChange={(next) => set({ form: (next as ListForm) === 'board' ? 'board' : undefined })}
            options={[
              { value: 'table', label: t('list.table'), icon: <Rows3 aria-hidden /> },
              { value: 'board', label: t('list.board'), icon: <Columns3 aria-hidden /> },
            ]}
          />
        </>
      }
    />
  );
}
