import { Injectable, SetMetadata } from '@nestjs/common';
import type { JobDefinition } from '@loctelli/core';
import { UnitOfWork } from '../database/unit-of-work.ts';

export const handlesKey = 'loctelli:handles';

/** What a handler is told beside its data. */
export interface JobRun {
  /** Stable over all attempts. */
  id: string;
  /** 1 at the first attempt. */
  attempt: number;
}

/** Marks the method that does a job: `async (data, job: JobRun)`, as the tenant that added it. A rejection is retried with growing pauses. */
export const Handles = (job: Pick<JobDefinition, 'name' | 'attempts'>) => SetMetadata(handlesKey, job);

/** Work for later. */
@Injectable()
export class Jobs {
  constructor(private readonly uow: UnitOfWork) {}

  /**
   * Adds a job that commits with the open unit of work, or in one of its own.
   * @param options.delayMs do not begin before this has passed
   * @returns the job's id
   */
  async add<T>(job: JobDefinition<T>, data: T, options: { delayMs?: number } = {}): Promise<string> {
    const eventId = crypto.randomUUID();
    const payload = { data: job.data.parse(data), delayMs: options.delayMs ?? 0 };
    await this.uow.run(async () => void this.uow.current!.outbox.push({ eventId, kind: 'job', name: job.name, payload }));
    return eventId;
  }
}
