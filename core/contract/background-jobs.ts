import { z } from 'zod';
import { instant } from './fields.ts';
import { messageParams } from './notifications.ts';

export const backgroundJobStatus = z.enum(['queued', 'running', 'done', 'failed', 'cancelled']);
export type BackgroundJobStatus = z.infer<typeof backgroundJobStatus>;

/** Long work of the caller. The words of kind `clients.import` are `clients.jobs.import`. `total` is null while nobody can say. */
export const backgroundJob = z
  .object({
    id: z.number().int(),
    kind: z.string(),
    params: messageParams,
    href: z.string().nullable(),
    status: backgroundJobStatus,
    processed: z.number().int(),
    total: z.number().int().nullable(),
    createdAt: instant,
    finishedAt: instant.nullable(),
  })
  .meta({ id: 'BackgroundJob' });
export type BackgroundJob = z.infer<typeof backgroundJob>;
/** What runs, and what ended within a week and was not put away; newest first. */
export const backgroundJobList = z.object({ items: z.array(backgroundJob) }).meta({ id: 'BackgroundJobList' });

/** Live message to the job's owner; its data is the BackgroundJob. */
export const backgroundJobTopic = 'core.background-job';
