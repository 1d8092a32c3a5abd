'use client';
import { useState } from 'react';
import { Play, Save } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, Card, EmptyState, ErrorState, toast, useApiMutation, useApiQuery, useCan, useInvalidate, useShortcut } from '@loctelli/core/web';
import type { Scenario, Simulation, SimulationResult, Strategy } from '../../contract.ts';
import { strategies } from '../api.ts';
import { DraftProvider } from '../editor/draft-context.tsx';
import { DraftStore } from '../editor/draft-store.ts';
import { useAddress } from '../use-address.ts';
import { keys } from '../use-strategies.ts';
import { Assertions } from './assertions.tsx';
import { Happenings } from './happenings.tsx';
import { KeepDialog } from './keep-dialog.tsx';
import { Kept } from './kept.tsx';
import { freshScenario, isWhole, type Change } from './scenario-state.ts';
import { Transcript } from './transcript.tsx';
import { WhoAndWhen } from './who-and-when.tsx';

const parts = ['kept'] as const;

/** A scenario at the start, what comes of it beside. */
export function Simulator({ strategy }: { strategy: Strategy }) {
  const t = useTranslations('strategies.simulator');
  const { address, set } = useAddress(parts);
  const mayKeep = useCan('strategies.update') !== null && strategy.editable;
  const invalidate = useInvalidate();
  const list = useApiQuery(keys.simulations(strategy.id), () => strategies.getSimulations(strategy.id));
  const kept = list.data?.items.find(({ id }) => String(id) === address.kept) ?? null;
  const [edited, setEdited] = useState<{ of: number | null; scenario: Scenario } | null>(null);
  const [naming, setNaming] = useState(false);
  const [store] = useState(() => new DraftStore(strategy.draft, [], true, () => undefined));
  const scenario = edited && edited.of === (kept?.id ?? null) ? edited.scenario : (kept?.scenario ?? blank);
  const change: Change = (part) => setEdited({ of: kept?.id ?? null, scenario: { ...scenario, ...part } });
  const run = useApiMutation((what: Scenario) => strategies.simulate(strategy.id, { scenario: whole(what) }), { toastErrors: false });
  const runNow = () => run.mutate(scenario);
  const update = useApiMutation((simulation: Simulation) => strategies.updateSimulation(simulation.id, { version: simulation.version, scenario: whole(scenario) }), {
    invalidate: [keys.simulations(strategy.id)],
    onSuccess: ({ name }) => {
      setEdited(null);
      toast.success(t('updated', { name }));
    },
  });
  const open = (simulation: Simulation | null, result?: SimulationResult) => {
    setEdited(simulation ? null : { of: null, scenario: freshScenario() });
    set({ kept: simulation ? String(simulation.id) : undefined });
    if (!result) run.reset();
  };
  useShortcut({ keys: 'mod+enter', label: t('run'), run: runNow, scope: 'page' });
  const isChanged = kept !== null && edited !== null && edited.of === kept.id;
  return (
    <DraftProvider value={store}>
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,26rem)_minmax(0,1fr)]">
        <div className="flex min-w-0 flex-col gap-5">
          <Kept strategy={strategy} list={list} current={kept} onOpen={open} />
          <Card
            title={kept ? kept.name : t('scenario')}
            description={kept ? undefined : t('scenarioText')}
            footer={
              <>
                {mayKeep &&
                  (kept ? (
                    <Button disabled={!isChanged} busy={update.isPending} onClick={() => update.mutate(kept)}>
                      <Save aria-hidden />
                      {t('update')}
                    </Button>
                  ) : (
                    <Button onClick={() => setNaming(true)}>
                      <Save aria-hidden />
                      {t('keep')}
                    </Button>
                  ))}
                <Button variant="primary" busy={run.isPending} onClick={runNow}>
                  <Play aria-hidden />
                  {t('run')}
                </Button>
              </>
            }
          >
            <div className="flex flex-col gap-6">
              <WhoAndWhen scenario={scenario} onChange={change} />
              <Happenings value={scenario.happenings} onChange={(happenings) => change({ happenings })} />
              <Assertions steps={strategy.draft.cadence.steps} value={scenario.assertions} onChange={(assertions) => change({ assertions })} results={run.data?.assertions} />
            </div>
          </Card>
        </div>
        <section aria-label={t('result')} aria-live="polite" aria-busy={run.isPending || undefined} className="min-w-0 rounded-lg border bg-surface">
          {run.error ? (
            <ErrorState error={run.error} onRetry={runNow} />
          ) : run.data ? (
            <Transcript strategy={strategy} result={run.data} />
          ) : (
            <EmptyState
              icon={<Play />}
              title={t('emptyTitle')}
              action={
                <Button variant="primary" busy={run.isPending} onClick={runNow}>
                  {t('run')}
                </Button>
              }
            >
              {t('emptyText')}
            </EmptyState>
          )}
        </section>
      </div>
      {naming && (
        <KeepDialog
          strategyId={strategy.id}
          scenario={whole(scenario)}
          onClose={() => setNaming(false)}
          onKept={(simulation) => {
            invalidate(keys.simulations(strategy.id));
            setEdited(null);
            set({ kept: String(simulation.id) });
          }}
        />
      )}
    </DraftProvider>
  );
}

const blank = freshScenario();
/** Without what was begun and says nothing yet. */
const whole = (scenario: Scenario): Scenario => ({ ...scenario, assertions: scenario.assertions.filter(isWhole) });
