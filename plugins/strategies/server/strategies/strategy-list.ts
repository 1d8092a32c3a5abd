import { Injectable } from '@nestjs/common';
import type { Page } from '@loctelli/core';
import { Database, seek, type Prisma } from '@loctelli/core/server';
import type { StrategyQuery, StrategySummary } from '../../contract.ts';
import { StrategyReach } from './strategy-reach.ts';
import { withOwner } from './strategy-row.ts';
import { StrategyViews } from './strategy-views.ts';

/** The strategies the caller may read, by name. */
@Injectable()
export class StrategyList {
  constructor(
    private readonly db: Database,
    private readonly reach: StrategyReach,
    private readonly views: StrategyViews,
  ) {}

  /** What is archived is left out unless asked for. Throws core.invalid-cursor. */
  async page({ cursor, limit, search, status, ownerId, tag }: StrategyQuery): Promise<Page<StrategySummary>> {
    const order = seek({ sort: [{ field: 'name', direction: 'asc' }], cursor, limit });
    const words = search?.split(/\s+/).filter(Boolean) ?? [];
    const wanted: Prisma.StrategyWhereInput[] = [
      status ? { status } : { status: { not: 'archived' } },
      ...(ownerId ? [{ ownerId }] : []),
      ...(tag ? [{ tag }] : []),
      ...words.map((word) => ({ OR: ['name', 'tag', 'industry', 'description'].map((field) => ({ [field]: { contains: word, mode: 'insensitive' } })) })),
    ];
    const where = { AND: [this.reach.where(), ...wanted, order.where] };
    const rows = await this.db.strategy.findMany({ where, include: withOwner, omit: { draft: true }, orderBy: order.orderBy, take: order.take });
    const { items, nextCursor } = order.page(rows);
    return { items: await this.views.summaries(items), nextCursor };
  }
}
