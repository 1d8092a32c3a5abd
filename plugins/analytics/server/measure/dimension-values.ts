import { Injectable } from '@nestjs/common';
import type { Locale, MetricDefinition } from '@loctelli/core';
import { Access, Metrics, problem } from '@loctelli/core/server';
import { analyticsErrors, rangeChoice } from '../../contract.ts';
import { resolveRange } from '../ranges/resolve-range.ts';
import { MetricCatalogue, splittable } from './catalogue.ts';
import { Labels } from './labels.ts';

const most = 100;

/** What a dimension can be filtered by: the values that rows the caller reaches had within the last year, the most frequent first. */
@Injectable()
export class DimensionValues {
  constructor(
    private readonly access: Access,
    private readonly metrics: Metrics,
    private readonly catalogue: MetricCatalogue,
    private readonly labels: Labels,
  ) {}

  /** Throws analytics.dimension-not-found where no metric has it. */
  async of(dimension: string, asked?: Locale, now = new Date()): Promise<{ key: string | null; label: string | null; count: number }[]> {
    const having = [...(await this.catalogue.visible()).values()].filter((metric) => splittable(metric).includes(dimension));
    if (having.length === 0) throw problem(analyticsErrors.dimensionNotFound);
    const { zone } = this.access.tenant;
    const today = resolveRange(rangeChoice.parse({ preset: 'today' }), zone, now);
    const span = { from: new Date(Date.parse(today.from) - 366 * 86_400_000), to: new Date(today.to) };
    const found = new Map<string | null, { count: number; metric: MetricDefinition }>();
    for (const metric of having) {
      for (const { key, count } of await this.metrics.measure(metric.name, { ...span, zone, by: dimension })) found.set(key, { count: (found.get(key)?.count ?? 0) + count, metric: found.get(key)?.metric ?? metric });
    }
    const sorted = [...found].sort(([, a], [, b]) => b.count - a.count).slice(0, most);
    return Promise.all(sorted.map(async ([key, { count, metric }]) => ({ key, count, label: (await this.labels.of(metric, dimension, [key], this.catalogue.language(asked)))(key) })));
  }
}
