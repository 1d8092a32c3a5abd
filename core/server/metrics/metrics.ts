import { Inject, Injectable } from '@nestjs/common';
import { kernelErrors, type FieldVerb, type Locale, type MetricDefinition } from '@loctelli/core';
import { Prisma } from '../../../prisma/build/client/client.ts';
import { Access } from '../access/access.ts';
import { Cache } from '../cache/cache.ts';
import { Database } from '../database/database.ts';
import { problem } from '../http/problem.ts';
import { LOADED_PLUGINS } from '../plugins/loaded-plugins.ts';
import type { LoadedPlugin } from '../plugins/plugin-host.ts';
import { PluginStates } from '../plugins/plugin-states.ts';
import type { MetricFilter, MetricPoint, MetricQuery, MetricRow } from './metric-query.ts';
import { columnSql, filterSql, localSql, modelsOf, reachSql, signatureOf, valueSql, withinSql, withoutRefused } from './metric-sql.ts';
import { MetricTables } from './metric-tables.ts';
import { RollupUpkeep } from './rollup-upkeep.ts';
import { Rollups } from './rollups.ts';

/** A metric in words. */
export interface NamedMetric {
  title: string;
  about: string | null;
  dimension(name: string): string;
  value(dimension: string, value: string): string;
}

/** What one person does at once (a visitor books and becomes a client) may be written down in any order within this. */
const sameMoment = '1 minute';
/** An answer from the rows that took longer than this is worth keeping sums for; and so are more changed blocks than this. */
const slowMs = 60;
const manyBlocks = 8;

/** Numbers that plugins declare, for those who may see them. Whoever draws them knows no plugin. */
@Injectable()
export class Metrics {
  constructor(
    @Inject(LOADED_PLUGINS) private readonly plugins: LoadedPlugin[],
    private readonly states: PluginStates,
    private readonly access: Access,
    private readonly db: Database,
    private readonly cache: Cache,
    private readonly tables: MetricTables,
    private readonly rollups: Rollups,
    private readonly upkeep: RollupUpkeep,
  ) {}

  /**
   * Metrics of the plugins that are on, as far as the caller may see them, or may take them out of the product; all of them where no user asks, as in a job.
   * Dimensions of fields that the caller is refused are not among theirs.
   */
  async list(verb: FieldVerb = 'read'): Promise<{ metric: MetricDefinition; pluginId: string; pluginName: string }[]> {
    const on = await this.states.enabledFor(this.access.tenant.id);
    return this.plugins
      .filter(({ manifest, failure }) => !failure && on.includes(manifest.id))
      .flatMap(({ manifest, server }) =>
        (server?.metrics ?? []).flatMap((declared) => {
          const metric = (!this.access.isSignedIn || this.access.can(declared.permission)) && withoutRefused(declared, (model) => this.access.refused(model, verb));
          return metric ? [{ metric, pluginId: manifest.id, pluginName: manifest.name }] : [];
        }),
      );
  }

  /**
   * What a metric, its dimensions and their values are called in a language, for what leaves the server by itself; in English where a word is missing,
   * and after its name where there is none at all.
   */
  words({ name }: Pick<MetricDefinition, 'name'>, locale: Locale): NamedMetric {
    const [pluginId, what] = name.split('.') as [string, string];
    const found = this.plugins.find(({ manifest }) => manifest.id === pluginId)?.words ?? {};
    const [own, english] = [found[locale], found.en];
    return {
      title: own?.metrics?.[what] ?? english?.metrics?.[what] ?? spelled(what),
      about: own?.metrics?.[`${what}About`] ?? english?.metrics?.[`${what}About`] ?? null,
      dimension: (dimension) => own?.dimensions?.[dimension] ?? english?.dimensions?.[dimension] ?? spelled(dimension),
      value: (dimension, value) => own?.dimensionValues?.[dimension]?.[value] ?? english?.dimensionValues?.[dimension]?.[value] ?? value,
    };
  }

