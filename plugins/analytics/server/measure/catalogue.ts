import { Injectable } from '@nestjs/common';
import type { Locale, MetricDefinition } from '@loctelli/core';
import { Access, Metrics } from '@loctelli/core/server';
import type { Filter, MetricInfo } from '../../contract.ts';

/** The numbers there are, as far as the caller may see them. */
@Injectable()
export class MetricCatalogue {
  constructor(
    private readonly metrics: Metrics,
    private readonly access: Access,
  ) {}

  /** The language words are wanted in. */
  language(asked?: Locale): Locale {
    return asked ?? (this.access.isSignedIn ? this.access.user.locale : null) ?? this.access.tenant.locale;
  }

  /** By name, with what the caller may see of each; to `export`, what they may take out of the product. */
  async visible(verb: 'read' | 'export' = 'read'): Promise<Map<string, MetricDefinition>> {
    return new Map((await this.metrics.list(verb)).map(({ metric }) => [metric.name, metric]));
  }

  async list(asked?: Locale): Promise<MetricInfo[]> {
    const locale = this.language(asked);
    return (await this.metrics.list()).map(({ metric, pluginId, pluginName }) => this.describe(metric, { pluginId, pluginName }, locale));
  }

  describe(metric: MetricDefinition, { pluginId, pluginName }: { pluginId: string; pluginName: string }, locale: Locale): MetricInfo {
    const words = this.metrics.words(metric, locale);
    const { name, unit, aggregate, funnel } = metric;
    return {
      ...{ name, pluginId, pluginName, unit, aggregate, title: words.title, about: words.about },
      dimensions: splittable(metric).map((dimension) => ({ name: dimension, title: words.dimension(dimension) })),
      followsClients: 'client' in metric.dimensions,
      funnel: funnel ?? null,
    };
  }
}

/** What a metric can be split by: a client is followed, not listed. */
export const splittable = ({ dimensions }: Pick<MetricDefinition, 'dimensions'>): string[] => Object.keys(dimensions).filter((name) => name !== 'client');

/** Whether values of several buckets may be added. */
export const isAdditive = ({ aggregate }: Pick<MetricDefinition, 'aggregate'>): boolean => aggregate === 'count' || aggregate === 'sum';

/** The part of filters that speaks of dimensions the metric has; a later filter of one dimension wins. */
export const filterFor = ({ dimensions }: Pick<MetricDefinition, 'dimensions'>, ...filters: Filter[]): Filter =>
  Object.fromEntries(Object.entries(Object.assign({}, ...filters) as Filter).filter(([name]) => Object.hasOwn(dimensions, name)));

/** What values of a dimension are ids of. */
export const referenceOf = (metric: MetricDefinition, dimension: string): 'user' | 'team' | null =>
  metric.refers?.[dimension] ?? (metric.owner !== undefined && metric.dimensions[dimension] === metric.owner ? 'user' : null);
