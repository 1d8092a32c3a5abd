'use client';
import { useMemo } from 'react';
import { useApiQuery } from '@loctelli/core/web';
import type { ClientField, LostReason, Pipeline, Stage } from '../contract.ts';
import { clients } from './api.ts';

/** How the tenant set its clients up. Each is fetched once and shared by all that ask. */
export function usePipelines(): { pipelines: Pipeline[]; stages: Map<number, Stage>; isLoading: boolean } {
  const { data, isPending } = useApiQuery(['clients', 'pipelines'], () => clients.getPipelines());
  return useMemo(() => {
    const pipelines = data?.items ?? [];
    const stages = new Map(pipelines.flatMap((pipeline) => pipeline.stages.map((stage) => [stage.id, stage] as const)));
    return { pipelines, stages, isLoading: isPending };
  }, [data, isPending]);
}

/** Reasons that may be given now; the ones put away only explain old losses. */
export function useLostReasons(): LostReason[] {
  const { data } = useApiQuery(['clients', 'lost-reasons'], () => clients.getLostReasons());
  return useMemo(() => (data?.items ?? []).filter(({ archivedAt }) => archivedAt === null), [data]);
}

/** The tenant's own fields, in order. */
export function useClientFields(): ClientField[] {
  const { data } = useApiQuery(['clients', 'fields'], () => clients.getFields());
  return data?.items ?? none;
}

const none: ClientField[] = [];

/** Whether a client stands longer in its stage than the stage allows. */
export function isStuck(stage: Stage | undefined, since: string | null, now = Date.now()): boolean {
  return Boolean(stage?.stuckAfterDays && since && now - Date.parse(since) > stage.stuckAfterDays * 86_400_000);
}
