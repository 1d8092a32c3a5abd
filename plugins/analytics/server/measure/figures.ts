import { Injectable } from '@nestjs/common';
import type { MetricDefinition } from '@loctelli/core';
import { Metrics, type MetricPoint } from '@loctelli/core/server';
import type { Filter, ResolvedRange } from '../../contract.ts';
import type { Bucket } from '../ranges/buckets.ts';
import { isAdditive } from './catalogue.ts';

/** A metric with the rows that count: in one currency, where it is money. */
export interface Chosen {
  metric: MetricDefinition;
  where: Filter;
  currency: string | null;
  otherCurrencies: string[];
}
type Span = Pick<ResolvedRange, 'from' | 'to'>;

/** Numbers of metrics over ranges of days. */
@Injectable()
export class Figures {
  constructor(private readonly metrics: Metrics) {}

  /** Settles on the currency with the largest sum in the range, unless the filter names one: amounts of two currencies are never added. */
  async choose(metric: MetricDefinition, where: Filter, range: Span & { zone: string }): Promise<Chosen> {
    if (metric.unit !== 'money' || !('currency' in metric.dimensions)) return { metric, where, currency: null, otherCurrencies: [] };
    const points = await this.metrics.measure(metric.name, { ...dates(range), zone: range.zone, by: 'currency', where });
    const found = points.filter(({ key }) => key !== null).sort((a, b) => b.sum - a.sum);
    const [largest, ...others] = found.map(({ key }) => key!);
    if (largest === undefined) return { metric, where, currency: where.currency?.[0] ?? null, otherCurrencies: [] };
    return { metric, where: { ...where, currency: [largest] }, currency: largest, otherCurrencies: others };
  }

  async total({ metric, where }: Chosen, range: Span, zone: string): Promise<{ value: number | null; count: number }> {
    const [point] = await this.metrics.measure(metric.name, { ...dates(range), zone, where });
    return { value: valueOf(metric, point), count: point?.count ?? 0 };
  }

  /** One value per bucket; 0 where nothing happened and that is what nothing adds up to. */
  async overTime({ metric, where }: Chosen, range: Span, zone: string, bucket: Bucket, buckets: readonly string[]): Promise<(number | null)[]> {
    const points = await this.metrics.measure(metric.name, { ...dates(range), zone, bucket, where });
    return inBuckets(metric, points, buckets);
  }

  async byValue({ metric, where }: Chosen, range: Span, zone: string, by: string): Promise<Map<string | null, number | null>> {
    const points = await this.metrics.measure(metric.name, { ...dates(range), zone, by, where });
    return new Map(points.map((point) => [point.key, point.value]));
  }

  async byValueOverTime({ metric, where }: Chosen, range: Span, zone: string, by: string, bucket: Bucket, buckets: readonly string[]): Promise<Map<string | null, (number | null)[]>> {
    const points = await this.metrics.measure(metric.name, { ...dates(range), zone, by, bucket, where });
    const keys = [...new Set(points.map(({ key }) => key))];
    return new Map(keys.map((key) => [key, inBuckets(metric, points.filter((point) => point.key === key), buckets)]));
  }

  funnel(metrics: readonly MetricDefinition[], range: Span, where: Filter): Promise<number[]> {
    return this.metrics.funnel(metrics.map(({ name }) => name), { ...dates(range), where });
  }
}

const dates = ({ from, to }: Span) => ({ from: new Date(from), to: new Date(to) });
const valueOf = (metric: MetricDefinition, point: MetricPoint | undefined) => point?.value ?? (isAdditive(metric) ? 0 : null);

function inBuckets(metric: MetricDefinition, points: readonly MetricPoint[], buckets: readonly string[]): (number | null)[] {
  const byDay = new Map(points.map((point) => [point.at?.slice(0, 10), point]));
  return buckets.map((day) => valueOf(metric, byDay.get(day)));
}
