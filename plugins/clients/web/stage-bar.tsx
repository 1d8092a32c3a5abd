'use client';
import { useState } from 'react';
import { Check, Hourglass } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { cn, Select, toast } from '@loctelli/core/web';
import type { Client, Stage } from '../contract.ts';
import type { Save } from './client-facts.tsx';
import { LostReasonDialog } from './use-move-client.tsx';
import { isStuck, useLostReasons, usePipelines } from './use-set-up.ts';

interface Props {
  client: Client;
  save: Save;
  readOnly: boolean;
}

/** Where a client stands in its pipeline, for how long, and where it may go from there. */
export function StageBar({ client, save, readOnly }: Props) {
  const t = useTranslations('clients');
  const { pipelines, stages } = usePipelines();
  const reasons = useLostReasons();
  const [asking, setAsking] = useState<Stage | null>(null);
  const current = stages.get(client.stageId ?? 0);
  const pipeline = pipelines.find(({ id }) => id === current?.pipelineId) ?? pipelines.find(({ isDefault }) => isDefault) ?? pipelines[0];
  if (!pipeline || (pipeline.archivedAt && !current)) return null;

  const send = async (stage: Stage, lostReasonId?: number) => {
    const saved = await save(client, { stageId: stage.id, ...(lostReasonId && { lostReasonId }) });
    if (!saved || saved.stageId !== stage.id) return;
    const back = () => save(saved, { stageId: client.stageId, ...(client.lostReasonId !== null && { lostReasonId: client.lostReasonId }) });
    toast.success(t('pipeline.moved', { name: client.name, stage: stage.name }), { undo: { label: t('undo'), run: back } });
  };
  const move = (id: number) => {
    const stage = stages.get(id);
    if (!stage || stage.id === client.stageId) return;
    if (stage.kind === 'lost' && reasons.length > 0) setAsking(stage);
    else void send(stage);
  };
  const open = pipelines.filter(({ id, archivedAt }) => !archivedAt || id === pipeline.id);
  return (
    <section aria-label={t('page.stage')} className="mb-5">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <ol className="hidden min-w-0 flex-1 overflow-x-auto rounded-md border bg-surface sm:flex">
          {pipeline.stages.map((stage) => (
            <StageStep key={stage.id} stage={stage} client={client} current={current} readOnly={readOnly} onMove={() => move(stage.id)} />
          ))}
        </ol>
        <Select
          aria-label={t('page.stage')}
          className={cn('sm:hidden')}
          disabled={readOnly}
          placeholder={t('page.noStage')}
          value={client.stageId ? String(client.stageId) : null}
          onChange={(id) => move(Number(id))}
          options={pipeline.stages.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
        {open.length > 1 && !readOnly && (
          <Select
            aria-label={t('page.pipeline')}
            variant="quiet"
            value={String(pipeline.id)}
            onChange={(id) => {
              const first = open.find((each) => String(each.id) === id)?.stages[0];
              if (first && Number(id) !== pipeline.id) move(first.id);
            }}
            options={open.map(({ id, name }) => ({ value: String(id), label: name }))}
          />
        )}
      </div>
      <Standing client={client} stage={current} />
      <LostReasonDialog
        key={asking?.id}
        client={asking ? client : undefined}
        onAnswer={(reasonId) => {
          if (asking) void send(asking, reasonId);
          setAsking(null);
        }}
        onClose={() => setAsking(null)}
      />
    </section>
  );
}

interface StepProps {
  stage: Stage;
  client: Client;
  current: Stage | undefined;
  readOnly: boolean;
  onMove: () => void;
}

const here = { open: 'bg-accent text-on-accent', won: 'bg-success-soft text-success-text', lost: 'bg-danger-soft text-danger-text' };

function StageStep({ stage, client, current, readOnly, onMove }: StepProps) {
  const t = useTranslations('clients');
  const isHere = stage.id === current?.id;
  const isPast = current !== undefined && current.kind !== 'lost' && stage.kind === 'open' && stage.position < current.position;
  const stuck = isHere && isStuck(stage, client.stageSince);
  return (
    <li className="min-w-24 flex-1 border-s first:border-s-0">
      <button
        type="button"
        disabled={readOnly}
        aria-current={isHere ? 'step' : undefined}
        aria-label={isHere || readOnly ? stage.name : t('page.moveTo', { stage: stage.name })}
        onClick={onMove}
        className={cn(
          'flex h-9 w-full items-center justify-center gap-1.5 px-3 text-sm font-medium whitespace-nowrap transition-colors duration-150 focus-visible:-outline-offset-2',
          isHere ? here[stage.kind] : isPast ? 'bg-accent-soft text-on-accent-soft' : 'text-muted',
          !isHere && !readOnly && 'hover:bg-hover hover:text-fg',
        )}
      >
        {isPast && <Check aria-hidden className="size-3.5 shrink-0" />}
        {stuck && <Hourglass aria-hidden className="size-3.5 shrink-0" />}
        <span className="truncate">{stage.name}</span>
      </button>
    </li>
  );
}

/** For how long it stands there, why it was lost, and whether that is too long. */
function Standing({ client: { stageSince, lostReasonId }, stage }: { client: Client; stage: Stage | undefined }) {
  const t = useTranslations('clients');
  const reason = useLostReasons().find(({ id }) => id === lostReasonId);
  if (!stage || !stageSince) return null;
  const days = Math.max(0, Math.floor((Date.now() - Date.parse(stageSince)) / 86_400_000));
  const stuck = isStuck(stage, stageSince);
  return (
    <p className="mt-1.5 flex flex-wrap items-center gap-x-2 text-sm text-muted">
      <span>{t('page.inStage', { stage: stage.name, days })}</span>
      {stage.kind === 'lost' && reason && <span>· {reason.label}</span>}
      {stuck && (
        <span className="inline-flex items-center gap-1 text-warning-text">
          <Hourglass aria-hidden className="size-3.5" />
          {t('pipeline.stuck', { days: stage.stuckAfterDays! })}
        </span>
      )}
    </p>
  );
}
