'use client';
import { useTranslations } from 'next-intl';
import { toast, useApiMutation, useInvalidate } from '@loctelli/core/web';
import { clients } from './api.ts';

/** Moves clients to the trash, and offers to take it back. */
export function useDeleteClients(onDone?: () => void) {
  const t = useTranslations('clients');
  const invalidate = useInvalidate();
  const refresh = () => invalidate(['clients'], ['client']);
  return useApiMutation(
    async (ids: number[]) => {
      for (const id of ids) await clients.deleteClient(id);
    },
    {
      invalidate: [['clients'], ['client']],
      onSuccess: (_result, ids) => {
        const restore = async () => {
          for (const id of ids) await clients.restoreClient(id);
          refresh();
        };
        toast.success(t('trash.moved', { count: ids.length }), { undo: { label: t('undo'), run: restore } });
        onDone?.();
      },
    },
  );
}
