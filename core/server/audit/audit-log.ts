import { Injectable } from '@nestjs/common';
import type { auditQuery } from '@loctelli/core';
import type { z } from 'zod';
import { Access } from '../access/access.ts';
import { Database } from '../database/database.ts';
import { seek } from '../database/seek.ts';

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
      where: { AND: [this.access.where('audit.read'), filter, order.where] },
      orderBy: order.orderBy,
      take: order.take,
    });
    const page = order.page(rows);
    const actors = [...new Set(page.items.flatMap(({ actorId }) => actorId ?? []))];
    const users = await this.db.user.findMany({ where: { id: { in: actors } }, select: { id: true, name: true } });
    const names = new Map(users.map(({ id, name }) => [id, name]));
    return {
      ...page,
      items: page.items.map((row) => ({ ...row, actorName: row.actorId === null ? null : (names.get(row.actorId) ?? null) })),
    };
  }
}
