'use client';
import { useState } from 'react';
import { Pencil, Plus, TextCursorInput, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge, Button, ConfirmDialog, EmptyState, ErrorState, FormSkeleton, Link, Page, PageHeader, SortableList, toast, useApiMutation, useApiQuery, useInvalidate } from '@loctelli/core/web';
import type { ClientField } from '../contract.ts';
import { clients } from './api.ts';
import { FieldDialog } from './set-up/field-dialog.tsx';

/** The fields a tenant adds to its clients, in the order that forms, tables and the client's page show them. */
export default function FieldsPage() {
  const t = useTranslations('clients');
  const invalidate = useInvalidate();
  const { data, error, isPending, refetch } = useApiQuery(['clients', 'fields'], () => clients.getFields());
  const [editing, setEditing] = useState<ClientField | 'new' | null>(null);
  const [leaving, setLeaving] = useState<ClientField | null>(null);
  const [arranged, setArranged] = useState<ClientField[] | null>(null);
  const done = () => invalidate(['clients']);
  const order = useApiMutation((fields: ClientField[]) => clients.orderFields(fields.map(({ id }) => id)), {
    onSuccess: done,
    onFailure: () => setArranged(null),
  });
  const remove = useApiMutation((field: ClientField) => clients.deleteField(field.id), {
    onSuccess: (_nothing, field) => {
      setLeaving(null);
      setArranged(null);
      done();
      toast.success(t('fieldSetUp.removed', { label: field.label }));
    },
  });
  const fields = arranged && sameFields(arranged, data?.items) ? arranged : (data?.items ?? []);
  const add = (
    <Button variant="primary" onClick={() => setEditing('new')}>
      <Plus aria-hidden />
      {t('fieldSetUp.new')}
    </Button>
  );
  return (
    <Page narrow>
      <PageHeader title={t('pages.fields')} description={t('fieldSetUp.text')} back={<Link href="/settings">{t('pipelines.back')}</Link>} actions={fields.length > 0 && add} />
      {error && !data ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : isPending ? (
        <FormSkeleton />
      ) : fields.length === 0 ? (
        <div className="rounded-lg border bg-surface">
          <EmptyState icon={<TextCursorInput />} title={t('fieldSetUp.emptyTitle')} action={add}>
            {t('fieldSetUp.emptyText')}
          </EmptyState>
        </div>
      ) : (
        <SortableList
          label={t('pages.fields')}
          items={fields}
          itemId={({ id }) => String(id)}
          itemLabel={({ label }) => label}
          onOrder={(next) => {
            setArranged(next);
            order.mutate(next);
          }}
        >
          {(field) => (
            <div className="flex min-w-0 flex-1 items-center gap-3">
              <span className="min-w-0 flex-1">
                <span className="flex items-center gap-2">
                  <span className="truncate font-medium">{field.label}</span>
                  {field.required && <Badge tone="warning">{t('fieldSetUp.required')}</Badge>}
                </span>
                <span className="block truncate text-sm text-muted">
                  {t(`fieldSetUp.types.${field.type}`)}
                  {field.options.length > 0 && ` · ${field.options.join(', ')}`}
                </span>
              </span>
              <Button variant="ghost" size="icon-sm" onClick={() => setEditing(field)} aria-label={t('fieldSetUp.change', { label: field.label })}>
                <Pencil aria-hidden />
              </Button>
              <Button variant="ghost" size="icon-sm" onClick={() => setLeaving(field)} aria-label={t('fieldSetUp.remove', { label: field.label })}>
                <Trash2 aria-hidden />
              </Button>
            </div>
          )}
        </SortableList>
      )}
      <FieldDialog key={editing === 'new' ? 'new' : editing?.id} field={editing} taken={(data?.items ?? []).map(({ key }) => key)} onClose={() => setEditing(null)} />
      <ConfirmDialog
        open={leaving !== null}
        onOpenChange={(open) => !open && setLeaving(null)}
        title={t('fieldSetUp.removeTitle', { label: leaving?.label ?? '' })}
        description={t('fieldSetUp.removeText')}
        action={t('fieldSetUp.removeAction')}
        danger
        busy={remove.isPending}
        onConfirm={() => remove.mutate(leaving!)}
      />
    </Page>
  );
}

/** An order of one's own holds until the fields themselves are others. */
const sameFields = (own: ClientField[], fresh: ClientField[] | undefined) =>
  fresh?.length === own.length && own.every((field) => fresh.some(({ id, version, label }) => id === field.id && label === field.label && version >= field.version));
