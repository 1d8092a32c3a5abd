'use client';
import { useTranslations } from 'next-intl';
import { useCan, useFormats, type Column, type EditorSpec } from '@loctelli/core/web';
import type { Client, ClientUpdate } from '../../contract.ts';
import { StatusBadge } from '../client-status.tsx';
import { StageBadge } from '../stage-badge.tsx';
import { useClientFields, usePipelines } from '../use-set-up.ts';
import { useOwners } from '../use-owners.ts';
import { NameCell, None, TagList, Text } from './cells.tsx';
import { customColumn } from './custom-column.tsx';
import type { SaveCell } from './use-save-cell.ts';

type TextField = 'company' | 'email' | 'phone' | 'position' | 'source';

/** Columns of the list that are hidden until somebody asks for them. */
export const hiddenAtFirst = ['email', 'phone', 'position', 'source', 'status', 'zone', 'stageSince', 'updatedAt'];

/**
 * Every fact of a client as a column, changed in place where the user may, and the tenant's own fields behind them.
 * @param save sends a change of one cell
 * @param onMove changes the stage, which may have to ask why
 */
export function useClientColumns(save: SaveCell, onMove: (client: Client, stageId: number) => void): Column<Client>[] {
  const t = useTranslations('clients');
  const formats = useFormats();
  const mayEdit = useCan('clients.update') !== null;
  const owners = useOwners();
  const fields = useClientFields();
  const { pipelines } = usePipelines();
  const own = <E extends EditorSpec<Client>>(spec: E): E | null => (mayEdit ? spec : null);

  const text = (id: TextField, inputMode: 'email' | 'tel' | 'text' = 'text', width = 180): Column<Client> => ({
    id,
    header: t(`fields.${id}`),
    width,
    sortable: id === 'company',
    cell: (row) => <Text value={row[id]} ltr={id === 'phone' || id === 'email'} />,
    edit: (row) =>
      own({
        type: 'text',
        inputMode,
        value: row[id] ?? '',
        apply: (value) => ({ ...row, [id]: value || null }),
        save: (value) => save(row, { [id]: value || null } as ClientUpdate),
      }),
  });
  const moment = (id: 'createdAt' | 'updatedAt' | 'stageSince'): Column<Client> => ({
    id,
    header: t(`fields.${id}`),
    width: 130,
    sortable: true,
    card: 'hidden',
    align: 'end',
    cell: (row) => (row[id] ? <time dateTime={row[id]} className="whitespace-nowrap text-muted">{formats.date(row[id])}</time> : <None />),
  });

  return [
    { id: 'name', header: t('fields.name'), sortable: true, card: 'title', width: 260, cell: (row) => <NameCell client={row} />, edit: (row) => own({ type: 'text', required: true, value: row.name, apply: (name) => ({ ...row, name }), save: (name) => save(row, { name }) }) },
    text('company'),
    {
      id: 'stageId',
      header: t('fields.stageId'),
      width: 170,
      cell: (row) => <StageBadge stageId={row.stageId} since={row.stageSince} />,
      edit: (row) =>
        own({
          type: 'select',
          value: row.stageId === null ? null : String(row.stageId),
          options: pipelines.flatMap((pipeline) =>
            pipeline.stages.map(({ id, name }) => ({ value: String(id), label: name, ...(pipelines.length > 1 && { hint: pipeline.name }) })),
          ),
          apply: () => row,
          save: async (stageId) => onMove(row, Number(stageId)),
        }),
    },
    {
      id: 'ownerId',
      header: t('fields.owner'),
      width: 150,
      card: 'hidden',
      cell: ({ ownerName }) => <Text value={ownerName} />,
      edit: (row) =>
        owners.length < 2
          ? null
          : own({
              type: 'select',
              value: row.ownerId === null ? null : String(row.ownerId),
              options: owners,
              apply: (id) => ({ ...row, ownerId: Number(id), ownerName: owners.find(({ value }) => value === id)?.label?.toString() ?? null }),
              save: (id) => save(row, { ownerId: id === null ? null : Number(id) }),
            }),
    },
    {
      id: 'value',
      header: t('fields.value'),
      width: 120,
      sortable: true,
      align: 'end',
      cell: ({ value, currency }) => (value === null ? <None /> : <span className="whitespace-nowrap">{formats.money(value, currency ?? 'USD')}</span>),
      edit: (row) => own({ type: 'number', min: 0, step: 0.01, value: row.value, apply: (value) => ({ ...row, value }), save: (value) => save(row, { value }) }),
    },
    {
      id: 'tags',
      header: t('fields.tags'),
      width: 180,
      card: 'hidden',
      cell: ({ tags }) => <TagList tags={tags} />,
      edit: (row) => own({ type: 'tags', value: row.tags, apply: (tags) => ({ ...row, tags }), save: (tags) => save(row, { tags }) }),
    },
    moment('createdAt'),
    text('email', 'email', 220),
    text('phone', 'tel', 160),
    text('position'),
    text('source'),
    { id: 'status', header: t('fields.status'), width: 120, cell: ({ status }) => <StatusBadge status={status} /> },
    { id: 'zone', header: t('fields.zone'), width: 170, card: 'hidden', cell: ({ zone }) => <Text value={zone} ltr /> },
    moment('stageSince'),
    moment('updatedAt'),
    ...fields.map((field) => customColumn(field, { formats, yes: t('form.yes'), no: t('form.no'), mayEdit, save })),
  ];
}
