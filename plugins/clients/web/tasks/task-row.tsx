'use client';
import { useState } from 'react';
import { MoreHorizontal, Pencil, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Avatar, Button, Checkbox, cn, DateTimePicker, Dialog, Link, Menu, Popover, useCan, useFormats, useMe } from '@loctelli/core/web';
import type { ClientTask } from '../../contract.ts';
import { DueLabel, useDueText } from './due-label.tsx';
import { TaskForm } from './task-form.tsx';
import { useTaskActions } from './use-task-actions.ts';

/** A task with its tick box, when it is due and what can be done with it. */
export function TaskRow({ task, withClient, readOnly }: { task: ClientTask; withClient?: boolean; readOnly?: boolean }) {
  const t = useTranslations('clients.tasks');
  const { toggle, remove } = useTaskActions();
  const me = useMe().user.id;
  const mayChange = useCan('clients.update') !== null && !readOnly;
  const [editing, setEditing] = useState(false);
  const isDone = task.completedAt !== null;
  return (
    <li className="group/task flex items-start gap-2.5 rounded-md py-1.5">
      <span className="pt-0.5">
        <Checkbox
          checked={isDone}
          disabled={readOnly || !(mayChange || task.assigneeId === me)}
          onChange={() => toggle(task)}
          aria-label={t(isDone ? 'reopen' : 'complete', { title: task.title })}
        />
      </span>
      <div className="min-w-0 flex-1">
        <p dir="auto" className={cn('break-words', isDone && 'text-muted line-through')}>
          {task.title}
        </p>
        <p className="flex flex-wrap items-center gap-x-2 text-sm text-muted">
          {withClient && (
            <Link href={`/clients/${task.clientId}`} className="inline-flex min-h-6 max-w-full items-center truncate hover:text-fg hover:underline">
              {task.clientName}
            </Link>
          )}
          {isDone ? <DoneBy task={task} /> : <Due task={task} mayChange={mayChange} />}
        </p>
      </div>
      {task.assigneeName && !isDone && task.assigneeId !== me && (
        <span title={task.assigneeName} className="shrink-0">
          <Avatar name={task.assigneeName} size="sm" />
        </span>
      )}
      {mayChange && (
        <Menu
          groups={[
            { items: [{ id: 'edit', label: t('edit'), icon: <Pencil />, onSelect: () => setEditing(true) }] },
            { items: [{ id: 'delete', label: t('delete'), icon: <Trash2 />, danger: true, onSelect: () => remove(task) }] },
          ]}
          trigger={
            <Button variant="ghost" size="icon-sm" aria-label={t('actions', { title: task.title })}>
              <MoreHorizontal aria-hidden />
            </Button>
          }
        />
      )}
      <Dialog open={editing} onOpenChange={setEditing} title={t('edit')}>
        {editing && <TaskForm clientId={task.clientId} task={task} onDone={() => setEditing(false)} />}
      </Dialog>
    </li>
  );
}

/** When it is due; pressed, it is moved. */
function Due({ task, mayChange }: { task: ClientTask; mayChange: boolean }) {
  const t = useTranslations('clients.tasks');
  const { change } = useTaskActions();
  const [open, setOpen] = useState(false);
  const [draft, setDraft] = useState(task.dueAt);
  const text = useDueText(task.dueAt);
  if (!mayChange) return <DueLabel dueAt={task.dueAt} />;
  const close = (isOpen: boolean) => {
    setOpen(isOpen);
    if (isOpen) setDraft(task.dueAt);
    else if (draft !== task.dueAt) change(task, { dueAt: draft });
  };
  return (
    <Popover
      title={t('setDue', { title: task.title })}
      open={open}
      onOpenChange={close}
      trigger={
        <button type="button" aria-label={`${text}: ${t('setDue', { title: task.title })}`} className="rounded-sm text-start hover:text-fg hover:underline">
          <DueLabel dueAt={task.dueAt} />
        </button>
      }
    >
      <DateTimePicker aria-label={t('due')} value={draft} onChange={setDraft} />
    </Popover>
  );
}

function DoneBy({ task: { completedAt, completedByName } }: { task: ClientTask }) {
  const t = useTranslations('clients.tasks');
  const formats = useFormats();
  return (
    <>
      {completedByName && t('doneBy', { name: completedByName })}
      {completedAt && <time dateTime={completedAt}>{formats.relative(completedAt)}</time>}
    </>
  );
}
