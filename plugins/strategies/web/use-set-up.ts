'use client';
import { http, useApiQuery } from '@loctelli/core/web';
import type { EventType } from '../../bookings/contract.ts';
import type { ClientField, Pipeline } from '../../clients/contract.ts';
import { strategies } from './api.ts';

const noFields: ClientField[] = [];
const noPipelines: Pipeline[] = [];
const noTypes: EventType[] = [];

/** How the tenant set the other plugins up, as far as strategies speak of it. Each is fetched once and shared by all that ask. */
export const useClientFields = (): ClientField[] => useApiQuery(['clients', 'fields'], () => http.get<{ items: ClientField[] }>('/clients/fields')).data?.items ?? noFields;

export const usePipelines = (): Pipeline[] => useApiQuery(['clients', 'pipelines'], () => http.get<{ items: Pipeline[] }>('/clients/pipelines')).data?.items ?? noPipelines;

export function useStageOptions(): { value: string; label: string }[] {
  const pipelines = usePipelines();
  return pipelines.flatMap((pipeline) => pipeline.stages.map(({ id, name }) => ({ value: String(id), label: pipelines.length > 1 ? `${pipeline.name}: ${name}` : name })));
}

export const useEventTypes = (): EventType[] => useApiQuery(['bookings', 'event-types'], () => http.get<{ items: EventType[] }>('/bookings/event-types')).data?.items ?? noTypes;

/** Events that may enrol clients. */
export const useTriggers = () => useApiQuery(['strategies', 'triggers'], () => strategies.getTriggers()).data?.items ?? [];
