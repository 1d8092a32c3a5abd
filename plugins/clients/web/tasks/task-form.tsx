'use client';
import { useState } from 'react';
import { useTranslations } from 'next-intl';
import { Button, DateTimePicker, Field, Input, isProblem, Select, Textarea, useApiMutation, useMe, useProblemText } from '@loctelli/core/web';
import type { ClientTask } from '../../contract.ts';
import { clients } from '../api.ts';
import { useOwners } from '../use-owners.ts';

interface Props {
  clientId: number;
  /** The task to change; a new one without it. */
  task?: ClientTask;
  onDone?: () => void;
}

/** What is to be done, until when, and by whom. */
export function TaskForm({ clientId, task, onDone }: Props) {
  const t = useTranslations('clients');
  const me = useMe().user;
  const owners = useOwners();
  const describe = useProblemText();
  const fresh = { title: task?.title ?? '', body: task?.body ?? '', dueAt: task?.dueAt ?? null, assigneeId: task ? task.assigneeId : me.id };
  const [facts, setFacts] = useState(fresh);
  const set = (change: Partial<typeof facts>) => setFacts((before) => ({ ...before, ...change }));
  const people = owners.some(({ value }) => value === String(facts.assigneeId)) || !facts.assigneeId ? owners : [{ value: String(facts.assigneeId), label: task?.assigneeName ?? me.name }, ...owners];
  const save = useApiMutation(
    () => {
      const sent = { ...facts, title: facts.title.trim(), body: facts.body.trim() || null };
      return task ? clients.updateTask(task.id, { version: task.version, ...sent }) : clients.createTask(clientId, sent);
    },
    {
      invalidate: [['client', clientId], ['tasks']],
      toastErrors: false,
      onSuccess: () => {
        if (!task) setFacts(fresh);
        onDone?.();
      },
    },
  );
  const wrongPerson = isProblem(save.error) && save.error.document.errors?.some(({ path }) => path === 'assigneeId');
  return (
    <form className="grid gap-2.5" onSubmit={(event) => (event.preventDefault(), event.stopPropagation(), facts.title.trim() && !save.isPending && save.mutate())}>
      <Field label={t('tasks.label')} hideLabel={!task}>
        <Input value={facts.title} maxLength={200} placeholder={t('tasks.placeholder')} onChange={(event) => set({ title: event.target.value })} />
      </Field>
      {task && (
        <Field label={t('tasks.body')} optional={t('form.optional')}>
          <Textarea rows={3} maxLength={5000} value={facts.body} onChange={(event) => set({ body: event.target.value })} />
        </Field>
      )}
      <div className="grid gap-2.5 sm:grid-cols-[auto_1fr] sm:items-start">
        <Field label={t('tasks.due')} hideLabel={!task}>
          <DateTimePicker aria-label={t('tasks.due')} value={facts.dueAt} onChange={(dueAt) => set({ dueAt })} />
        </Field>
        <Field label={t('tasks.assignee')} hideLabel={!task} error={wrongPerson ? describe(save.error) : undefined}>
          <Select
            aria-label={t('tasks.assignee')}
            value={facts.assigneeId ? String(facts.assigneeId) : null}
            placeholder={t('tasks.unassigned')}
            onChange={(id) => set({ assigneeId: Number(id) })}
            options={people}
          />
        </Field>
      </div>
      {save.error && !wrongPerson && (
        <p role="alert" className="text-sm text-danger-text">
          {describe(save.error)}
        </p>
      )}
      <div className="flex justify-end gap-2">
        {task && (
          <Button size="sm" onClick={onDone}>
            {t('form.cancel')}
          </Button>
        )}
        <Button type="submit" size="sm" variant="primary" busy={save.isPending} disabled={!facts.title.trim()} focusableWhenDisabled>
          {task ? t('tasks.save') : t('tasks.add')}
        </Button>
      </div>
    </form>
  );
}