  /** Throws core.not-found for a metric that is not there, is off or may not be seen. */
  async find(name: string): Promise<MetricDefinition> {
    const found = (await this.list()).find(({ metric }) => metric.name === name);
    if (!found) throw problem(kernelErrors.notFound);
    return found.metric;
  }

  /**
   * Measures. For a signed-in user only rows count that the metric's permission reaches; where no user asks, all of the tenant's. An answer is kept
   * until one of the models it is made from changes.
   * Throws core.not-found for an unknown metric or dimension.
   */
  async measure(name: string, query: MetricQuery): Promise<MetricPoint[]> {
    const seen = await this.find(name);
    for (const dimension of [...Object.keys(query.where ?? {}), ...(query.by === undefined ? [] : [query.by])]) columnSql(seen, dimension);
    // From here on as it was declared: answers and sums are kept for all who may ask the same.
    const metric = this.plugins.flatMap(({ server }) => server?.metrics ?? []).find((declared) => declared.name === name)!;
    const { from, to, ...rest } = query;
    const key = ['measure', name, signatureOf(metric), { ...rest, from: from.getTime(), to: to.getTime() }, this.#reach(metric)];
    return this.cache.remember(this.#modelsOf(metric), key, () => this.#measure(metric, query));
  }

  /** The rows behind a number, newest first. */
  async rows(name: string, { where, ...query }: Omit<MetricQuery, 'bucket' | 'by'>, { limit = 100, offset = 0 } = {}): Promise<MetricRow[]> {
    const metric = await this.find(name);
    const type = await this.tables.momentType(metric);
    const dimensions = Object.keys(metric.dimensions).map((dimension) => Prisma.sql`${dimension}::text, ${columnSql(metric, dimension)}::text`);
    const found = dimensions.length ? Prisma.sql`jsonb_build_object(${Prisma.join(dimensions)})` : Prisma.sql`'{}'::jsonb`;
    const label = metric.label === undefined ? Prisma.sql`null::text` : Prisma.raw(`r."${metric.label}"::text`);
    return this.db.$queryRaw<MetricRow[]>`
      select r.id::text as id, ${label} as label, to_char(${localSql(type, 'UTC')}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, r.value::float8 as value, ${found} as dimensions
      from (${Prisma.raw(metric.sql)}) r where ${withinSql(type, query)} and ${this.#reachSql(metric)} and ${filterSql(metric, where)}
      order by r.at desc, r.id desc limit ${limit} offset ${offset}`;
  }

  /**
   * How many clients went all the way to each of the metrics, in their order: those of the first within the range, and of each next one those
   * who were counted before, then or later within it. Metrics must have the dimension `client`; throws core.not-found where one has not.
   */
  async funnel(names: readonly string[], { from, to, where }: Omit<MetricQuery, 'bucket' | 'by' | 'zone'>): Promise<number[]> {
    const metrics = await Promise.all(names.map((name) => this.find(name)));
    if (metrics.length === 0) return [];
    const steps = await Promise.all(metrics.map((metric, index) => this.#step(metric, index, { from, to }, where)));
    const key = ['funnel', names, metrics.map((metric) => signatureOf(metric)), from.getTime(), to.getTime(), where ?? {}, metrics.map((metric) => this.#reach(metric))];
    return this.cache.remember([...new Set(metrics.flatMap((metric) => this.#modelsOf(metric)))], key, async () => {
      const counts = metrics.map((_, index) => Prisma.sql`(select count(*) from ${step(index)})::int`);
      const [row] = await this.db.$queryRaw<{ counts: number[] }[]>`with ${Prisma.join(steps)} select array[${Prisma.join(counts)}] as counts`;
      return row!.counts;
    });
  }

  async #step(metric: MetricDefinition, index: number, range: Pick<MetricQuery, 'from' | 'to'>, where: MetricFilter = {}): Promise<Prisma.Sql> {
    const client = columnSql(metric, 'client');
    const own = Object.fromEntries(Object.entries(where).filter(([dimension]) => dimension in metric.dimensions));
    const type = await this.tables.momentType(metric);
    const before = index ? Prisma.sql`join ${step(index - 1)} b on b.client = ${client}::text and ${localSql(type, 'UTC')} >= b.at - ${sameMoment}::interval` : Prisma.empty;
    return Prisma.sql`${step(index)} as materialized (
      select ${client}::text as client, min(${localSql(type, 'UTC')}) as at from (${Prisma.raw(metric.sql)}) r ${before}
      where ${client} is not null and ${withinSql(type, range)} and ${this.#reachSql(metric)} and ${filterSql(metric, own)} group by 1)`;
  }

  async #measure(metric: MetricDefinition, { bucket, by, where = {}, ...query }: MetricQuery): Promise<MetricPoint[]> {
    const rolled = await this.rollups.of(metric, this.access.tenant.zone);
    const reached = rolled && this.#reachAsFilter(metric, where);
    const kept = reached && (await this.rollups.measure(rolled, { ...query, bucket, by }, reached));
    if (kept && kept.dirty > manyBlocks) await this.upkeep.ask();
    if (kept) return kept.points;
    const began = performance.now();
    const type = await this.tables.momentType(metric);
    const at = bucket ? Prisma.sql`date_trunc(${bucket}, ${localSql(type, query.zone)})` : Prisma.sql`null::timestamp`;
    const key = by === undefined ? Prisma.sql`null::text` : Prisma.sql`${columnSql(metric, by)}::text`;
    const points = await this.db.$queryRaw<MetricPoint[]>`
      select to_char(p.at, 'YYYY-MM-DD"T"HH24:MI:SS') as at, p.key, p.value, p.count, p.sum, p.hits from (
        select ${at} as at, ${key} as key, ${valueSql(metric)} as value, count(*)::int as count,
               coalesce(sum(r.value), 0)::float8 as sum, (count(*) filter (where r.value <> 0))::int as hits
        from (${Prisma.raw(metric.sql)}) r where ${withinSql(type, query)} and ${this.#reachSql(metric)} and ${filterSql(metric, where)}
        group by 1, 2 order by 1, 3 desc nulls last, 2 limit 5000
      ) p order by p.at, p.value desc nulls last, p.key`;
    if (rolled && performance.now() - began > slowMs) await this.upkeep.ask();
    return points;
  }

  /** Whom the caller reaches: `all`, or what their reach depends on. */
  #reach(metric: MetricDefinition): unknown {
    if (!this.access.isSignedIn) return 'all';
    const scope = this.access.can(metric.permission);
    return scope === 'all' ? 'all' : [scope, this.access.user.id, this.access.user.teamId];
  }

  #reachSql(metric: MetricDefinition): Prisma.Sql {
    return this.access.isSignedIn ? reachSql(metric, this.access.can(metric.permission), this.access.user) : Prisma.sql`true`;
  }

  /** The filter together with the caller's reach, where both can be said in values of dimensions. */
  #reachAsFilter(metric: MetricDefinition, where: MetricFilter): MetricFilter | null {
    const reach = this.#reach(metric);
    if (reach === 'all') return where;
    const dimension = Object.keys(metric.dimensions).find((name) => metric.dimensions[name] === metric.owner);
    const [scope] = reach as [string];
    return scope === 'own' && dimension !== undefined && !(dimension in where) ? { ...where, [dimension]: this.access.user.id } : null;
  }

  /** The models an answer depends on; a reach by team, and names, depend on users too. */
  #modelsOf(metric: MetricDefinition): string[] {
    return [...modelsOf(metric), ...(this.#reach(metric) === 'all' ? [] : ['User'])];
  }
}

const step = (index: number) => Prisma.raw(`step_${index}`);
/** `first-reply` → `First reply`. */
const spelled = (name: string) => `${name.charAt(0).toUpperCase()}${name.slice(1).replace(/[-_]|(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase()}`;
