import { Injectable } from '@nestjs/common';
import { Database, Files, Handles, Jobs, Prisma, UnitOfWork } from '@loctelli/core/server';
import { deleteFiles } from '../../contract.ts';

/** What is not to be purged yet: a client that was merged into another, as long as the merge can be undone. */
export const purgeable = Prisma.sql`c."deletedAt" is not null and not exists (
  select from "ClientMerge" m where m."undoneAt" is null and m."undoUntil" > now() at time zone 'utc' and c.id = any(m."mergedIds"))`;

/** Deletes clients for good, with all that hangs on them. */
@Injectable()
export class Purge {
  constructor(
    private readonly db: Database,
    private readonly uow: UnitOfWork,
    private readonly jobs: Jobs,
    private readonly files: Files,
  ) {}

  /** Call it in a unit of work. Notes, tasks and what imports and bulk runs kept go with the rows; bytes of files by a job, once it commits. */
  async clients(ids: readonly number[]): Promise<void> {
    if (ids.length === 0) return;
    const files = await this.db.clientFile.findMany({ where: { clientId: { in: [...ids] } }, select: { fileId: true } });
    await this.db.timelineEntry.deleteMany({ where: { subject: 'Client', subjectId: { in: [...ids] } } });
    await this.db.clientDuplicate.deleteMany({ where: { OR: [{ firstId: { in: [...ids] } }, { secondId: { in: [...ids] } }] } });
    await this.db.client.deleteMany({ where: { id: { in: [...ids] } } });
    for (const model of ['ClientNote', 'ClientTask', 'ClientFile']) this.uow.current!.touched.add(model);
    if (files.length) await this.jobs.add(deleteFiles, { fileIds: files.map(({ fileId }) => fileId), wipeIds: [] });
  }

  @Handles(deleteFiles)
  async deleteFiles({ fileIds, wipeIds }: { fileIds: number[]; wipeIds: number[] }): Promise<void> {
    for (const id of fileIds) await this.files.delete(id);
    for (const id of wipeIds) await this.files.wipe(id);
  }
}
