'use client';
import { useState } from 'react';
import { MailX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, DataTable, Dialog, EmptyState, Field, ListState, Page, PageHeader, toast, useApiMutation, useApiPages, useCan, useFormats } from '@loctelli/core/web';
import type { OptOut } from '../contract.ts';
import { strategies } from './api.ts';
import { ClientPicker, type PickedClient } from './enrolments/client-picker.tsx';

const key = ['strategies', 'opt-outs'];

/** Clients that no strategy writes to: by the link in a mail, or because staff said so. */
export default function OptOutsPage() {
  const t = useTranslations('strategies.optOuts');
  const ui = useTranslations('core.ui');
  const formats = useFormats();
  const mayChange = useCan('strategies.enrol') !== null;
  const [adding, setAdding] = useState(false);
  const list = useApiPages(key, (cursor) => strategies.getOptOuts({ cursor, limit: 50 }));
  const add = useApiMutation((clientId: number) => strategies.createOptOut({ clientId }), { invalidate: [key, ['strategies', 'enrolments']], onSuccess: () => setAdding(false) });
  const remove = useApiMutation((optOut: OptOut) => strategies.deleteOptOut(optOut.id), {
    invalidate: [key],
    onSuccess: (_, { clientId, clientName }) => toast.success(t('removed', { name: clientName }), { undo: { label: ui('undo'), run: () => add.mutate(clientId) } }),
  });
  const action = mayChange && (
    <Button variant="primary" onClick={() => setAdding(true)}>
      {t('add')}
    </Button>
  );
  return (
    <Page>
      <PageHeader title={t('title')} description={t('text')} actions={list.rows.length > 0 && action} />
      <ListState
        list={list}
        empty={
          <EmptyState icon={<MailX />} title={t('emptyTitle')} action={action}>
            {t('emptyText')}
          </EmptyState>
        }
      >
        {(rows) => (
          <DataTable
            label={t('title')}
            rows={rows}
            rowId={({ id }) => String(id)}
            rowLabel={({ clientName }) => clientName}
            rowHref={({ clientId }) => `/clients/${clientId}`}
            columns={[
              { id: 'client', header: t('client'), card: 'title', cell: ({ clientName }) => clientName },
              { id: 'source', header: t('source'), cell: ({ source }) => t(`sources.${source}`) },
              { id: 'since', header: t('since'), align: 'end', cell: ({ createdAt }) => <time dateTime={createdAt}>{formats.dateTime(createdAt)}</time> },
            ]}
            {...(mayChange && {
              rowActions: (row: OptOut) => (
                <Button size="sm" variant="ghost" aria-label={t('removeOf', { name: row.clientName })} onClick={() => remove.mutate(row)}>
                  {t('remove')}
                </Button>
              ),
            })}
          />
        )}
      </ListState>
      {adding && <AddDialog busy={add.isPending} onAdd={add.mutate} onClose={() => setAdding(false)} />}
    </Page>
  );
}

function AddDialog({ busy, onAdd, onClose }: { busy: boolean; onAdd: (clientId: number) => void; onClose: () => void }) {
  const t = useTranslations('strategies.optOuts');
  const ui = useTranslations('core.ui');
  const [clients, setClients] = useState<PickedClient[]>([]);
  return (
    <Dialog
      open
      size="sm"
      onOpenChange={(open) => !open && onClose()}
      title={t('add')}
      description={t('addText')}
      footer={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button variant="primary" busy={busy} disabled={clients.length === 0} onClick={() => onAdd(clients[0]!.id)}>
            {t('add')}
          </Button>
        </>
      }
    >
      <Field label={t('client')}>
        <ClientPicker single value={clients} onChange={setClients} />
      </Field>
    </Dialog>
  );
}
