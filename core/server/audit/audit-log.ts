import { Injectable } from '@nestjs/common';
import type { auditExportQuery, auditQuery, FieldVerb } from '@loctelli/core';
import type { z } from 'zod';
import type { AuditEntry, Prisma } from '../../../prisma/build/client/client.ts';
import { Access } from '../access/access.ts';
import { Database } from '../database/database.ts';
import { seek } from '../database/seek.ts';
import { userNames } from '../users/user-names.ts';

/** How many of the latest entries say what there is to filter by. */
const recent = 5_000;

/** Reads the tenant's audit entries, newest first. */
@Injectable()
export class AuditLog {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
  ) {}

  async list({ cursor, limit, ...filter }: z.infer<typeof auditQuery>) {
    const order = seek({ sort: [{ field: 'createdAt', direction: 'desc', type: 'date' }], cursor, limit });
    const rows = await this.db.auditEntry.findMany({
      where: { AND: [this.where(filter), order.where] },
      orderBy: order.orderBy,
      take: order.take,
    });
    const page = order.page(rows);
    return { ...page, items: await this.named(page.items, 'read') };
  }

  /** Actions and subjects of the latest entries: reading all of them for two lists of names would cost more than it tells. */
  async facets(): Promise<{ actions: string[]; subjects: string[] }> {
    const latest = await this.db.auditEntry.findMany({
      where: this.where({}),
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: recent,
      select: { action: true, subject: true },
    });
    const sorted = (names: string[]) => [...new Set(names)].sort();
    return { actions: sorted(latest.map(({ action }) => action)), subjects: sorted(latest.map(({ subject }) => subject)) };
  }

  /** The entries a filter leaves, of those that the caller may read. */
  where({ action, from, until, ...exact }: z.infer<typeof auditExportQuery>): Prisma.AuditEntryWhereInput {
    const createdAt = { ...(from && { gte: new Date(from) }), ...(until && { lt: new Date(until) }) };
    const rest = { ...exact, ...(action && { action: { startsWith: action } }), ...((from ?? until) && { createdAt }) };
    return { AND: [this.access.where('audit.read'), rest] };
  }

  /** The same entries with the names of who did it, and without what became of fields that the caller is refused. */
  async named(rows: AuditEntry[], verb: FieldVerb): Promise<(AuditEntry & { actorName: string | null })[]> {
    const names = await userNames(this.db, rows.map(({ actorId }) => actorId));
    return rows.map((row) => ({
      ...row,
      changes: this.#visible(row, this.access.refused(row.subject, verb)),
      actorName: names.of(row.actorId),
    }));
  }

  #visible({ changes }: AuditEntry, refused: ReadonlySet<string>): AuditEntry['changes'] {
    if (refused.size === 0 || typeof changes !== 'object' || changes === null || Array.isArray(changes)) return changes;
    return Object.fromEntries(Object.entries(changes).filter(([field]) => !refused.has(field)));
  }
}
