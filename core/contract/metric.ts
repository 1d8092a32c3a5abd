/** What a metric's numbers are. `share` metrics are percentages, durations are seconds, money is in the unit of its currency. */
export const metricUnits = ['count', 'percent', 'seconds', 'money'] as const;
export type MetricUnit = (typeof metricUnits)[number];

/** How the rows of a metric become one number. `share` is the percentage of rows whose value is not 0. */
export const metricAggregates = ['count', 'sum', 'avg', 'median', 'share'] as const;
export type MetricAggregate = (typeof metricAggregates)[number];

/** A number that a plugin offers, computed from rows of its own tables. */
export interface MetricDefinition {
  /** `<plugin>.<what>`, such as `bookings.booked`. Its words are `<plugin>.metrics.<what>`. */
  readonly name: string;
  readonly unit: MetricUnit;
  readonly aggregate: MetricAggregate;
  /**
   * A SELECT of one row per thing that is counted: `id`, `at` (when it happened: a DateTime of Prisma, or timestamptz), `value` (numeric) and the dimensions' columns.
   * It names no tenant: it runs on the tenant's own connection.
   */
  readonly sql: string;
  /** What it can be split by: name → column of the SELECT. */
  readonly dimensions: Readonly<Record<string, string>>;
  /** Who may see it. Where its scope is not `all`, only rows of the reachable owners count. */
  readonly permission: string;
  /** Column of the SELECT that holds the owner's user id. */
  readonly owner?: string;
  /** Page that lists the rows behind a number; `{from}` and `{to}` become instants, `{<dimension>}` its value. */
  readonly drill?: string;
}

/** Declares a metric; list it under `metrics` of `definePlugin`. Throws for a name or column that could not be one. */
export function defineMetric(metric: MetricDefinition): MetricDefinition {
  const columns = [...Object.values(metric.dimensions), ...(metric.owner ? [metric.owner] : [])];
  if (!/^[a-z][a-z0-9-]*\.[a-zA-Z][\w-]*$/.test(metric.name)) throw new Error(`"${metric.name}" is no name of a metric: <plugin>.<what>.`);
  const wrong = columns.find((column) => !/^[a-zA-Z_][a-zA-Z0-9_]*$/.test(column));
  if (wrong !== undefined) throw new Error(`"${wrong}" of the metric ${metric.name} is no name of a column.`);
  return metric;
}
