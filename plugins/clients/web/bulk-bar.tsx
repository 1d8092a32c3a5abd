'use client';
import { useState } from 'react';
import { ListChecks, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, ConfirmDialog, Menu, Slot, useCan, useFormats, type MenuAction } from '@loctelli/core/web';
import type { BulkCreateInput, ClientFilterInput } from '../contract.ts';
import { BulkChangeDialog, type BulkField } from './bulk-change-dialog.tsx';
import { useBulk } from './use-bulk.ts';
import { useClientFields, usePipelines } from './use-set-up.ts';

export interface BulkBarProps {
  /** Clients by id, or all that a filter finds. */
  selection: { ids: number[] } | { filter: ClientFilterInput };
  count: number;
  /** Whether `count` is all of them; beyond 10,000 a list does not count on. */
  exact?: boolean;
  onDone: () => void;
}

/** What can be done with the chosen clients together. */
export function BulkBar({ selection, count, exact = true, onDone }: BulkBarProps) {
  const t = useTranslations('clients');
  const formats = useFormats();
  const [field, setField] = useState<BulkField | null>(null);
  const [deleting, setDeleting] = useState(false);
  const mayUpdate = useCan('clients.update') !== null;
  const mayDelete = useCan('clients.delete') !== null;
  const own = useClientFields();
  const { pipelines } = usePipelines();
  const { start } = useBulk(() => {
    setField(null);
    setDeleting(false);
    onDone();
  });
  const target = targetOf(selection);
  const number = `${formats.number(count)}${exact ? '' : '+'}`;
  const item = (id: BulkField, label: string): MenuAction => ({ id, label, onSelect: () => setField(id) });
  const facts = [
    item('ownerId', t('bulk.fields.owner')),
    ...(pipelines.length ? [item('stageId', t('bulk.fields.stage'))] : []),
    item('status', t('bulk.fields.status')),
    item('addTags', t('bulk.fields.addTags')),
    item('removeTags', t('bulk.fields.removeTags')),
    item('source', t('bulk.fields.source')),
  ];
  const custom = own.map(({ key, label }) => item(`custom:${key}`, label));
  return (
    <>
      {mayUpdate && (
        <Menu
          groups={[{ items: facts }, ...(custom.length ? [{ label: t('fields.customFields'), items: custom }] : [])]}
          trigger={
            <Button size="sm" variant="secondary">
              <ListChecks aria-hidden />
              {t('bulk.change')}
            </Button>
          }
        />
      )}
      {mayDelete && (
        <Button size="sm" variant="ghost" onClick={() => setDeleting(true)}>
          <Trash2 aria-hidden />
          {t('bulk.delete')}
        </Button>
      )}
      <Slot name="clients.bulk" target={target} count={count} exact={exact} onDone={onDone} />
      {field && (
        <BulkChangeDialog
          field={field}
          count={count}
          number={number}
          busy={start.isPending}
          onClose={() => setField(null)}
          onChange={(change) => start.mutate({ kind: 'update', target, change })}
        />
      )}
      <ConfirmDialog
        open={deleting}
        onOpenChange={setDeleting}
        title={t('bulk.deleteTitle', { count, number })}
        description={t('bulk.deleteText')}
        action={t('bulk.deleteAction', { count, number })}
        busy={start.isPending}
        danger
        onConfirm={() => start.mutate({ kind: 'delete', target })}
      />
    </>
  );
}

/** An order means nothing to a run, and empty parts ask for nothing. */
function targetOf(selection: BulkBarProps['selection']): BulkCreateInput['target'] {
  if ('ids' in selection) return selection;
  const { sort: _sort, direction: _direction, ...filter } = selection.filter;
  return { filter: Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined && value !== '')) as Extract<BulkCreateInput['target'], { filter: unknown }>['filter'] };
}
