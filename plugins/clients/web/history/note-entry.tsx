'use client';
import { useState } from 'react';
import { MoreHorizontal, Pencil, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { TimelineEntry } from '@loctelli/core';
import { Button, ConfirmDialog, MentionText, Menu, useApiMutation, useCan, useFormats, useMe } from '@loctelli/core/web';
import { clients } from '../api.ts';
import { NoteEditor } from './note-editor.tsx';

interface Props {
  entry: TimelineEntry;
  clientId: number;
  writable: boolean;
}

/** A note on the timeline. Its author corrects and deletes it in place. */
export function NoteEntry({ entry, clientId, writable }: Props) {
  const t = useTranslations('clients.notes');
  const formats = useFormats();
  const isMine = useMe().user.id === entry.actorId;
  const mayAll = useCan('clients.update') === 'all';
  const [editing, setEditing] = useState(false);
  const [asking, setAsking] = useState(false);
  const noteId = Number(entry.source?.split(':')[1]);
  const remove = useApiMutation(() => clients.deleteNote(clientId, noteId), {
    invalidate: [['client', clientId, 'timeline']],
    onSuccess: () => setAsking(false),
  });
  const version = typeof entry.params.version === 'number' ? entry.params.version : 1;
  if (editing)
    return (
      <NoteEditor
        label={t('edit')}
        action={t('save')}
        start={entry.body ?? ''}
        clientId={clientId}
        send={(body) => clients.updateNote(clientId, noteId, { version, body })}
        onDone={() => setEditing(false)}
        onCancel={() => setEditing(false)}
      />
    );
  const items = [
    ...(isMine ? [{ id: 'edit', label: t('edit'), icon: <Pencil />, onSelect: () => setEditing(true) }] : []),
    ...(isMine || mayAll ? [{ id: 'delete', label: t('delete'), icon: <Trash2 />, danger: true, onSelect: () => setAsking(true) }] : []),
  ];
  return (
    <div className="-mt-1 rounded-lg border bg-surface px-3.5 pt-2 pb-3">
      <div className="flex items-center gap-2">
        <span className="min-w-0 flex-1 truncate text-sm">
          <span className="font-medium">{entry.actorName}</span>{' '}
          <time dateTime={entry.at} title={formats.dateTime(entry.at)} className="text-muted">
            {formats.relative(entry.at)}
          </time>
        </span>
        {writable && items.length > 0 && (
          <Menu
            groups={[{ items }]}
            trigger={
              <Button variant="ghost" size="icon-sm" aria-label={t('actions', { name: entry.actorName ?? '' })}>
                <MoreHorizontal aria-hidden />
              </Button>
            }
          />
        )}
      </div>
      <div dir="auto" className="break-words">
        <MentionText text={entry.body ?? ''} />
      </div>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('deleteTitle')}
        description={t('deleteText')}
        action={t('delete')}
        danger
        busy={remove.isPending}
        onConfirm={() => remove.mutate()}
      />
    </div>
  );
}
