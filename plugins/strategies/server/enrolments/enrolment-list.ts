import { Injectable } from '@nestjs/common';
import type { Page } from '@loctelli/core';
import { Database, seek, type Prisma } from '@loctelli/core/server';
import type { Enrolment, EnrolmentFull, EnrolmentQuery } from '../../contract.ts';
import { Definitions } from './definitions.ts';
import { EnrolmentReach } from './enrolment-reach.ts';
import { enrolmentOf, runOf, withAll, type EnrolmentRow } from './enrolment-row.ts';

/** Who goes through strategies, and how far they are. */
@Injectable()
export class EnrolmentList {
  constructor(
    private readonly db: Database,
    private readonly reach: EnrolmentReach,
    private readonly definitions: Definitions,
  ) {}

  /** Newest first. */
  async page({ cursor, limit, strategyId, clientId, status, stopReason, number, ownerId, createdAfter, createdBefore }: EnrolmentQuery): Promise<Page<Enrolment>> {
    const order = seek({ sort: [{ field: 'id', direction: 'desc', type: 'number' }], cursor, limit });
    const createdAt = withoutUndefined({ gte: createdAfter, lt: createdBefore });
    const asked = { strategyId, clientId, stopReason, ownerId, createdAt, version: number === undefined ? undefined : { is: { number } } };
    const where: Prisma.StrategyEnrolmentWhereInput = { AND: [this.reach.where('strategies.enrolments'), withoutUndefined(asked), status ? standing(status) : {}, order.where] };
    const rows = await this.db.strategyEnrolment.findMany({ where, orderBy: order.orderBy, take: order.take, include: withAll });
    const { items, nextCursor } = order.page(rows);
    return { items: await Promise.all(items.map((row) => this.shown(row))), nextCursor };
  }

  /** With every step that was carried out. Throws strategies.enrolment-not-found. */
  async get(id: number): Promise<EnrolmentFull> {
    const row = await this.reach.demand(id);
    const definition = await this.definitions.of(row.versionId);
    const runs = await this.db.strategyStepRun.findMany({ where: { enrolmentId: id }, orderBy: { ordinal: 'asc' } });
    return { ...enrolmentOf(row, definition), runs: runs.map((run) => runOf(run, definition)) };
  }

  async shown(row: EnrolmentRow): Promise<Enrolment> {
    return enrolmentOf(row, await this.definitions.of(row.versionId));
  }
}

/** What rests with its strategy is held. */
function standing(status: Enrolment['status']): Prisma.StrategyEnrolmentWhereInput {
  const resting = { status: 'paused' };
  if (status === 'held') return { OR: [{ status }, { status: 'active', strategy: { is: resting } }] };
  return status === 'active' ? { status, strategy: { is: { NOT: resting } } } : { status };
}

const withoutUndefined = (fields: object) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
