import { Injectable } from '@nestjs/common';
import type { Locale } from '@loctelli/core';
import { Access, Audit, Database, problem, updateVersioned, type Prisma } from '@loctelli/core/server';
import { analyticsErrors, type Filter, type Goal, type GoalCreate, type GoalUpdate } from '../../contract.ts';
import { MetricCatalogue } from '../measure/catalogue.ts';
import { GoalProgress, type GoalRow } from './goal-progress.ts';

@Injectable()
export class GoalsService {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly catalogue: MetricCatalogue,
    private readonly progress: GoalProgress,
  ) {}

  list(locale?: Locale): Promise<Goal[]> {
    return this.progress.list(locale);
  }

  /** Throws analytics.metric-not-found, analytics.dimension-not-found. */
  async create({ where, ...input }: GoalCreate): Promise<Goal> {
    await this.#judge(input.metric, where);
    const row = await this.db.analyticsGoal.create({ data: { ...input, where: where as Prisma.InputJsonObject, ownerId: this.access.user.id } });
    await this.audit.record({ action: 'goal.created', subject: 'AnalyticsGoal', subjectId: row.id, changes: { name: [null, row.name], target: [null, input.target] } });
    return (await this.progress.find(row.id, undefined))!;
  }

  /** Throws analytics.goal-not-found, core.version-conflict. */
  async update(id: number, { version, where, ...input }: GoalUpdate): Promise<Goal> {
    const row = await this.#find(id);
    if (where) await this.#judge(row.metric, where);
    await updateVersioned(this.db.analyticsGoal, { id, version }, { ...input, ...(where && { where }) });
    await this.audit.record({ action: 'goal.updated', subject: 'AnalyticsGoal', subjectId: id, changes: { ...input, ...(where && { where }) } });
    return (await this.progress.find(id, undefined))!;
  }

  async remove(id: number): Promise<void> {
    const { name } = await this.#find(id);
    await this.db.analyticsGoal.deleteMany({ where: { id } });
    await this.audit.record({ action: 'goal.deleted', subject: 'AnalyticsGoal', subjectId: id, changes: { name: [name, null] } });
  }

  async #find(id: number): Promise<GoalRow> {
    const row = await this.db.analyticsGoal.findFirst({ where: { id } });
    if (!row || !(await this.catalogue.visible()).has(row.metric)) throw problem(analyticsErrors.goalNotFound);
    return row;
  }

  async #judge(name: string, where: Filter): Promise<void> {
    const metric = (await this.catalogue.visible()).get(name);
    if (!metric) throw problem(analyticsErrors.metricNotFound);
    if (Object.keys(where).some((dimension) => !Object.hasOwn(metric.dimensions, dimension))) throw problem(analyticsErrors.dimensionNotFound);
  }
}
