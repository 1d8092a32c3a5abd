import { Injectable } from '@nestjs/common';
import { Access, Metrics, MetricsBelow, problem, type MetricPoint } from '@loctelli/core/server';
import type { MetricDefinition } from '@loctelli/core';
import { analyticsErrors, type AgencyAnswer, type AgencyAsk, type MetricInfo, type ResolvedRange } from '../../contract.ts';
import { MetricCatalogue } from '../measure/catalogue.ts';
import { resolveRange } from '../ranges/resolve-range.ts';

type Figure = AgencyAnswer['totals'][number][number];

/** Totals of the tenants below an agency, side by side and together. */
@Injectable()
export class AgencyService {
  constructor(
    private readonly access: Access,
    private readonly metrics: Metrics,
    private readonly below: MetricsBelow,
    private readonly catalogue: MetricCatalogue,
  ) {}

  /** The metrics that can be compared: the caller sees all rows of each at home, and amounts say which currency they are in. */
  async list(asked: AgencyAsk['locale']): Promise<MetricInfo[]> {
    const visible = await this.catalogue.visible();
    return (await this.catalogue.list(asked)).filter(({ name, unit }) => {
      const { permission, dimensions } = visible.get(name)!;
      return this.access.can(permission) === 'all' && (unit !== 'money' || 'currency' in dimensions);
    });
  }

  /** Throws analytics.metric-not-found. */
  async compare({ range: choice, metrics: names, locale }: AgencyAsk, now = new Date()): Promise<AgencyAnswer> {
    const range = resolveRange(choice, this.access.tenant.zone, now);
    const offered = await this.list(locale);
    const infos = names.map((name) => offered.find((one) => one.name === name) ?? null);
    if (infos.some((info) => info === null)) throw problem(analyticsErrors.metricNotFound);
    const columns: Column[] = [];
    for (const name of names) columns.push({ metric: await this.metrics.find(name), now: await this.#measured(name, range, range), before: range.compare && (await this.#measured(name, range.compare, range)) });
    const tenants = await this.below.tenants();
    return {
      range,
      metrics: infos as MetricInfo[],
      totals: columns.map(togetherOf),
      items: tenants.map(({ id, name }) => ({ tenantId: id, name, values: columns.map((column) => (column.now.has(id) ? figuresOf(column, id) : null)) })),
    };
  }

  async #measured(name: string, { from, to }: Pick<ResolvedRange, 'from' | 'to'>, { zone }: ResolvedRange): Promise<Measured> {
    const found = await this.below.measure(name, { from: new Date(from), to: new Date(to), zone });
    return new Map(found.flatMap(({ tenant, points }) => (points ? [[tenant.id, points]] : [])));
  }
}

/** Tenant → its number, of money one per currency: empty where nothing happened, absent where there is no such metric. */
type Measured = Map<number, MetricPoint[]>;
interface Column {
  metric: MetricDefinition;
  now: Measured;
  before: Measured | null;
}

/** A tenant's number, of money the largest amount first. */
const figuresOf = (column: Column, tenantId: number): Figure[] => perCurrency(column, [tenantId], ({ sum }) => sum);
/** The number of all, of money in the currency of most tenants first. */
const togetherOf = (column: Column): Figure[] => perCurrency(column, [...column.now.keys()], () => 1);

function perCurrency({ metric, now, before }: Column, tenants: readonly number[], weigh: (point: MetricPoint) => number): Figure[] {
  const pointsOf = (measured: Measured | null) => tenants.flatMap((id) => measured?.get(id) ?? []);
  const [current, earlier] = [pointsOf(now), pointsOf(before)];
  const weights = new Map<string | null, number>();
  for (const point of [...current, ...earlier]) weights.set(point.key, (weights.get(point.key) ?? 0) + weigh(point));
  const currencies = weights.size ? [...weights].sort(([, a], [, b]) => b - a).map(([key]) => key) : [null];
  const of = (points: readonly MetricPoint[], currency: string | null) => together(metric, points.filter(({ key }) => key === currency));
  return currencies.map((currency) => ({ value: of(current, currency), previous: before && of(earlier, currency), currency }));
}

/** Sums, and means and shares weighted by what stands behind them. A median of several is none. */
function together({ aggregate }: MetricDefinition, points: readonly MetricPoint[]): number | null {
  const add = (part: 'count' | 'sum' | 'hits') => points.reduce((sum, point) => sum + point[part], 0);
  if (aggregate === 'count') return add('count');
  if (aggregate === 'sum') return add('sum');
  if (points.length === 1) return points[0]!.value;
  if (aggregate === 'median' || add('count') === 0) return null;
  return aggregate === 'avg' ? add('sum') / add('count') : (100 * add('hits')) / add('count');
}
