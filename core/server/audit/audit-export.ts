import { AsyncLocalStorage } from 'node:async_hooks';
import { Readable } from 'node:stream';
import { Injectable, StreamableFile } from '@nestjs/common';
import type { auditExportQuery } from '@loctelli/core';
import { stringify } from 'csv-stringify';
import type { z } from 'zod';
import { Database } from '../database/database.ts';
import { seek } from '../database/seek.ts';
import { AuditLog } from './audit-log.ts';
import { Audit } from './audit.ts';

const batch = 1_000;
const columns = [
  { key: 'at', header: 'Time (UTC)' },
  { key: 'actorName', header: 'Person' },
  { key: 'actorId', header: 'Person id' },
  { key: 'action', header: 'Action' },
  { key: 'subject', header: 'Subject' },
  { key: 'subjectId', header: 'Record id' },
  { key: 'changes', header: 'Changes' },
  { key: 'ip', header: 'Address' },
  { key: 'requestId', header: 'Request id' },
];

type Snapshot = ReturnType<typeof AsyncLocalStorage.snapshot>;

/** The log as a file: the same filters, newest first, and nothing a spreadsheet would run as a formula. */
@Injectable()
export class AuditExport {
  constructor(
    private readonly db: Database,
    private readonly log: AuditLog,
    private readonly audit: Audit,
  ) {}

  /** Entries are fetched as the receiver takes them. That they were carried out is an entry too. */
  async csv(filter: z.infer<typeof auditExportQuery>): Promise<StreamableFile> {
    const where = this.log.where(filter);
    await this.audit.record({ action: 'audit.exported', subject: 'AuditEntry', changes: { filter } });
    const csv = stringify({ header: true, bom: true, columns, escape_formulas: true, record_delimiter: 'windows' });
    Readable.from(this.#rows(where, AsyncLocalStorage.snapshot()))
      .on('error', (error) => csv.destroy(error))
      .pipe(csv);
    const name = `audit-${new Date().toISOString().slice(0, 10)}.csv`;
    return new StreamableFile(csv, { type: 'text/csv; charset=utf-8', disposition: `attachment; filename="${name}"` });
  }

  async *#rows(where: object, inRequest: Snapshot): AsyncGenerator<Record<string, unknown>> {
    // The socket asks for more in a context of its own; each batch is fetched in the request's, as its tenant.
    for (let cursor: string | undefined; ; ) {
      const { items, nextCursor } = await inRequest(() => this.#batch(where, cursor));
      for (const { createdAt, changes, ...row } of items) yield { ...row, at: createdAt.toISOString(), changes: changes ? JSON.stringify(changes) : '' };
      if (!nextCursor) return;
      cursor = nextCursor;
    }
  }

  async #batch(where: object, cursor: string | undefined) {
    const order = seek({ sort: [{ field: 'createdAt', direction: 'desc', type: 'date' }], cursor, limit: batch });
    const page = order.page(await this.db.auditEntry.findMany({ where: { AND: [where, order.where] }, orderBy: order.orderBy, take: order.take }));
    return { items: await this.log.named(page.items, 'export'), nextCursor: page.nextCursor };
  }
}
