'use client';
import { useState } from 'react';
import { ListTodo, StickyNote } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { cn } from '@loctelli/core/web';
import type { Client } from '../../contract.ts';
import { clients } from '../api.ts';
import { TaskForm } from '../tasks/task-form.tsx';
import { NoteEditor } from './note-editor.tsx';

const parts = [
  ['note', StickyNote, 'notes.tab'],
  ['task', ListTodo, 'tasks.tab'],
] as const;

/** Where a note or a task is written. Changing between the two keeps what was typed in either. */
export function Composer({ client }: { client: Client }) {
  const t = useTranslations('clients');
  const [part, setPart] = useState<'note' | 'task'>('note');
  return (
    <section aria-label={t('composer.label')} className="mb-5 rounded-lg border bg-surface p-3">
      <div role="tablist" aria-label={t('composer.label')} className="mb-2.5 flex gap-1">
        {parts.map(([id, Icon, name]) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`composer-tab-${id}`}
            aria-selected={part === id}
            aria-controls={`composer-${id}`}
            tabIndex={part === id ? 0 : -1}
            onClick={() => setPart(id)}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
              const other = id === 'note' ? 'task' : 'note';
              setPart(other);
              document.getElementById(`composer-tab-${other}`)?.focus();
            }}
            className={cn(
              'flex h-7 items-center gap-1.5 rounded-md px-2.5 text-sm transition-colors duration-150',
              part === id ? 'bg-sunken font-medium text-fg' : 'text-muted hover:bg-hover hover:text-fg',
            )}
          >
            <Icon aria-hidden className="size-3.5" />
            {t(name)}
          </button>
        ))}
      </div>
      <div role="tabpanel" id="composer-note" aria-labelledby="composer-tab-note" hidden={part !== 'note'}>
        <NoteEditor label={t('notes.label')} action={t('notes.add')} clientId={client.id} send={(body) => clients.addNote(client.id, body)} />
      </div>
      <div role="tabpanel" id="composer-task" aria-labelledby="composer-tab-task" hidden={part !== 'task'}>
        <TaskForm clientId={client.id} />
      </div>
    </section>
  );
}
