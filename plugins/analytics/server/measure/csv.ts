import { stringify } from 'csv-stringify/sync';
import type { ResolvedRange, TileAnswer } from '../../contract.ts';

const options = { bom: true, escape_formulas: true, record_delimiter: 'windows' } as const;
type Cell = string | number | null;

/** A tile as a table: the range in its first row, then what it shows. UTF-8 with a byte order mark; nothing a spreadsheet would run as a formula. */
export const tileCsv = (answer: TileAnswer, range: ResolvedRange): string => stringify(tileTable(answer, range), options);

/** The rows of several tiles below each other, each under its title. */
export const dashboardCsv = (parts: { title: string; answer: TileAnswer }[], range: ResolvedRange): string =>
  stringify(parts.flatMap(({ title, answer }, index) => [...(index ? [[]] : []), [title], ...tileTable(answer, range)]), { ...options, quoted_empty: false });

function tileTable(answer: TileAnswer, range: ResolvedRange): Cell[][] {
  const span = [`${range.fromDay} – ${range.toDay}`, range.zone];
  const before = range.compare && `${range.compare.fromDay} – ${range.compare.toDay}`;
  const heads = answer.metrics.map(({ title, currency }) => (currency ? `${title} (${currency})` : title));
  if (answer.goal) {
    const { name, metricTitle, value, target, projected, fromDay, toDay } = answer.goal;
    return [[`${fromDay} – ${toDay}`, range.zone], [name, metricTitle], [value, target, projected]];
  }
  if (answer.groups.length) return [span, ['', ...heads.flatMap((head) => (before ? [head, before] : [head]))], ...answer.groups.map(({ label, values }) => [label, ...values.flatMap(({ value, previous }) => (before ? [value, previous] : [value]))])];
  if (answer.kind === 'kpi' || answer.kind === 'funnel' || !answer.buckets.length) return [span, ['', `${range.fromDay} – ${range.toDay}`, before], ...answer.totals.map(({ value, previous }, index) => [heads[index] ?? '', value, previous])];
  const lines = answer.series.map(({ metric, label, key }) => (key === null && label === null && answer.series.length === answer.metrics.length ? heads[answer.metrics.findIndex(({ name }) => name === metric)]! : (label ?? '—')));
  return [span, [answer.bucket, ...lines], ...answer.buckets.map((day, index) => [day, ...answer.series.map(({ values }) => values[index] ?? null)])];
}
