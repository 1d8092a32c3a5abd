'use client';
import { useTranslations } from 'next-intl';
import { BarChart, LineChart, type ChartPoint, type ChartSeries } from '@loctelli/core/web';
import { useNumbers } from '../data/use-numbers.ts';
import { whereOf, type TileProps } from './types.ts';

/** A line or bars: over time, or by the values of a dimension. */
export function ChartTile({ tile, answer, range, title, onOpen }: TileProps) {
  const t = useTranslations('analytics.public.tile');
  const numbers = useNumbers();
  const Chart = tile.kind === 'line' ? LineChart : BarChart;
  const format = (value: number) => numbers.say(value, answer.metrics[0]!);
  const height = tile.size === 'large' ? 280 : 200;
  if (answer.groups.length) {
    const series: ChartSeries[] = [
      ...answer.metrics.map(({ name, title }) => ({ id: name, label: title })),
      ...(range.compare && answer.metrics.length === 1 ? [{ id: 'previous', label: numbers.days(range.compare.fromDay, range.compare.toDay) }] : []),
    ];
    const data: ChartPoint[] = answer.groups.map(({ label, values }) => ({
      label: label ?? t('none'),
      values: { ...Object.fromEntries(answer.metrics.map(({ name }, index) => [name, values[index]?.value ?? null])), previous: values[0]?.previous ?? null },
    }));
    const pick = (index: number, id: string) => onOpen?.({ metric: id === 'previous' ? answer.metrics[0]!.name : id, where: whereOf(tile, answer.by, answer.groups[index]!.key) });
    return <Chart label={title} series={series} data={data} format={format} height={height} onPick={onOpen && pick} />;
  }
  const idOf = (index: number) => `s${index}`;
  const single = answer.series.length === 1 ? answer.series[0]! : null;
  const series: ChartSeries[] = [
    ...answer.series.map(({ metric, key, label }, index) => ({ id: idOf(index), label: key === null && label === null ? (single || answer.metrics.length > 1 ? titleOf(metric) : t('none')) : (label ?? t('none')) })),
    ...(single?.previous && range.compare ? [{ id: 'previous', label: numbers.days(range.compare.fromDay, range.compare.toDay) }] : []),
  ];
  const data: ChartPoint[] = answer.buckets.map((day, index) => ({
    label: numbers.day(day, answer.bucket === 'month' ? { month: 'short', year: '2-digit' } : undefined),
    values: { ...Object.fromEntries(answer.series.map(({ values }, line) => [idOf(line), values[index] ?? null])), previous: single?.previous?.[index] ?? null },
  }));
  const pick = (index: number, id: string) => {
    const line = answer.series[Number(id.slice(1))] ?? answer.series[0]!;
    onOpen?.({ metric: line.metric, where: whereOf(tile, answer.by, line.key), at: { day: answer.buckets[index]!, bucket: answer.bucket! } });
  };
  return <Chart label={title} series={series} data={data} format={format} height={height} onPick={onOpen && pick} />;

  function titleOf(name: string): string {
    return answer.metrics.find((metric) => metric.name === name)?.title ?? name;
  }
}
