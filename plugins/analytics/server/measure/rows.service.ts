import { Injectable } from '@nestjs/common';
import type { MetricDefinition } from '@loctelli/core';
import { Access, Metrics, problem, type MetricRow } from '@loctelli/core/server';
import { analyticsErrors, type Filter, type MetricRows, type RowsAsk } from '../../contract.ts';
import { withinBucket } from '../ranges/buckets.ts';
import { resolveRange } from '../ranges/resolve-range.ts';
import { filterFor, isAdditive, MetricCatalogue, splittable } from './catalogue.ts';
import { Figures } from './figures.ts';
import { Labels } from './labels.ts';
import { fillIn } from './drill.ts';

const pageSize = 50;

/** The rows behind a number: those that it counts for the caller, and no others. */
@Injectable()
export class RowsService {
  constructor(
    private readonly access: Access,
    private readonly metrics: Metrics,
    private readonly catalogue: MetricCatalogue,
    private readonly figures: Figures,
    private readonly labels: Labels,
  ) {}

  /** Throws analytics.metric-not-found, analytics.dimension-not-found. */
  async list({ metric: name, range: choice, where, at, offset, locale: asked }: RowsAsk, now = new Date()): Promise<MetricRows> {
    const metric = (await this.catalogue.visible()).get(name);
    if (!metric) throw problem(analyticsErrors.metricNotFound);
    const locale = this.catalogue.language(asked);
    const { zone } = this.access.tenant;
    const range = resolveRange(choice, zone, now);
    const within = at ? withinBucket(at.day, at.bucket, range, zone) : { ...range, from: new Date(range.from), to: new Date(range.to) };
    const span = { from: within.from.toISOString(), to: within.to.toISOString() };
    // The currency is that of the whole range, as in the number that was opened.
    const chosen = await this.figures.choose(metric, filterFor(metric, where), range);
    const [{ value, count }, rows] = await Promise.all([
      this.figures.total(chosen, span, zone),
      this.metrics.rows(name, { ...within, zone, where: chosen.where }, { limit: pageSize + 1, offset }),
    ]);
    const words = this.metrics.words(metric, locale);
    const shown = rows.slice(0, pageSize);
    return {
      metric: { name, title: words.title, unit: metric.unit, additive: isAdditive(metric), currency: chosen.currency, otherCurrencies: chosen.otherCurrencies },
      range: { ...range, ...span, fromDay: within.fromDay, toDay: within.toDay },
      ...{ total: count, value, hasMore: rows.length > pageSize },
      dimensions: splittable(metric).map((dimension) => ({ name: dimension, title: words.dimension(dimension) })),
      items: await this.#named(metric, shown, locale),
      drill: metric.drill ? fillIn(metric.drill, { ...span, fromDay: within.fromDay, toDay: within.toDay, ...single(chosen.where) }) : null,
    };
  }

  async #named(metric: MetricDefinition, rows: MetricRow[], locale: ReturnType<MetricCatalogue['language']>): Promise<MetricRows['items']> {
    const names = splittable(metric);
    const labels = await Promise.all(names.map((name) => this.labels.of(metric, name, rows.map(({ dimensions }) => dimensions[name] ?? null), locale)));
    return rows.map(({ id, label, at, value, dimensions }) => ({
      ...{ id, label, at, value },
      href: metric.record ? fillIn(metric.record, { id, ...dimensions }) : null,
      dimensions: Object.fromEntries(names.map((name, index) => [name, labels[index]!(dimensions[name] ?? null)])),
    }));
  }
}

/** Dimensions that are held to one value. */
const single = (where: Filter) => Object.fromEntries(Object.entries(where).flatMap(([name, values]) => (values.length === 1 && values[0] !== null ? [[name, values[0]!]] : [])));
