'use client';
import { useState } from 'react';
import { useRouter } from 'next/navigation';
import { MoreHorizontal, Pencil, RotateCcw, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, Menu, useApiMutation, useCan, type MenuAction } from '@loctelli/core/web';
import type { Client } from '../contract.ts';
import { clients } from './api.ts';
import { EditClient } from './edit-client.tsx';
import { useDeleteClients } from './use-delete-client.ts';

/** What can be done with a client as a whole. */
export function ClientActions({ client }: { client: Client }) {
  const t = useTranslations('clients');
  const router = useRouter();
  const [editing, setEditing] = useState(false);
  const mayUpdate = useCan('clients.update') !== null;
  const mayDelete = useCan('clients.delete') !== null;
  const remove = useDeleteClients(() => router.push('/clients'));
  const restore = useApiMutation(() => clients.restoreClient(client.id), { invalidate: [['clients'], ['client', client.id]] });
  if (client.deletedAt)
    return (
      mayDelete &&
      client.mergedIntoId === null && (
        <Button variant="primary" busy={restore.isPending} onClick={() => restore.mutate()}>
          <RotateCcw aria-hidden />
          {t('trash.restore')}
        </Button>
      )
    );
  const removal: MenuAction = { id: 'delete', label: t('trash.move', { count: 1 }), icon: <Trash2 />, danger: true, onSelect: () => remove.mutate([client.id]) };
  return (
    <>
      {mayUpdate && (
        <Button onClick={() => setEditing(true)}>
          <Pencil aria-hidden />
          {t('form.edit')}
        </Button>
      )}
      <Menu
        groups={[{ items: mayDelete ? [removal] : [] }]}
        trigger={
          <Button size="icon" aria-label={t('page.actions')}>
            <MoreHorizontal aria-hidden />
          </Button>
        }
      />
      {editing && <EditClient client={client} open onOpenChange={setEditing} />}
    </>
  );
}
