import { Injectable } from '@nestjs/common';
import { Access, Metrics, MetricsBelow, problem, type MetricPoint } from '@loctelli/core/server';
import type { MetricDefinition } from '@loctelli/core';
import { analyticsErrors, type AgencyAnswer, type AgencyAsk, type MetricInfo, type ResolvedRange } from '../../contract.ts';
import { isAdditive, MetricCatalogue } from '../measure/catalogue.ts';
import { resolveRange } from '../ranges/resolve-range.ts';

type Figure = AgencyAnswer['totals'][number];

/** Totals of the tenants below an agency, side by side and together. */
@Injectable()
export class AgencyService {
  constructor(
    private readonly access: Access,
    private readonly metrics: Metrics,
    private readonly below: MetricsBelow,
    private readonly catalogue: MetricCatalogue,
  ) {}

  /** The metrics that can be compared: the caller sees all rows of each at home, and amounts of many currencies are left out. */
  async list(asked: AgencyAsk['locale']): Promise<MetricInfo[]> {
    const visible = await this.catalogue.visible();
    return (await this.catalogue.list(asked)).filter(({ name, unit }) => unit !== 'money' && this.access.can(visible.get(name)!.permission) === 'all');
  }

  /** Throws analytics.metric-not-found. */
  async compare({ range: choice, metrics: names, locale }: AgencyAsk, now = new Date()): Promise<AgencyAnswer> {
    const range = resolveRange(choice, this.access.tenant.zone, now);
    const offered = await this.list(locale);
    const infos = names.map((name) => offered.find((one) => one.name === name) ?? null);
    if (infos.some((info) => info === null)) throw problem(analyticsErrors.metricNotFound);
    const columns: { now: Column; before: Column | null; metric: MetricDefinition }[] = [];
    for (const name of names) columns.push({ metric: await this.metrics.find(name), now: await this.#column(name, range, range), before: range.compare && (await this.#column(name, range.compare, range)) });
    const tenants = await this.below.tenants();
    return {
      range,
      metrics: infos as MetricInfo[],
      totals: columns.map(({ metric, now: current, before }) => ({ value: together(metric, current), previous: before && together(metric, before), currency: null })),
      items: tenants.map(({ id, name }) => ({ tenantId: id, name, values: columns.map((column) => figureOf(column, id)) })),
    };
  }

  async #column(name: string, { from, to }: Pick<ResolvedRange, 'from' | 'to'>, { zone }: ResolvedRange): Promise<Column> {
    const found = await this.below.measure(name, { from: new Date(from), to: new Date(to), zone });
    return new Map(found.flatMap(({ tenant, points }) => (points ? [[tenant.id, points[0] ?? null]] : [])));
  }
}

/** Tenant → its number: null where nothing happened, absent where there is no such metric. */
type Column = Map<number, MetricPoint | null>;

function figureOf({ metric, now, before }: { metric: MetricDefinition; now: Column; before: Column | null }, tenantId: number): Figure | null {
  const [current, previous] = [now.get(tenantId), before?.get(tenantId)];
  if (current === undefined) return null;
  const value = (point: MetricPoint | null | undefined) => point?.value ?? (isAdditive(metric) ? 0 : null);
  return { value: value(current), previous: before ? value(previous) : null, currency: null };
}

/** One number of all: sums, and means and shares weighted by what stands behind them. A median of several is none. */
function together(metric: MetricDefinition, column: Column): number | null {
  const points = [...column.values()].filter((point) => point !== null);
  const add = (part: 'count' | 'sum' | 'hits') => points.reduce((sum, point) => sum + point[part], 0);
  if (metric.aggregate === 'count') return add('count');
  if (metric.aggregate === 'sum') return add('sum');
  if (metric.aggregate === 'median' || add('count') === 0) return null;
  return metric.aggregate === 'avg' ? add('sum') / add('count') : (100 * add('hits')) / add('count');
}
