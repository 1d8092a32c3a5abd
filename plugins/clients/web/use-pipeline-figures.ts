'use client';
import { useApiQuery, useLive, useInvalidate } from '@loctelli/core/web';
import type { ClientBoard, Pipeline, Stage } from '../contract.ts';
import { clients } from './api.ts';
import { usePipelines } from './use-set-up.ts';

export interface StageFigures {
  stage: Stage;
  figures: ClientBoard['columns'][number];
}

/** Counts and sums of the default pipeline's stages, one answer for all widgets that ask. */
export function usePipelineFigures(): { pipeline: Pipeline | undefined; stages: StageFigures[] | undefined; error: unknown; refetch: () => void } {
  const { pipelines } = usePipelines();
  const invalidate = useInvalidate();
  const { data, error, refetch } = useApiQuery(['clients', 'figures'], () => clients.getBoard({ cards: 0 }));
  useLive('clients.changed', () => invalidate(['clients', 'figures']));
  const pipeline = pipelines.find(({ id }) => id === data?.pipelineId);
  const stages = pipeline && data?.columns.flatMap((figures) => pipeline.stages.filter(({ id }) => id === figures.stageId).map((stage) => ({ stage, figures })));
  return { pipeline, stages, error: data ? null : error, refetch: () => void refetch() };
}

/** The address of the list with the clients of one stage, or those that are stuck. */
export const listOf = (field: 'stageId' | 'stuck', value: number[] | true): string =>
  `/clients?where=${encodeURIComponent(JSON.stringify([value === true ? { field, operator: 'is', value } : { field, operator: 'anyOf', value }]))}`;
