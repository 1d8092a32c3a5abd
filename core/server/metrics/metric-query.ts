export const metricBuckets = ['hour', 'day', 'week', 'month'] as const;
export type MetricBucket = (typeof metricBuckets)[number];

type Value = string | number | null;
/** Dimension → the value its rows have, or several of which it is one; null stands for none. */
export type MetricFilter = Readonly<Record<string, Value | readonly Value[]>>;

/** What is asked of a metric: rows that happened from `from` on and before `to`. */
export interface MetricQuery {
  from: Date;
  to: Date;
  /** IANA zone in which buckets begin; weeks begin on Monday (ISO 8601). */
  zone: string;
  /** One row per bucket that has any; one for the whole range unless told. */
  bucket?: MetricBucket | undefined;
  /** One row per value of this dimension. */
  by?: string | undefined;
  /** Only rows whose dimensions have these values. */
  where?: MetricFilter | undefined;
}

/** One number. */
export interface MetricPoint {
  /** Local start of the bucket in the zone asked for, such as `2026-03-29T00:00:00`; null without buckets. */
  at: string | null;
  /** Value of the dimension; null without one, and for rows that have none. */
  key: string | null;
  /** By the metric's aggregate; null where it has nothing to go by, such as the mean of no rows. */
  value: number | null;
  /** Rows behind it, and what makes numbers of several ranges one: the sum of their values and how many were not 0. */
  count: number;
  sum: number;
  hits: number;
}

/** A row behind a number. */
export interface MetricRow {
  id: string;
  /** What it is called, where the metric says so. */
  label: string | null;
  at: string;
  value: number;
  dimensions: Record<string, string | null>;
}
