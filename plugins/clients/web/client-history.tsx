'use client';
import { useState } from 'react';
import { FilePen, Plus, RotateCcw, StickyNote, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, Card, ErrorState, Field, Skeleton, Textarea, Timeline, useApiMutation, useApiQuery, useFormats } from '@loctelli/core/web';
import type { ClientTimeline } from '../contract.ts';
import { clients } from './api.ts';

type Entry = ClientTimeline['items'][number];
const icons: Record<Entry['kind'], React.ReactNode> = {
  created: <Plus />,
  updated: <FilePen />,
  deleted: <Trash2 />,
  restored: <RotateCcw />,
  note: <StickyNote />,
};
const known = [
  'name',
  'email',
  'phone',
  'company',
  'position',
  'zone',
  'status',
  'source',
  'value',
  'currency',
  'ownerId',
  'tags',
  'customFields',
];

/** A place to write a note, and what happened so far. */
export function ClientHistory({ clientId, writable }: { clientId: number; writable: boolean }) {
  const t = useTranslations('clients');
  const formats = useFormats();
  const { data, error, refetch } = useApiQuery(['client', clientId, 'timeline'], () => clients.getTimeline(clientId));
  const remove = useApiMutation((noteId: number) => clients.deleteNote(clientId, noteId), { invalidate: [['client', clientId]] });
  const titleOf = ({ kind, fields }: Entry) =>
    kind === 'updated'
      ? t('timeline.updated', {
          fields: formats.list(
            fields.filter((field) => known.includes(field)).map((field) => t(`fields.${field === 'ownerId' ? 'owner' : field}` as never)),
          ),
        })
      : t(`timeline.${kind}`);
  const bodyOf = ({ id, kind, body }: Entry) =>
    kind === 'note' && (
      <span className="flex items-start justify-between gap-3">
        <span className="min-w-0 whitespace-pre-line break-words text-fg">{body}</span>
        {writable && (
          <Button variant="ghost" size="icon-sm" aria-label={t('notes.delete')} onClick={() => remove.mutate(Number(id.slice(5)))}>
            <Trash2 aria-hidden />
          </Button>
        )}
      </span>
    );
  return (
    <Card title={t('page.history')}>
      {writable && <NoteForm clientId={clientId} />}
      {error ? (
        <ErrorState compact error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Skeleton className="h-24" />
      ) : data.items.length === 0 ? (
        <p className="text-muted">{t('timeline.empty')}</p>
      ) : (
        <Timeline
          label={t('page.history')}
          entries={data.items.map((entry) => ({
            id: entry.id,
            icon: icons[entry.kind],
            title: titleOf(entry),
            body: bodyOf(entry),
            at: entry.at,
            by: entry.actorName,
          }))}
        />
      )}
    </Card>
  );
}

function NoteForm({ clientId }: { clientId: number }) {
  const t = useTranslations('clients');
  const [body, setBody] = useState('');
  const add = useApiMutation(() => clients.addNote(clientId, body), { invalidate: [['client', clientId]], onSuccess: () => setBody('') });
  return (
    <form className="mb-5 grid gap-2" onSubmit={(event) => (event.preventDefault(), body.trim() && add.mutate())}>
      <Field label={t('notes.label')} hideLabel>
        <Textarea
          rows={2}
          maxLength={5000}
          value={body}
          placeholder={t('notes.placeholder')}
          onChange={(event) => setBody(event.target.value)}
        />
      </Field>
      <div className="flex justify-end">
        <Button type="submit" size="sm" variant="primary" busy={add.isPending} disabled={!body.trim()}>
          {t('notes.add')}
        </Button>
      </div>
    </form>
  );
}
