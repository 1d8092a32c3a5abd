'use client';
import { useMemo, useState } from 'react';
import type { PipelineCreate, Pipeline } from '../../contract.ts';
import type { StageDraft } from './stage-row.tsx';

export interface PipelineDraft {
  name: string;
  stages: StageDraft[];
  /** Where the clients of stages that were taken away go, by id. */
  moves: Record<string, number>;
}

let made = 0;
const keyOf = () => `new-${++made}`;

const draftOf = (pipeline: Pipeline | null, firstStage: string): PipelineDraft => ({
  name: pipeline?.name ?? '',
  stages: pipeline?.stages.map(({ id, name, kind, stuckAfterDays, probability }) => ({ key: String(id), id, name, kind, stuckAfterDays, probability })) ?? [
    { key: keyOf(), name: firstStage, kind: 'open', stuckAfterDays: null, probability: 10 },
  ],
  moves: {},
});

/** A pipeline while it is changed: nothing is sent until it is saved as a whole. */
export function usePipelineDraft(pipeline: Pipeline | null, firstStage: string) {
  const start = useMemo(() => draftOf(pipeline, firstStage), [pipeline, firstStage]);
  const [draft, setDraft] = useState(start);
  const names = draft.stages.map(({ name }) => name.trim().toLocaleLowerCase());
  const invalid = (index: number) => names[index] === '' || names.indexOf(names[index]!) !== index;
  return {
    draft,
    dirty: JSON.stringify(draft) !== JSON.stringify(start),
    /** A name is missing or given twice, or nothing is left to stand in. */
    sound: draft.name.trim() !== '' && draft.stages.length > 0 && !draft.stages.some((_, index) => invalid(index)) && draft.stages.some(({ kind }) => kind === 'open'),
    invalid,
    rename: (name: string) => setDraft((now) => ({ ...now, name })),
    change: (stage: StageDraft) => setDraft((now) => ({ ...now, stages: now.stages.map((each) => (each.key === stage.key ? stage : each)) })),
    arrange: (stages: StageDraft[]) => setDraft((now) => ({ ...now, stages })),
    add: () => setDraft((now) => ({ ...now, stages: [...now.stages, { key: keyOf(), name: '', kind: 'open', stuckAfterDays: null, probability: 50 }] })),
    remove: (stage: StageDraft, toStageId?: number) =>
      setDraft((now) => ({
        ...now,
        stages: now.stages.filter(({ key }) => key !== stage.key),
        moves: stage.id && toStageId ? moved(now.moves, stage.id, toStageId) : now.moves,
      })),
    reset: () => setDraft(start),
    body: (): PipelineCreate => ({
      name: draft.name.trim(),
      stages: draft.stages.map(({ id, name, kind, stuckAfterDays, probability }) => ({ ...(id && { id }), name: name.trim(), kind, stuckAfterDays, probability })),
    }),
  };
}

/** A stage that was a target and now goes itself hands on what it was to take. */
const moved = (moves: Record<string, number>, from: number, to: number) => ({
  ...Object.fromEntries(Object.entries(moves).map(([stage, target]) => [stage, target === from ? to : target])),
  [from]: to,
});
