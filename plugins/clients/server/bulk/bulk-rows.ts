import { Injectable } from '@nestjs/common';
import { Database, Prisma, UnitOfWork } from '@loctelli/core/server';
import type { CustomFields } from '../../contract.ts';
import type { BulkFields } from './apply-change.ts';

export interface BulkRow extends BulkFields {
  id: number;
  version: number;
}

/** Reads and writes what bulk runs change, many clients with one statement each way. */
@Injectable()
export class BulkRows {
  constructor(
    private readonly db: Database,
    private readonly uow: UnitOfWork,
  ) {}

  /** Clients in the order of their ids, locked until the unit of work ends. */
  async read(where: Prisma.Sql, limit: number): Promise<BulkRow[]> {
    const rows = await this.db.$queryRaw<Raw[]>`
      select c.id, c.version, c.status, c."ownerId", c."stageId", c."stageSince", c."lostReasonId", c.source, c.tags, c."customFields", c."deletedAt"
      from "Client" c where ${where} order by c.id limit ${limit} for no key update of c`;
    return rows.map((row) => ({ ...row, stageSince: row.stageSince?.toISOString() ?? null, deletedAt: row.deletedAt?.toISOString() ?? null }));
  }

  /** Writes whole rows, each as its next version. */
  async write(rows: readonly BulkRow[]): Promise<void> {
    if (rows.length === 0) return;
    await this.db.$executeRaw`
      update "Client" c set status = r.status, "ownerId" = r."ownerId", "stageId" = r."stageId", "stageSince" = r."stageSince", "lostReasonId" = r."lostReasonId", source = r.source,
        tags = coalesce(r.tags, '{}'), "customFields" = r."customFields", "deletedAt" = r."deletedAt", "updatedAt" = now() at time zone 'utc', version = c.version + 1
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r(id int, status text, "ownerId" int, "stageId" int, "stageSince" timestamp, "lostReasonId" int, source text, tags text[], "customFields" jsonb, "deletedAt" timestamp)
      where c.id = r.id`;
    // Raw SQL wrote the clients, so the cache has to be told.
    this.uow.current!.touched.add('Client');
  }
}

type Raw = Omit<BulkRow, 'stageSince' | 'deletedAt'> & { stageSince: Date | null; deletedAt: Date | null; customFields: CustomFields };
