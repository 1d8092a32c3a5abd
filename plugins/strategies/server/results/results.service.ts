import { Injectable } from '@nestjs/common';
import { Database, Prisma, problem, Statement } from '@loctelli/core/server';
import { strategyErrors, type Step, type StrategyResults } from '../../contract.ts';
import { StrategyReach } from '../strategies/strategy-reach.ts';
import { definitionOf, type StrategyRow } from '../strategies/strategy-row.ts';
import { stepResults, type RunCounts } from './step-results.ts';

type VersionCounts = StrategyResults['versions'][number];

const happened = (table: Prisma.Sql) => Prisma.sql`
  count(${table}."repliedAt")::int as replied, count(${table}."bookedAt")::int as booked, count(${table}."wonAt")::int as won`;

/** What became of those a strategy was carried out on. */
@Injectable()
export class ResultsService {
  constructor(
    private readonly db: Database,
    private readonly statement: Statement,
    private readonly reach: StrategyReach,
  ) {}

  /** Of one version, or of all together. Throws strategies.not-found, strategies.version-not-found. */
  async get(strategyId: number, number: number | undefined): Promise<StrategyResults> {
    const row = await this.reach.demand(strategyId);
    const shown = await this.#steps(row, number);
    const only = number === undefined ? Prisma.sql`true` : Prisma.sql`v.number = ${number}`;
    const [versions, runs, stops] = await Promise.all([this.#versions(strategyId), this.#runs(strategyId, only), this.#stops(strategyId, only)]);
    const known = runs.every(({ stepId }) => shown.some(({ id }) => id === stepId));
    const counted = versions.filter((each) => number === undefined || each.number === number);
    const sum = (field: keyof VersionCounts) => counted.reduce((total, each) => total + each[field], 0);
    return {
      ...{ enrolled: sum('enrolled'), reached: sum('reached'), replied: sum('replied'), booked: sum('booked'), won: sum('won') },
      versions,
      steps: stepResults(shown, known ? [] : await this.#earlier(strategyId), runs),
      stops,
    };
  }

  /** The steps of the version that is asked for, else of the one that is published, else of the draft. */
  async #steps({ id, draft, publishedNumber }: StrategyRow, wanted: number | undefined): Promise<Step[]> {
    const number = wanted ?? publishedNumber;
    if (number === null) return definitionOf(draft).cadence.steps;
    const version = await this.db.strategyVersion.findFirst({ where: { strategyId: id, number }, select: { definition: true } });
    if (!version) throw problem(strategyErrors.versionNotFound);
    return definitionOf(version.definition).cadence.steps;
  }

  /** Steps of all versions, those of the newest first. */
  async #earlier(strategyId: number): Promise<Step[]> {
    const rows = await this.db.strategyVersion.findMany({ where: { strategyId }, orderBy: { number: 'desc' }, select: { definition: true } });
    return rows.flatMap(({ definition }) => definitionOf(definition).cadence.steps);
  }

  #versions(strategyId: number): Promise<VersionCounts[]> {
    return this.statement.rows<VersionCounts>(Prisma.sql`
      select v.number, count(e.id)::int as enrolled, count(e."reachedAt")::int as reached, ${happened(Prisma.sql`e`)}
      from "StrategyVersion" v left join "StrategyEnrolment" e on e."tenantId" = v."tenantId" and e."versionId" = v.id
      where v."strategyId" = ${strategyId} group by v.number order by v.number desc`);
  }

  #runs(strategyId: number, only: Prisma.Sql): Promise<RunCounts[]> {
    return this.statement.rows<RunCounts>(Prisma.sql`
      select r."stepId", r."variantId", count(*)::int as reached, ${happened(Prisma.sql`r`)}
      from "StrategyEnrolment" e
      join "StrategyVersion" v on v."tenantId" = e."tenantId" and v.id = e."versionId"
      join "StrategyStepRun" r on r."tenantId" = e."tenantId" and r."enrolmentId" = e.id
      where e."strategyId" = ${strategyId} and ${only} and r.status in ('done', 'waiting') group by r."stepId", r."variantId"`);
  }

  #stops(strategyId: number, only: Prisma.Sql): Promise<StrategyResults['stops']> {
    return this.statement.rows<StrategyResults['stops'][number]>(Prisma.sql`
      select e."stopReason" as reason, count(*)::int as count
      from "StrategyEnrolment" e join "StrategyVersion" v on v."tenantId" = e."tenantId" and v.id = e."versionId"
      where e."strategyId" = ${strategyId} and ${only} and e."stopReason" is not null group by e."stopReason" order by count(*) desc, 1`);
  }
}
