'use client';
import { useState } from 'react';
import { useRouter } from 'next/navigation';
import { Eraser, FileDown, Merge, MoreHorizontal, Pencil, RotateCcw, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, Menu, toast, useApiMutation, useCan, type MenuAction } from '@loctelli/core/web';
import type { Client } from '../contract.ts';
import { clients } from './api.ts';
import { download } from './download.ts';
import { EditClient } from './edit-client.tsx';
import { EraseDialog } from './erase-dialog.tsx';
import { MergeWith } from './merge-with.tsx';
import { useDeleteClients } from './use-delete-client.ts';

type Open = 'edit' | 'merge' | 'erase' | null;

/** What can be done with a client as a whole. */
export function ClientActions({ client }: { client: Client }) {
  const t = useTranslations('clients');
  const router = useRouter();
  const [open, setOpen] = useState<Open>(null);
  const [mayUpdate, mayDelete] = [useCan('clients.update') !== null, useCan('clients.delete') !== null];
  const [mayMerge, mayErase, mayExport] = [useCan('clients.merge') !== null, useCan('clients.erase') !== null, useCan('clients.export') !== null];
  const remove = useDeleteClients(() => router.push('/clients'));
  const restore = useApiMutation(() => clients.restoreClient(client.id), { invalidate: [['clients'], ['client', client.id]] });
  const exportData = useApiMutation(() => clients.getPersonalData(client.id), {
    onSuccess: (blob) => {
      download(blob as Blob, `client-${client.id}-personal-data.json`);
      toast.success(t('page.exported'));
    },
  });
  const isDeleted = client.deletedAt !== null;
  const item = (may: boolean, action: MenuAction): MenuAction[] => (may ? [action] : []);
  const groups = [
    { items: item(mayMerge && !isDeleted, { id: 'merge', label: t('page.merge'), icon: <Merge />, onSelect: () => setOpen('merge') }) },
    { items: item(mayExport, { id: 'export', label: t('page.exportData'), icon: <FileDown />, onSelect: () => exportData.mutate() }) },
    {
      items: [
        ...item(mayDelete && !isDeleted, { id: 'delete', label: t('trash.move', { count: 1 }), icon: <Trash2 />, danger: true, onSelect: () => remove.mutate([client.id]) }),
        ...item(mayErase, { id: 'erase', label: t('page.erase'), icon: <Eraser />, danger: true, onSelect: () => setOpen('erase') }),
      ],
    },
  ].filter(({ items }) => items.length > 0);
  const close = (isOpen: boolean) => !isOpen && setOpen(null);
  return (
    <>
      {mayDelete && isDeleted && client.mergedIntoId === null && (
        <Button variant="primary" busy={restore.isPending} onClick={() => restore.mutate()}>
          <RotateCcw aria-hidden />
          {t('trash.restore')}
        </Button>
      )}
      {mayUpdate && !isDeleted && (
        <Button onClick={() => setOpen('edit')}>
          <Pencil aria-hidden />
          {t('form.edit')}
        </Button>
      )}
      {groups.length > 0 && (
        <Menu
          groups={groups}
          trigger={
            <Button size="icon" busy={exportData.isPending} aria-label={t('page.actions')}>
              <MoreHorizontal aria-hidden />
            </Button>
          }
        />
      )}
      {open === 'edit' && <EditClient client={client} open onOpenChange={close} />}
      <MergeWith client={client} open={open === 'merge'} onOpenChange={close} onMerged={({ survivorId }) => survivorId !== client.id && router.push(`/clients/${survivorId}`)} />
      <EraseDialog client={client} open={open === 'erase'} onOpenChange={close} onErased={() => router.push('/clients')} />
    </>
  );
}
