import { Injectable } from '@nestjs/common';
import { Prisma, Statement } from '@loctelli/core/server';
import type { Sharing, Strategy, StrategyStatus, StrategySummary } from '../../contract.ts';
import { OfferedTemplates } from '../templates/offered-templates.ts';
import { draftFaults } from './draft-faults.ts';
import { DraftKnowledge } from './draft-knowledge.ts';
import { StrategyReach } from './strategy-reach.ts';
import { definitionOf, type StrategyRow } from './strategy-row.ts';

type Counts = StrategySummary['results'] & { id: number; stepCount: number };
const none = { enrolled: 0, live: 0, replied: 0, booked: 0, won: 0 };

/** Strategies as others see them. */
@Injectable()
export class StrategyViews {
  constructor(
    private readonly statement: Statement,
    private readonly reach: StrategyReach,
    private readonly knowledge: DraftKnowledge,
    private readonly templates: OfferedTemplates,
  ) {}

  /** Rows need not carry their drafts: what is shown of those is counted by PostgreSQL. */
  async summaries(rows: readonly Omit<StrategyRow, 'draft'>[]): Promise<StrategySummary[]> {
    if (!rows.length) return [];
    const counts = new Map((await this.#counts(rows.map(({ id }) => id))).map(({ id, ...counted }) => [id, counted]));
    const latest = await this.#latest(rows);
    return rows.map((row) => {
      const { stepCount, ...results } = counts.get(row.id) ?? { stepCount: 0, ...none };
      return {
        ...{ id: row.id, name: row.name, tag: row.tag, industry: row.industry, description: row.description },
        sharing: row.sharing as Sharing,
        status: row.status as StrategyStatus,
        ...{ ownerId: row.ownerId, ownerName: row.owner.name, teamId: row.teamId, publishedVersion: row.publishedNumber, changed: row.changed },
        ...{ stepCount, results, editable: this.reach.editable(row) },
        template: row.templateId === null ? null : { templateId: row.templateId, version: row.templateNumber ?? 1, latest: latest.get(row.templateId) ?? null },
        createdAt: row.createdAt.toISOString(),
        updatedAt: row.updatedAt.toISOString(),
      };
    });
  }

  /** With its draft, and what keeps that from being published. */
  async whole(row: StrategyRow): Promise<Strategy> {
    const [summary] = await this.summaries([row]);
    const draft = definitionOf(row.draft);
    return { ...summary!, draft, faults: draftFaults(draft, await this.knowledge.load()), version: row.version };
  }

  async #latest(rows: readonly Pick<StrategyRow, 'templateId'>[]): Promise<Map<number, number>> {
    const isTaken = rows.some(({ templateId }) => templateId !== null);
    return new Map(isTaken ? (await this.templates.above()).map(({ templateId, version }) => [templateId, version]) : []);
  }

  #counts(ids: number[]): Promise<Counts[]> {
    return this.statement.rows<Counts>(Prisma.sql`
      select s.id, jsonb_array_length(coalesce(s.draft #> '{cadence,steps}', '[]')) as "stepCount", e.enrolled, e.live, e.replied, e.booked, e.won
      from "Strategy" s cross join lateral (
        select count(*)::int as enrolled, (count(*) filter (where e.status in ('active', 'held')))::int as live,
               count(e."repliedAt")::int as replied, count(e."bookedAt")::int as booked, count(e."wonAt")::int as won
        from "StrategyEnrolment" e where e."strategyId" = s.id
      ) e where s.id = any(${ids}::int[])`);
  }
}
