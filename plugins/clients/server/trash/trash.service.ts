import { Injectable } from '@nestjs/common';
import { kernelErrors } from '@loctelli/core';
import { Access, Audit, BackgroundJobs, Database, Every, Handles, Jobs, Prisma, problem, Settings, UnitOfWork, type JobRun } from '@loctelli/core/server';
import { clientErrors, emptyTrash } from '../../contract.ts';
import type { TrashRule } from '../../contract.ts';
import { ClientNews } from '../client-news.ts';
import { Purge, purgeable } from './purge.ts';

const size = 200;
const day = 86_400_000;
/** Days a client waits in the trash where the tenant did not say. */
const defaultDays = 30;

/** What leaves the trash for good: one client, all, or what has lain there long enough. */
@Injectable()
export class TrashService {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly uow: UnitOfWork,
    private readonly purge: Purge,
    private readonly jobs: Jobs,
    private readonly progress: BackgroundJobs,
    private readonly settings: Settings,
    private readonly news: ClientNews,
    private readonly audit: Audit,
  ) {}

  /** Throws clients.not-found, clients.not-in-trash, and clients.absorbed while a merge of it can be undone. */
  async remove(id: number): Promise<void> {
    const row = await this.db.client.findFirst({ where: { AND: [{ id }, this.access.where('clients.delete')] }, select: { deletedAt: true } });
    if (!row) throw problem(clientErrors.notFound);
    if (!row.deletedAt) throw problem(clientErrors.notInTrash);
    const [ready] = await this.#ready(Prisma.sql`c.id = ${id}`);
    if (!ready) throw problem(clientErrors.absorbed);
    await this.purge.clients([id]);
    await this.news.changed(id);
    await this.audit.record({ action: 'client.purged', subject: 'Client', subjectId: id });
  }

  /** Throws core.forbidden for whoever may not delete every client. */
  async empty(): Promise<void> {
    if (this.access.can('clients.delete') !== 'all') throw problem(kernelErrors.forbidden);
    const total = await this.db.client.count({ where: { deletedAt: { not: null } } });
    const progressId = await this.progress.start({ kind: 'clients.empty-trash', params: { count: total }, total, href: '/clients/trash' });
    await this.jobs.add(emptyTrash, { progressId, before: new Date().toISOString() });
    await this.audit.record({ action: 'clients.trash-emptied', subject: 'Client', changes: { count: total } });
  }

  /** Batch by batch: what is gone is gone, and another attempt finds what is left. */
  @Handles(emptyTrash)
  async run({ progressId, before }: { progressId: number | null; before: string }, { attempt }: Pick<JobRun, 'attempt'>): Promise<void> {
    try {
      const gone = await this.#purgeBefore(new Date(before), async (count) => {
        if (progressId) await this.progress.advance(progressId, { processed: count });
      });
      if (progressId) await this.progress.finish(progressId, 'done', { params: { count: gone } });
    } catch (error) {
      if (progressId && attempt >= emptyTrash.attempts) await this.progress.finish(progressId, 'failed');
      throw error;
    }
  }

  /** Every day, what has lain in the trash for as long as the tenant's settings say. */
  @Every('1 day')
  async purgeOld(): Promise<void> {
    const { days } = await this.rule();
    const count = await this.#purgeBefore(new Date(Date.now() - days * day));
    if (count) await this.audit.record({ action: 'clients.trash-emptied', subject: 'Client', changes: { count, after: days } });
  }

  async rule(): Promise<TrashRule> {
    const { trashDays = defaultDays } = await this.settings.get<{ trashDays?: number }>('clients');
    return { days: trashDays };
  }

  async #purgeBefore(before: Date, tell: (count: number) => Promise<void> = async () => {}): Promise<number> {
    for (let gone = 0; ; ) {
      const ids = await this.uow.run(
        async () => {
          const found = await this.#ready(Prisma.sql`c."deletedAt" < ${before.toISOString().slice(0, -1)}::timestamp`);
          await this.purge.clients(found);
          await tell(gone + found.length);
          return found;
        },
        { timeoutMs: 60_000 },
      );
      gone += ids.length;
      if (ids.length < size) return gone;
    }
  }

  async #ready(where: Prisma.Sql): Promise<number[]> {
    const rows = await this.db.$queryRaw<{ id: number }[]>(Prisma.sql`select c.id from "Client" c where ${purgeable} and ${where} order by c.id limit ${size} for update of c`);
    return rows.map(({ id }) => id);
  }
}
