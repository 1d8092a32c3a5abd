'use client';
import { useQueryClient } from '@tanstack/react-query';
import type { BackgroundJob } from '@loctelli/core';
import { backgroundJobs } from '../../api-client/personal-api.ts';
import { useLive, useLiveState } from '../../data/live.tsx';
import { useApiMutation } from '../../data/mutation.ts';
import { useApiQuery } from '../../data/query.tsx';

const key = ['core', 'background-jobs'];
export const isRunning = ({ status }: BackgroundJob) => status === 'queued' || status === 'running';

/** The user's long work: what runs, and what ended and was not put away. Kept up to date by live messages, by asking while they are lost. */
export function useJobs(): BackgroundJob[] {
  const client = useQueryClient();
  const lost = useLiveState() === 'lost';
  const { data } = useApiQuery(key, async () => (await backgroundJobs.getBackgroundJobs()).items, { every: lost ? 5_000 : undefined });
  useLive<BackgroundJob>('core.background-job', (job) => {
    client.setQueryData<BackgroundJob[]>(key, (jobs = []) => (jobs.some(({ id }) => id === job.id) ? jobs.map((one) => (one.id === job.id ? newer(one, job) : one)) : [job, ...jobs]));
  });
  return data ?? [];
}

/** Messages may overtake one another: what has ended does not run again, and nothing goes backwards. */
export function newer(known: BackgroundJob, told: BackgroundJob): BackgroundJob {
  if (!isRunning(known) && isRunning(told)) return known;
  if (isRunning(told) && known.status === told.status && told.processed < known.processed) return known;
  return told;
}

/** Puts ended work away. */
export function useDismissJob() {
  const client = useQueryClient();
  return useApiMutation(
    (id: number) => {
      client.setQueryData<BackgroundJob[]>(key, (jobs = []) => jobs.filter((job) => job.id !== id));
      return backgroundJobs.dismissBackgroundJob(id);
    },
    { onFailure: () => void client.invalidateQueries({ queryKey: key }) },
  );
}
