import { Injectable } from '@nestjs/common';
import type { MetricDefinition } from '@loctelli/core';
import { rangeChoice, tile, type StartDashboard, type Tile, type TileInput } from '../../contract.ts';
import { isAdditive, MetricCatalogue, referenceOf, splittable } from '../measure/catalogue.ts';

const most = { numbers: 8, lines: 2, splits: 2 };

/** A dashboard made of the numbers that exist: the funnels they say they belong to, the numbers, how they went, who leads. Knows no plugin. */
@Injectable()
export class StartDashboards {
  constructor(private readonly catalogue: MetricCatalogue) {}

  async make(): Promise<StartDashboard> {
    const metrics = [...(await this.catalogue.visible()).values()];
    const tiles = [...numbersOf(metrics), ...linesOf(metrics), ...funnelsOf(metrics), ...splitsOf(metrics), ...leadersOf(metrics)].slice(0, 20);
    return { tiles: tiles.map((input, index): Tile => tile.parse({ ...input, id: `start-${index + 1}` })), range: rangeChoice.parse({ preset: 'last30', compare: 'previous' }) };
  }
}

type Draft = Omit<TileInput, 'id'>;
const counting = (metrics: MetricDefinition[]) => metrics.filter((metric) => isAdditive(metric));
/** Those that lead through a funnel say most of how things go. */
const byWeight = (metrics: MetricDefinition[]) => [...metrics].sort((a, b) => (a.funnel?.order ?? Infinity) - (b.funnel?.order ?? Infinity) || 0);

const numbersOf = (metrics: MetricDefinition[]): Draft[] => byWeight(metrics).slice(0, most.numbers).map(({ name }) => ({ kind: 'kpi', metrics: [name], size: 'small' }));

const linesOf = (metrics: MetricDefinition[]): Draft[] => byWeight(counting(metrics)).slice(0, most.lines).map(({ name }) => ({ kind: 'line', metrics: [name], size: 'medium' }));

function funnelsOf(metrics: MetricDefinition[]): Draft[] {
  const ids = [...new Set(metrics.flatMap(({ funnel }) => funnel?.id ?? []))];
  const steps = (id: string) => metrics.filter(({ funnel }) => funnel?.id === id).sort((a, b) => a.funnel!.order - b.funnel!.order);
  return ids.filter((id) => steps(id).length > 1).map((id) => ({ kind: 'funnel', metrics: steps(id).slice(0, 8).map(({ name }) => name), size: 'medium' }));
}

/** The first count by what is no person: where leads come from, for one. */
const splitsOf = (metrics: MetricDefinition[]): Draft[] =>
  byWeight(counting(metrics))
    .flatMap((metric): Draft[] => {
      const by = splittable(metric).find((name) => referenceOf(metric, name) === null && name !== 'currency');
      return by ? [{ kind: 'bar', metrics: [metric.name], by, size: 'medium' }] : [];
    })
    .slice(0, most.splits);

/** Who won most, where somebody owns what is won: the last step of a funnel, or the last number. */
function leadersOf(metrics: MetricDefinition[]): Draft[] {
  const owned = counting(metrics).filter((metric) => splittable(metric).some((name) => referenceOf(metric, name) === 'user'));
  const last = [...owned].sort((a, b) => (b.funnel?.order ?? -1) - (a.funnel?.order ?? -1))[0];
  return last ? [{ kind: 'leaderboard', metrics: [last.name], by: splittable(last).find((name) => referenceOf(last, name) === 'user')!, size: 'medium' }] : [];
}
