import { Injectable } from '@nestjs/common';
import { Database, problem, userNames, type Prisma } from '@loctelli/core/server';
import { strategyErrors, type Definition, type DiffQuery, type StrategyDiff, type StrategyVersion, type StrategyVersionFull } from '../../contract.ts';
import { StrategyReach } from '../strategies/strategy-reach.ts';
import { definitionOf } from '../strategies/strategy-row.ts';
import { diff } from './diff.ts';

type Row = Omit<Prisma.StrategyVersionGetPayload<object>, 'definition'>;

/** What a strategy has said, and in what it changed. */
@Injectable()
export class VersionsService {
  constructor(
    private readonly db: Database,
    private readonly reach: StrategyReach,
  ) {}

  /** Newest first. */
  async list(strategyId: number): Promise<{ items: StrategyVersion[] }> {
    const { publishedNumber } = await this.reach.demand(strategyId);
    const rows = await this.db.strategyVersion.findMany({ where: { strategyId }, orderBy: { number: 'desc' }, omit: { definition: true } });
    return { items: await this.#shown(rows, publishedNumber) };
  }

  /** Throws strategies.version-not-found. */
  async get(strategyId: number, number: number): Promise<StrategyVersionFull> {
    const { publishedNumber } = await this.reach.demand(strategyId);
    const row = await this.db.strategyVersion.findFirst({ where: { strategyId, number } });
    if (!row) throw problem(strategyErrors.versionNotFound);
    const [shown] = await this.#shown([row], publishedNumber);
    return { ...shown!, definition: definitionOf(row.definition) };
  }

  /** Throws strategies.version-not-found. */
  async diff(strategyId: number, { from, to }: DiffQuery): Promise<StrategyDiff> {
    const { draft } = await this.reach.demand(strategyId);
    const said = (side: DiffQuery['from']) => (side === 'draft' ? definitionOf(draft) : this.definition(strategyId, side));
    return { from: String(from), to: String(to), items: diff(await said(from), await said(to)) };
  }

  /** Throws strategies.version-not-found. Asks nobody whether the caller may read it. */
  async definition(strategyId: number, number: number): Promise<Definition> {
    const row = await this.db.strategyVersion.findFirst({ where: { strategyId, number }, select: { definition: true } });
    if (!row) throw problem(strategyErrors.versionNotFound);
    return definitionOf(row.definition);
  }

  async #shown(rows: readonly Row[], publishedNumber: number | null): Promise<StrategyVersion[]> {
    const names = await userNames(this.db, rows.map(({ publishedById }) => publishedById));
    const live = await this.db.strategyEnrolment.groupBy({
      by: ['versionId'],
      where: { versionId: { in: rows.map(({ id }) => id) }, status: { in: ['active', 'held'] } },
      _count: true,
    });
    return rows.map(({ id, number, note, publishedById, publishedAt }) => ({
      ...{ id, number, note, publishedById, publishedAt: publishedAt.toISOString() },
      publishedByName: names.of(publishedById),
      live: live.find(({ versionId }) => versionId === id)?._count ?? 0,
      current: number === publishedNumber,
    }));
  }
}
