'use client';
import { CircleCheck, CircleDashed, CircleX, Plus, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, Card, cn, toast, useApiMutation, useCan, type ApiProblem } from '@loctelli/core/web';
import type { Simulation, Strategy } from '../../contract.ts';
import { strategies } from '../api.ts';
import { keys } from '../use-strategies.ts';

interface Props {
  strategy: Strategy;
  list: { data?: { items: Simulation[] } | undefined; error: ApiProblem | null };
  current: Simulation | null;
  onOpen: (simulation: Simulation | null) => void;
}

/** The kept scenarios, and whether each held when it last ran. */
export function Kept({ strategy, list, current, onOpen }: Props) {
  const t = useTranslations('strategies.simulator');
  const ui = useTranslations('core.ui');
  const mayKeep = useCan('strategies.update') !== null && strategy.editable;
  const key = keys.simulations(strategy.id);
  const runAll = useApiMutation(() => strategies.runSimulations(strategy.id), {
    invalidate: [key],
    onSuccess: ({ items }) => {
      const failing = items.filter(({ holds }) => !holds).length;
      if (failing > 0) toast.error(t('someFail', { count: failing }));
      else toast.success(t('allHold', { count: items.length }));
    },
  });
  const again = useApiMutation(({ name, scenario }: Simulation) => strategies.createSimulation(strategy.id, { name, scenario }), { invalidate: [key] });
  const remove = useApiMutation((simulation: Simulation) => strategies.deleteSimulation(simulation.id), {
    invalidate: [key],
    onSuccess: (_, simulation) => {
      if (current?.id === simulation.id) onOpen(null);
      toast.success(t('removed', { name: simulation.name }), { undo: { label: ui('undo'), run: () => again.mutate(simulation) } });
    },
  });
  const items = list.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Card
      flush
      title={t('keptTitle')}
      actions={
        <>
          {mayKeep && (
            <Button size="sm" busy={runAll.isPending} onClick={() => runAll.mutate()}>
              {t('runAll')}
            </Button>
          )}
          {current && (
            <Button size="sm" variant="ghost" onClick={() => onOpen(null)}>
              <Plus aria-hidden />
              {t('newScenario')}
            </Button>
          )}
        </>
      }
    >
      <ul aria-label={t('keptTitle')} className="divide-y divide-line">
        {items.map((simulation) => (
          <li key={simulation.id} className={cn('flex items-center gap-2 py-1.5 ps-5 pe-2', simulation.id === current?.id && 'bg-accent-soft text-on-accent-soft')}>
            <Mark holds={simulation.holds} />
            <button type="button" aria-current={simulation.id === current?.id || undefined} onClick={() => onOpen(simulation)} className="min-h-7 min-w-0 flex-1 truncate text-start hover:underline">
              {simulation.name}
            </button>
            {mayKeep && (
              <Button variant="ghost" size="icon-sm" aria-label={t('removeOf', { name: simulation.name })} onClick={() => remove.mutate(simulation)}>
                <Trash2 aria-hidden />
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Mark({ holds }: { holds: boolean | null }) {
  const t = useTranslations('strategies.simulator');
  if (holds === null) return <CircleDashed role="img" aria-label={t('neverRan')} className="size-4 shrink-0 text-muted" />;
  return holds ? (
    <CircleCheck role="img" aria-label={t('holds')} className="size-4 shrink-0 text-success-text" />
  ) : (
    <CircleX role="img" aria-label={t('fails')} className="size-4 shrink-0 text-danger-text" />
  );
}
