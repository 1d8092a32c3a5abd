import { Injectable } from '@nestjs/common';
import type { Locale, MetricDefinition } from '@loctelli/core';
import { Database, Metrics, userNames } from '@loctelli/core/server';
import { referenceOf } from './catalogue.ts';

/** What values of dimensions are called: people and teams by name, words of a plugin in the reader's language, anything else as it is. */
@Injectable()
export class Labels {
  constructor(
    private readonly db: Database,
    private readonly metrics: Metrics,
  ) {}

  async of(metric: MetricDefinition, dimension: string, keys: readonly (string | null)[], locale: Locale): Promise<(key: string | null) => string | null> {
    const ids = () => [...new Set(keys.filter((key) => key !== null && /^\d{1,9}$/.test(key)).map(Number))];
    const reference = referenceOf(metric, dimension);
    if (reference === 'user') {
      const names = await userNames(this.db, ids());
      return (key) => (key === null ? null : (names.of(Number(key)) ?? `#${key}`));
    }
    if (reference === 'team') {
      const teams = new Map((await this.db.team.findMany({ where: { id: { in: ids() } }, select: { id: true, name: true } })).map(({ id, name }) => [String(id), name]));
      return (key) => (key === null ? null : (teams.get(key) ?? `#${key}`));
    }
    const words = this.metrics.words(metric, locale);
    return (key) => (key === null ? null : words.value(dimension, key));
  }
}
