/** What a metric's numbers are. `share` metrics are percentages, durations are seconds, money is in the unit of its currency. */
export const metricUnits = ['count', 'percent', 'seconds', 'money'] as const;
export type MetricUnit = (typeof metricUnits)[number];

/** How the rows of a metric become one number. `share` is the percentage of rows whose value is not 0. */
export const metricAggregates = ['count', 'sum', 'avg', 'median', 'share'] as const;
export type MetricAggregate = (typeof metricAggregates)[number];

/** What the values of a dimension are ids of, so that names are shown for them. */
export type MetricReference = 'user' | 'team';

/** A number that a plugin offers, computed from rows of its own tables. */
export interface MetricDefinition {
  /** `<plugin>.<what>`, such as `bookings.booked`. Its words are `<plugin>.metrics.<what>`, and `<plugin>.metrics.<what>About` where there is more to say. */
  readonly name: string;
  readonly unit: MetricUnit;
  readonly aggregate: MetricAggregate;
  /**
   * A SELECT of one row per thing that is counted: `id`, `at` (when it happened: a DateTime of Prisma, or timestamptz), `value` (numeric) and the dimensions' columns.
   * It names no tenant: it runs on the tenant's own connection. Names of tables stand in quotes: what it is made from is read from them.
   */
  readonly sql: string;
  /**
   * What it can be split by: name → column of the SELECT. Words: `<plugin>.dimensions.<name>`, and for values that are words of the plugin,
   * `<plugin>.dimensionValues.<name>.<value>`. Names mean the same in every metric: `client` is the client's id and joins metrics into a funnel
   * (nothing is split by it); `currency` is the currency of a metric of money, whose numbers are never added over two of them.
   */
  readonly dimensions: Readonly<Record<string, string>>;
  /** Dimensions whose values are ids; the one of the owner's column is a user's by itself. */
  readonly refers?: Readonly<Record<string, MetricReference>>;
  /**
   * Fields of models that it shows and that a role may be refused, as `<Model>.<field>`: by the dimension, and for the number itself under `value`. Who is
   * refused one does not get the dimension, or not the metric.
   */
  readonly fields?: Readonly<Record<string, string>>;
  /** Who may see it. Where its scope is not `all`, only rows of the reachable owners count. */
  readonly permission: string;
  /** Column of the SELECT that holds the owner's user id. */
  readonly owner?: string;
  /** Page that lists the rows behind a number; `{from}` and `{to}` become instants, `{fromDay}` and `{toDay}` the first and last day, `{<dimension>}` its value. */
  readonly drill?: string;
  /** Page of one row; `{id}` and `{<dimension>}` are filled in. */
  readonly record?: string;
  /** Column of the SELECT with what a row is called. */
  readonly label?: string;
  /** A place in a funnel that begins by itself: `sales` leads from a lead to what was won. */
  readonly funnel?: { readonly id: string; readonly order: number };
  /**
   * Model whose rows these are: `id` is its id, and nothing but that row and the tables joined to it decides what the row says. Where these models are
   * watched (`select watch_rows('<model>')` in a migration), daily sums are kept, so that a million rows answer at once.
   */
  readonly rows?: string;
}

/** Declares a metric; list it under `metrics` of `definePlugin`. Throws for a name or column that could not be one. */
export function defineMetric(metric: MetricDefinition): MetricDefinition {
  const columns = [...Object.values(metric.dimensions), ...[metric.owner, metric.label].filter((column) => column !== undefined)];
  if (!/^[a-z][a-z0-9-]*\.[a-zA-Z][\w-]*$/.test(metric.name)) throw new Error(`"${metric.name}" is no name of a metric: <plugin>.<what>.`);
  const wrong = columns.find((column) => !/^[a-zA-Z_][a-zA-Z0-9_]*$/.test(column));
  if (wrong !== undefined) throw new Error(`"${wrong}" of the metric ${metric.name} is no name of a column.`);
  const unknown = Object.keys(metric.refers ?? {}).find((name) => !(name in metric.dimensions));
  if (unknown !== undefined) throw new Error(`"${unknown}" is no dimension of the metric ${metric.name}.`);
  const misplaced = Object.entries(metric.fields ?? {}).find(([place, field]) => (place !== 'value' && !(place in metric.dimensions)) || !/^\w+\.\w+$/.test(field));
  if (misplaced !== undefined) throw new Error(`"${misplaced.join(': ')}" of the metric ${metric.name} says of no dimension, and not of \`value\`, which <Model>.<field> it shows.`);
  return metric;
}
