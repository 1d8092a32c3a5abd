'use client';
import { useState } from 'react';
import { Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Avatar, Button, DataTable, useCan, useFormats, type Column, type Sort } from '@loctelli/core/web';
import type { Client } from '../contract.ts';
import { StatusBadge } from './client-status.tsx';
import { useDeleteClients } from './use-delete-client.ts';

interface Props {
  rows: Client[];
  sort: Sort;
  onSort: (sort: Sort) => void;
  refreshing: boolean;
}

export function ClientTable({ rows, sort, onSort, refreshing }: Props) {
  const t = useTranslations('clients');
  const formats = useFormats();
  const [selection, setSelection] = useState<Set<string>>(new Set());
  const remove = useDeleteClients(() => setSelection(new Set()));
  const mayDelete = useCan('clients.delete') !== null;
  const columns: Column<Client>[] = [
    { id: 'name', header: t('fields.name'), sortable: true, card: 'title', cell: (row) => <Name client={row} /> },
    {
      id: 'company',
      header: t('fields.company'),
      sortable: true,
      cell: ({ company }) => (company ? <span className="block truncate sm:max-w-48">{company}</span> : <None />),
    },
    { id: 'status', header: t('fields.status'), cell: ({ status }) => <StatusBadge status={status} /> },
    {
      id: 'owner',
      header: t('fields.owner'),
      card: 'hidden',
      cell: ({ ownerName }) => (ownerName ? <span className="whitespace-nowrap">{ownerName}</span> : <None />),
    },
    {
      id: 'value',
      header: t('fields.value'),
      sortable: true,
      align: 'end',
      cell: ({ value, currency }) =>
        value === null ? <None /> : <span className="whitespace-nowrap">{formats.money(value, currency ?? 'USD')}</span>,
    },
    {
      id: 'createdAt',
      header: t('fields.createdAt'),
      sortable: true,
      card: 'hidden',
      align: 'end',
      // What a narrow window can spare, rather than a table that scrolls sideways.
      className: 'max-[1360px]:hidden',
      cell: ({ createdAt }) => (
        <time dateTime={createdAt} className="whitespace-nowrap text-muted">
          {formats.date(createdAt)}
        </time>
      ),
    },
  ];
  return (
    <DataTable
      label={t('pages.list')}
      columns={columns}
      rows={rows}
      rowId={({ id }) => String(id)}
      rowLabel={({ name }) => name}
      rowHref={({ id }) => `/clients/${id}`}
      sort={sort}
      onSort={onSort}
      refreshing={refreshing}
      {...(mayDelete && { selection, onSelection: setSelection })}
      bulk={(chosen) => (
        <Button size="sm" variant="ghost" busy={remove.isPending} onClick={() => remove.mutate([...chosen].map(Number))}>
          <Trash2 aria-hidden />
          {t('trash.move', { count: chosen.size })}
        </Button>
      )}
    />
  );
}

function Name({ client: { name, email, phone, tags } }: { client: Client }) {
  return (
    <span className="flex min-w-0 items-center gap-2.5">
      <Avatar name={name} size="sm" />
      <span className="min-w-0">
        <span className="flex items-center gap-2">
          <span className="truncate">{name}</span>
          <Tags tags={tags} />
        </span>
        <span className="block truncate text-xs font-normal text-muted">
          <bdi>{email ?? phone}</bdi>
        </span>
      </span>
    </span>
  );
}

/** The first tags, where there is room. */
function Tags({ tags }: { tags: string[] }) {
  return (
    <span className="hidden gap-1 font-normal whitespace-nowrap lg:inline-flex">
      {tags.slice(0, 2).map((tag) => (
        <span key={tag} className="rounded-sm bg-sunken px-1.5 text-xs text-muted">
          {tag}
        </span>
      ))}
      {tags.length > 2 && <span className="text-xs text-subtle">+{tags.length - 2}</span>}
    </span>
  );
}

const None = () => <span className="text-subtle">—</span>;
