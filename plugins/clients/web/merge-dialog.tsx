'use client';
import { useState } from 'react';
import { useTranslations } from 'next-intl';
import { Button, Dialog, ErrorState, FormSkeleton, isProblem, toast, useApiMutation, useApiQuery, useInvalidate } from '@loctelli/core/web';
import type { ClientMerge } from '../contract.ts';
import { clients } from './api.ts';
import { MergeTable } from './merge-table.tsx';

export interface MergeDialogProps {
  /** Two to ten clients; the first is kept unless another is chosen. */
  ids: number[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onMerged?: (merge: ClientMerge) => void;
}

/** Makes one client of several: whose value each field takes, what comes out, what moves; reversible from the toast. */
export function MergeDialog({ ids, open, onOpenChange, onMerged }: MergeDialogProps) {
  const t = useTranslations('clients');
  return (
    <Dialog open={open} onOpenChange={onOpenChange} size="lg" title={t('merge.title')} description={t('merge.text')}>
      {open && <MergeForm key={ids.join()} ids={ids} onClose={() => onOpenChange(false)} onMerged={onMerged} />}
    </Dialog>
  );
}

function MergeForm({ ids, onClose, onMerged }: { ids: number[]; onClose: () => void; onMerged: MergeDialogProps['onMerged'] }) {
  const t = useTranslations('clients');
  const invalidate = useInvalidate();
  const [survivorId, setSurvivorId] = useState(ids[0]!);
  const [choices, setChoices] = useState<Record<string, number>>({});
  const request = { survivorId, ids: ids.filter((id) => id !== survivorId), choices };
  const preview = useApiQuery(['client-merge-preview', request], () => clients.previewMerge(request), { keep: true });
  const undoMerge = useUndoMerge();
  const merge = useApiMutation(
    () => clients.merge({ ...request, versions: Object.fromEntries(preview.data!.clients.map(({ id, version }) => [String(id), version])) }),
    {
      onSuccess: (done) => {
        invalidate(['clients'], ['client'], ['client-duplicates']);
        toast.success(t('merge.done', { name: done.survivorName }), { undo: { label: t('undo'), run: () => undoMerge.mutateAsync(done.id) }, duration: 12_000 });
        onClose();
        onMerged?.(done);
      },
      onFailure: (error) => {
        if (isProblem(error, 'core.version-conflict')) void preview.refetch();
      },
    },
  );
  if (preview.error) return <ErrorState error={preview.error} onRetry={() => void preview.refetch()} />;
  if (!preview.data) return <FormSkeleton />;
  const absorbed = request.ids.length;
  return (
    <div className="grid gap-5">
      <MergeTable
        preview={preview.data}
        order={ids}
        survivorId={survivorId}
        onSurvivor={setSurvivorId}
        onChoose={(field, clientId) => setChoices((known) => ({ ...known, [field]: clientId }))}
      />
      <p className="text-sm text-muted">{t('merge.reversible')}</p>
      <div className="sticky -bottom-4 z-1 -mx-5 -mb-4 flex flex-wrap justify-end gap-2 border-t bg-raised px-5 py-3">
        <Button onClick={onClose}>{t('form.cancel')}</Button>
        <Button variant="primary" busy={merge.isPending} onClick={() => merge.mutate()}>
          {t('merge.action', { count: absorbed + 1 })}
        </Button>
      </div>
    </div>
  );
}

/** Takes a merge back, and says which fields stayed because somebody changed them since. */
export function useUndoMerge() {
  const t = useTranslations('clients');
  const invalidate = useInvalidate();
  return useApiMutation((mergeId: number) => clients.undoMerge(mergeId), {
    onSuccess: ({ kept }) => {
      invalidate(['clients'], ['client'], ['client-duplicates']);
      toast.success(t('merge.undone'), kept.length ? { description: t('merge.kept', { count: kept.length }) } : {});
    },
  });
}
