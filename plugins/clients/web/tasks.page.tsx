'use client';
import { useState } from 'react';
import { useRouter, useSearchParams } from 'next/navigation';
import { CircleCheckBig } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { buttonClass, EmptyState, Link, ListState, Page, PageHeader, Select, Skeleton, Tabs, useApiPages, useCan, useMe } from '@loctelli/core/web';
import type { ClientTaskQuery } from '../contract.ts';
import { clients } from './api.ts';
import { TaskRow } from './tasks/task-row.tsx';
import { useLiveTasks } from './use-live-client.ts';

const states = ['overdue', 'today', 'upcoming', 'done'] as const;
type State = (typeof states)[number];
const emptyOf = { overdue: 'emptyOverdue', today: 'emptyToday', upcoming: 'emptyUpcoming', done: 'emptyDone' } as const;

/** What the user, or everybody whose clients they see, still has to do. */
export default function TasksPage() {
  const t = useTranslations('clients');
  const router = useRouter();
  const asked = useSearchParams().get('show') as State | null;
  const state = asked && states.includes(asked) ? asked : 'today';
  const [everybody, setEverybody] = useState(false);
  const seesOthers = useCan('clients.read') !== 'own';
  const me = useMe().user.id;
  const whose = everybody ? {} : { assigneeId: me };
  useLiveTasks();
  return (
    <Page narrow>
      <PageHeader
        title={t('pages.tasks')}
        actions={
          seesOthers && (
            <Select
              aria-label={t('tasks.whose')}
              value={everybody ? 'everybody' : 'mine'}
              onChange={(value) => setEverybody(value === 'everybody')}
              options={[
                { value: 'mine', label: t('tasks.mine') },
                { value: 'everybody', label: t('tasks.everybody') },
              ]}
              className="w-44"
            />
          )
        }
      />
      <Tabs
        label={t('pages.tasks')}
        value={state}
        onChange={(id) => router.replace(`/clients/tasks?show=${id}`, { scroll: false })}
        tabs={states.map((id) => ({ id, label: <StateLabel state={id} whose={whose} />, content: id === state && <TaskListOf state={id} whose={whose} /> }))}
      />
    </Page>
  );
}

type Whose = Pick<ClientTaskQuery, 'assigneeId'>;
const keyOf = (state: State, whose: Whose) => ['tasks', state, whose];
const useTasks = (state: State, whose: Whose) => useApiPages(keyOf(state, whose), (cursor) => clients.getTasks({ state, ...whose, cursor }));

function StateLabel({ state, whose }: { state: State; whose: Whose }) {
  const t = useTranslations('clients.tasks');
  const { total } = useTasks(state, whose);
  return (
    <>
      {t(state)}
      {state !== 'done' && total && total.count > 0 && (
        <span className="text-sm font-normal text-subtle tabular-nums">
          {total.count}
          {!total.exact && '+'}
        </span>
      )}
    </>
  );
}

function TaskListOf({ state, whose }: { state: State; whose: Whose }) {
  const t = useTranslations('clients.tasks');
  const list = useTasks(state, whose);
  const empty = (
    <EmptyState icon={<CircleCheckBig />} title={t(emptyOf[state])} action={<Link href="/clients" className={buttonClass('secondary', 'md')}>{t('openClients')}</Link>}>
      {t('emptyText')}
    </EmptyState>
  );
  return (
    <ListState list={list} empty={empty} skeleton={<TasksSkeleton />}>
      {(rows) => (
        <ul className="divide-y rounded-lg border bg-surface px-4 py-1">
          {rows.map((task) => (
            <TaskRow key={task.id} task={task} withClient />
          ))}
        </ul>
      )}
    </ListState>
  );
}

function TasksSkeleton() {
  return (
    <div aria-busy className="grid gap-4 rounded-lg border bg-surface p-4">
      {[0, 1, 2, 3].map((row) => (
        <div key={row} className="flex gap-3">
          <Skeleton className="size-4.5" />
          <div className="grid flex-1 gap-2">
            <Skeleton className="h-3.5 w-1/2" />
            <Skeleton className="h-3 w-40" />
          </div>
        </div>
      ))}
    </div>
  );
}
