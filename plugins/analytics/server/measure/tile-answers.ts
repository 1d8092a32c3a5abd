import { Injectable } from '@nestjs/common';
import type { Locale, MetricDefinition } from '@loctelli/core';
import { Access, Metrics } from '@loctelli/core/server';
import type { Answers, Ask, Filter, ResolvedRange, Tile, TileAnswer } from '../../contract.ts';
import { GoalProgress } from '../goals/goal-progress.ts';
import { bucketFor, bucketsOf } from '../ranges/buckets.ts';
import { resolveRange } from '../ranges/resolve-range.ts';
import { filterFor, isAdditive, MetricCatalogue, referenceOf, splittable } from './catalogue.ts';
import { Figures, type Chosen } from './figures.ts';
import { Labels } from './labels.ts';

const mostGroups = { leaderboard: 10, table: 50, bar: 12, line: 6 } as const;

interface Question {
  tile: Tile;
  range: ResolvedRange;
  chosen: Chosen[];
  locale: Locale;
}

/** What tiles show, as the caller may see it. */
@Injectable()
export class TileAnswers {
  constructor(
    private readonly access: Access,
    private readonly catalogue: MetricCatalogue,
    private readonly metrics: Metrics,
    private readonly figures: Figures,
    private readonly labels: Labels,
    private readonly goals: GoalProgress,
  ) {}

