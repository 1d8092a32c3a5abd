import { Injectable } from '@nestjs/common';
import type { Locale, MetricDefinition } from '@loctelli/core';
import { Access, Database, Metrics, userNames, type Prisma } from '@loctelli/core/server';
import type { Filter, Goal } from '../../contract.ts';
import { filterFor, isAdditive, MetricCatalogue } from '../measure/catalogue.ts';
import { Figures } from '../measure/figures.ts';
import { Labels } from '../measure/labels.ts';
import { dayIn, shift, startOf, unitStart } from '../ranges/resolve-range.ts';
import { paceOf } from './pace.ts';

export type GoalRow = Prisma.AnalyticsGoalGetPayload<object>;

/** Goals with how they stand in the period that is under way. One whose number the caller may not see is not there for them. */
@Injectable()
export class GoalProgress {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly catalogue: MetricCatalogue,
    private readonly metrics: Metrics,
    private readonly figures: Figures,
    private readonly labels: Labels,
  ) {}

  async list(asked: Locale | undefined, now = new Date()): Promise<Goal[]> {
    return this.#of(await this.db.analyticsGoal.findMany({ orderBy: { id: 'asc' }, take: 200 }), this.catalogue.language(asked), now);
  }

  async find(id: number, asked: Locale | undefined, now = new Date()): Promise<Goal | null> {
    const row = await this.db.analyticsGoal.findFirst({ where: { id } });
    return row ? ((await this.#of([row], this.catalogue.language(asked), now))[0] ?? null) : null;
  }

  async #of(rows: GoalRow[], locale: Locale, now: Date): Promise<Goal[]> {
    const visible = await this.catalogue.visible();
    const names = await userNames(this.db, rows.map(({ ownerId }) => ownerId));
    const seen = rows.filter(({ metric }) => visible.has(metric));
    return Promise.all(seen.map((row) => this.#progress(row, visible.get(row.metric)!, names.of(row.ownerId), locale, now)));
  }

  async #progress(row: GoalRow, metric: MetricDefinition, ownerName: string | null, locale: Locale, now: Date): Promise<Goal> {
    const { zone } = this.access.tenant;
    const period = row.period as Goal['period'];
    const first = unitStart(dayIn(now, zone), period);
    const next = shift(first, period, 1);
    const [begins, ends] = [startOf(first, zone), startOf(next, zone)];
    const span = { from: begins.toISOString(), to: ends.toISOString() };
    const where = row.where as Filter;
    const chosen = await this.figures.choose(metric, filterFor(metric, where), { ...span, zone });
    const { value } = await this.figures.total(chosen, { ...span, to: startOf(dayIn(now, zone).add({ days: 1 }), zone).toISOString() }, zone);
    const elapsed = Math.min(1, Math.max(0, (now.getTime() - begins.getTime()) / (ends.getTime() - begins.getTime())));
    const direction = row.direction as Goal['direction'];
    const target = Number(row.target);
    return {
      ...{ id: row.id, name: row.name, metric: row.metric, where, target, direction, period, ownerName, version: row.version, value, elapsed },
      ...{ metricTitle: this.metrics.words(metric, locale).title, unit: metric.unit, currency: chosen.currency, whereText: await this.#text(metric, where, locale) },
      ...{ fromDay: first.toString(), toDay: next.subtract({ days: 1 }).toString() },
      ...paceOf({ value, target, elapsed, additive: isAdditive(metric), direction }),
    };
  }

  async #text(metric: MetricDefinition, where: Filter, locale: Locale): Promise<string | null> {
    const parts = Object.entries(where).map(async ([dimension, keys]) => {
      const label = await this.labels.of(metric, dimension, keys, locale);
      return `${this.metrics.words(metric, locale).dimension(dimension)}: ${keys.map((key) => label(key) ?? '—').join(', ')}`;
    });
    return parts.length ? (await Promise.all(parts)).join(' · ') : null;
  }
}
