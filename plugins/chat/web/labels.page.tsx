'use client';
import { useState } from 'react';
import { Pencil, Plus, Tag, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge, Button, ConfirmDialog, EmptyState, ErrorState, FormSkeleton, Link, Page, PageHeader, SortableList, toast, useApiMutation, useApiQuery, useInvalidate } from '@loctelli/core/web';
import type { ChatLabel } from '../contract.ts';
import { chat } from './api.ts';
import { LabelDialog } from './set-up/label-dialog.tsx';

/** The labels that conversations are sorted by, in the order pickers show them. */
export default function LabelsPage() {
  const t = useTranslations('chat.labels');
  const all = useTranslations('chat');
  const invalidate = useInvalidate();
  const { data, error, isPending, refetch } = useApiQuery(['chat', 'labels'], () => chat.getLabels());
  const [editing, setEditing] = useState<ChatLabel | 'new' | null>(null);
  const [leaving, setLeaving] = useState<ChatLabel | null>(null);
  const [arranged, setArranged] = useState<ChatLabel[] | null>(null);
  const done = () => (setArranged(null), invalidate(['chat', 'labels'], ['chat', 'list']));
  const order = useApiMutation(
    async (labels: ChatLabel[]) => {
      for (const [position, { id, version, position: before }] of labels.entries()) if (position !== before) await chat.updateLabel(id, { version, position });
    },
    { onSuccess: done, onFailure: done },
  );
  const remove = useApiMutation((label: ChatLabel) => chat.deleteLabel(label.id), {
    onSuccess: (_nothing, label) => {
      setLeaving(null);
      done();
      toast.success(t('removed', { name: label.name }));
    },
  });
  const labels = arranged ?? [...(data?.items ?? [])].sort((a, b) => a.position - b.position || a.name.localeCompare(b.name));
  const add = (
    <Button variant="primary" onClick={() => setEditing('new')}>
      <Plus aria-hidden />
      {t('new')}
    </Button>
  );
  return (
    <Page narrow>
      <PageHeader title={all('pages.labels')} description={t('text')} back={<Link href="/settings">{all('setUp.back')}</Link>} actions={labels.length > 0 && add} />
      {error && !data ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : isPending ? (
        <FormSkeleton />
      ) : labels.length === 0 ? (
        <div className="rounded-lg border bg-surface">
          <EmptyState icon={<Tag />} title={t('emptyTitle')} action={add}>
            {t('emptyText')}
          </EmptyState>
        </div>
      ) : (
        <SortableList label={all('pages.labels')} items={labels} itemId={({ id }) => String(id)} itemLabel={({ name }) => name} onOrder={(next) => (setArranged(next), order.mutate(next))}>
          {(label) => (
            <div className="flex min-w-0 flex-1 items-center gap-3">
              <span className="min-w-0 flex-1">
                <Badge tone={label.tone}>{label.name}</Badge>
              </span>
              <Button variant="ghost" size="icon-sm" onClick={() => setEditing(label)} aria-label={t('change', { name: label.name })}>
                <Pencil aria-hidden />
              </Button>
              <Button variant="ghost" size="icon-sm" onClick={() => setLeaving(label)} aria-label={t('remove', { name: label.name })}>
                <Trash2 aria-hidden />
              </Button>
            </div>
          )}
        </SortableList>
      )}
      <LabelDialog key={editing === 'new' ? 'new' : editing?.id} label={editing} onClose={() => setEditing(null)} />
      <ConfirmDialog
        open={leaving !== null}
        onOpenChange={(open) => !open && setLeaving(null)}
        title={t('removeTitle', { name: leaving?.name ?? '' })}
        description={t('removeText')}
        action={t('removeAction')}
        danger
        busy={remove.isPending}
        onConfirm={() => leaving && remove.mutate(leaving)}
      />
    </Page>
  );
}