  /** @param verb `export` for what leaves the product */
  async answer({ range: choice, filters, tiles, locale: asked }: Omit<Ask, 'tiles'> & { tiles: readonly Tile[] }, now = new Date(), verb: 'read' | 'export' = 'read'): Promise<Answers> {
    const range = resolveRange(choice, this.access.tenant.zone, now);
    const [visible, locale] = [await this.catalogue.visible(verb), this.catalogue.language(asked)];
    return { range, items: await Promise.all(tiles.map((tile) => this.#tile(tile, { range, filters, visible, locale, now }))) };
  }

  async #tile(tile: Tile, { range, filters, visible, locale, now }: { range: ResolvedRange; filters: Filter; visible: Map<string, MetricDefinition>; locale: Locale; now: Date }): Promise<TileAnswer> {
    const metrics = tile.metrics.flatMap((name) => visible.get(name) ?? []);
    const empty = { ...blank, tileId: tile.id, kind: tile.kind, missing: tile.metrics.filter((name) => !visible.has(name)) };
    if (tile.kind === 'goal') {
      const found = tile.goalId === null ? null : await this.goals.find(tile.goalId, locale, now);
      const goal = found && visible.has(found.metric) ? found : null;
      return { ...empty, goal, problem: goal ? null : 'no-goal' };
    }
    if (metrics.length === 0) return { ...empty, problem: 'no-metric' };
    const chosen = await Promise.all(metrics.map((metric) => this.figures.choose(metric, filterFor(metric, tile.where, filters), range)));
    const heads = chosen.map(({ metric, currency, otherCurrencies }) => ({
      ...{ name: metric.name, title: this.metrics.words(metric, locale).title, unit: metric.unit, additive: isAdditive(metric), currency, otherCurrencies },
    }));
    const question = { tile, range, chosen, locale };
    return { ...empty, metrics: heads, ...(await this.#parts(question, { ...tile.where, ...filters })) };
  }

  async #parts(question: Question, where: Filter): Promise<Partial<TileAnswer>> {
    const { tile, chosen } = question;
    if (tile.kind === 'funnel') return this.#funnel(question, where);
    if (tile.kind === 'kpi') return { ...(await this.#totals(question)), ...(await this.#time({ ...question, chosen: chosen.slice(0, 1) })) };
    const by = tile.by ?? (tile.kind === 'leaderboard' ? leaders(chosen[0]!.metric) : null);
    const split = by !== null && by in chosen[0]!.metric.dimensions ? by : null;
    if (tile.kind === 'line') return { ...(await this.#totals(question)), ...(await (split ? this.#timeBy(question, split) : this.#time(question))) };
    return { ...(await this.#totals(question)), ...(await (split ? this.#groups(question, split) : this.#time(question))) };
  }

  async #totals({ range, chosen }: Question): Promise<Pick<TileAnswer, 'totals'>> {
    const totals = chosen.map(async (one) => {
      const [now, before] = await Promise.all([this.figures.total(one, range, range.zone), range.compare && this.figures.total(one, range.compare, range.zone)]);
      return { value: now.value, count: now.count, previous: before ? before.value : null };
    });
    return { totals: await Promise.all(totals) };
  }

  async #time({ tile, range, chosen }: Question): Promise<Pick<TileAnswer, 'bucket' | 'buckets' | 'series'>> {
    const bucket = bucketFor(tile.bucket, range.days);
    const buckets = bucketsOf(range.fromDay, range.toDay, bucket);
    const before = range.compare && { span: range.compare, buckets: bucketsOf(range.compare.fromDay, range.compare.toDay, bucket) };
    const series = chosen.map(async (one) => ({
      ...{ metric: one.metric.name, key: null, label: null },
      values: await this.figures.overTime(one, range, range.zone, bucket, buckets),
      previous: before && chosen.length === 1 ? fitted(await this.figures.overTime(one, before.span, range.zone, bucket, before.buckets), buckets.length) : null,
    }));
    return { bucket, buckets, series: await Promise.all(series) };
  }

  async #timeBy({ tile, range, chosen: [one], locale }: Question, by: string): Promise<Partial<TileAnswer>> {
    const bucket = bucketFor(tile.bucket, range.days);
    const buckets = bucketsOf(range.fromDay, range.toDay, bucket);
    const [totals, lines] = await Promise.all([this.figures.byValue(one!, range, range.zone, by), this.figures.byValueOverTime(one!, range, range.zone, by, bucket, buckets)]);
    const ranked = largest(totals);
    const shown = ranked.slice(0, mostGroups.line);
    const label = await this.labels.of(one!.metric, by, shown, locale);
    const series = shown.map((key) => ({ metric: one!.metric.name, key, label: label(key), values: lines.get(key) ?? buckets.map(() => null), previous: null }));
    return { by, bucket, buckets, series, moreGroups: ranked.length > shown.length };
  }

  async #groups({ tile, range, chosen, locale }: Question, by: string): Promise<Pick<TileAnswer, 'by' | 'groups' | 'moreGroups'>> {
    const split = async (one: Chosen, span: Pick<ResolvedRange, 'from' | 'to'> | null) => (span && by in one.metric.dimensions ? this.figures.byValue(one, span, range.zone, by) : null);
    const numbers = await Promise.all(chosen.map(async (one) => ({ now: await split(one, range), before: await split(one, range.compare) })));
    const ranked = [...new Set([...largest(numbers[0]!.now!), ...numbers.flatMap(({ now }) => [...(now?.keys() ?? [])])])];
    const shown = ranked.slice(0, mostGroups[tile.kind as keyof typeof mostGroups]);
    const label = await this.labels.of(chosen[0]!.metric, by, shown, locale);
    const none = (one: Chosen) => (isAdditive(one.metric) ? 0 : null);
    const groups = shown.map((key) => ({
      ...{ key, label: label(key) },
      values: chosen.map((one, index) => ({ value: numbers[index]!.now ? (numbers[index]!.now.get(key) ?? none(one)) : null, previous: numbers[index]!.before ? (numbers[index]!.before.get(key) ?? none(one)) : null })),
    }));
    return { by, groups, moreGroups: ranked.length > shown.length };
  }

  /** Clients who went from step to step where every metric follows them; each metric's own count otherwise. */
  async #funnel(question: Question, where: Filter): Promise<Pick<TileAnswer, 'totals' | 'distinct'>> {
    const metrics = question.chosen.map(({ metric }) => metric);
    if (!metrics.every(({ dimensions }) => 'client' in dimensions)) return { ...(await this.#totals(question)), distinct: false };
    const { range } = question;
    const [now, before] = await Promise.all([this.figures.funnel(metrics, range, where), range.compare && this.figures.funnel(metrics, range.compare, where)]);
    return { totals: now.map((value, index) => ({ value, count: value, previous: before ? before[index]! : null })), distinct: true };
  }
}

const blank = {
  ...{ metrics: [], missing: [], problem: null, totals: [], bucket: null, buckets: [], series: [], by: null, groups: [], moreGroups: false, distinct: false, goal: null },
} satisfies Partial<TileAnswer>;

/** Keys by their value, the largest first. */
const largest = (values: Map<string | null, number | null>) => [...values].sort(([, a], [, b]) => (b ?? -Infinity) - (a ?? -Infinity)).map(([key]) => key);
/** Who leads: people, where the metric knows them. */
const leaders = (metric: MetricDefinition) => splittable(metric).find((name) => referenceOf(metric, name) === 'user') ?? splittable(metric)[0] ?? null;
/** The values of another range as many as this one has: months differ by days. */
const fitted = (values: (number | null)[], count: number) => Array.from({ length: count }, (_, index) => values[index] ?? null);
