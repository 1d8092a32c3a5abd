'use client';
import { useTranslations } from 'next-intl';
import { Checkbox, Link } from '@loctelli/core/web';
import type { ClientTask } from '../../contract.ts';
import { DueLabel } from './due-label.tsx';
import { useTaskActions } from './use-task-actions.ts';

/** A task to be read and ticked off, and nothing more: what the dashboard has room and time for. */
export function TaskLine({ task }: { task: ClientTask }) {
  const t = useTranslations('clients.tasks');
  const { toggle } = useTaskActions();
  return (
    <li className="flex items-start gap-2.5 py-1">
      <span className="pt-0.5">
        <Checkbox checked={false} onChange={() => toggle(task)} aria-label={t('complete', { title: task.title })} />
      </span>
      <div className="min-w-0 flex-1">
        <p dir="auto" className="break-words">
          {task.title}
        </p>
        <p className="flex flex-wrap items-center gap-x-2 text-sm text-muted">
          <Link href={`/clients/${task.clientId}`} className="inline-flex min-h-6 max-w-full items-center truncate hover:text-fg hover:underline">
            {task.clientName}
          </Link>
          <DueLabel dueAt={task.dueAt} />
        </p>
      </div>
    </li>
  );
}
