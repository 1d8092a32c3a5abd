import { Injectable } from '@nestjs/common';
import { backgroundJobTopic, kernelErrors, type BackgroundJob, type BackgroundJobStatus, type MessageParams } from '@loctelli/core';
import type { Prisma } from '../../../prisma/build/client/client.ts';
import { Access } from '../access/access.ts';
import { Database } from '../database/database.ts';
import { problem } from '../http/problem.ts';
import { Live } from '../live/live.ts';
import { Notifications } from '../notifications/notifications.ts';

export interface NewBackgroundJob {
  /** `<plugin>.<what>`; its words stand under `<plugin>.jobs.<what>`, those of its end under `<plugin>.notifications.<what>-<status>`. */
  kind: string;
  params?: MessageParams;
  /** Where it can be watched. */
  href?: string | null;
  /** How much there is to do, once known. */
  total?: number | null;
}

type Row = Prisma.BackgroundJobGetPayload<object>;
const week = 7 * 86_400_000;
const shown = 20;
/** Browsers hear of progress this often at most. */
const pauseMs = 300;

/** Long work as its owner sees it, wherever they are: the work itself is a job that calls `advance` and `finish`. */
@Injectable()
export class BackgroundJobs {
  readonly #told = new Map<number, number>();

  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly live: Live,
    private readonly notifications: Notifications,
  ) {}

  /** Puts up a job of the caller. Call it in the unit of work that adds the job itself. @returns its id */
  async start({ kind, params = {}, href = null, total = null }: NewBackgroundJob): Promise<number> {
    const row = await this.db.backgroundJob.create({ data: { userId: this.access.user.id, kind, params, href, total } });
    await this.#tell(row);
    return row.id;
  }

  /** Says how far it is. A job that has ended stays ended. */
  async advance(id: number, { processed, total }: { processed: number; total?: number }): Promise<void> {
    const where = { id, status: { in: ['queued', 'running'] } };
    const [row] = await this.db.backgroundJob.updateManyAndReturn({ where, data: { status: 'running', processed, ...(total !== undefined && { total }) } });
    const now = Date.now();
    if (!row || now - (this.#told.get(id) ?? 0) < pauseMs) return;
    this.#told.set(id, now);
    await this.#tell(row);
  }

  /** Ends it and tells its owner, once: a repeat by a retried job changes nothing. */
  async finish(id: number, status: 'done' | 'failed' | 'cancelled', { params, href }: { params?: MessageParams; href?: string } = {}): Promise<void> {
    this.#told.delete(id);
    const [row] = await this.db.backgroundJob.updateManyAndReturn({
      where: { id, finishedAt: null },
      data: { status, finishedAt: new Date(), ...(params && { params }), ...(href && { href }) },
    });
    if (!row) return;
    await this.#tell(row);
    await this.notifications.send({ userIds: [row.userId], kind: `${row.kind}-${status}`, params: row.params as MessageParams, href: row.href });
  }

  /** What the caller has running, and what ended within a week and was not put away; newest first. */
  async list(): Promise<BackgroundJob[]> {
    const recent = { OR: [{ finishedAt: null }, { finishedAt: { gt: new Date(Date.now() - week) } }] };
    const where = { AND: [{ userId: this.access.user.id, dismissedAt: null }, recent] };
    const rows = await this.db.backgroundJob.findMany({ where, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take: shown });
    return rows.map(jobOf);
  }

  /** Puts an ended one away. Throws core.not-found for a running one and for another's. */
  async dismiss(id: number): Promise<void> {
    const where = { id, userId: this.access.user.id, finishedAt: { not: null } };
    const { count } = await this.db.backgroundJob.updateMany({ where, data: { dismissedAt: new Date() } });
    if (count === 0) throw problem(kernelErrors.notFound);
  }

  #tell = (row: Row) => this.live.publish(backgroundJobTopic, jobOf(row), { userId: row.userId });
}

const jobOf = ({ id, kind, params, href, status, processed, total, createdAt, finishedAt }: Row): BackgroundJob => ({
  ...{ id, kind, href, processed, total },
  params: params as MessageParams,
  status: status as BackgroundJobStatus,
  createdAt: createdAt.toISOString(),
  finishedAt: finishedAt?.toISOString() ?? null,
});
