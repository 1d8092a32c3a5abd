'use client';
import { Bar, BarChart, CartesianGrid, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis, type TooltipContentProps } from 'recharts';
import { useLocale } from 'next-intl';
import { directionOf } from '../../i18n/locales.ts';
import { popupClass } from '../popup.ts';
import { seriesColour, type ChartProps } from './types.ts';

interface PlotProps extends Required<Pick<ChartProps, 'label' | 'series' | 'data' | 'height' | 'format'>> {
  kind: 'line' | 'bar';
  stacked?: boolean;
  onPick?: ChartProps['onPick'];
}

const still = () => typeof matchMedia === 'function' && matchMedia('(prefers-reduced-motion: reduce)').matches;

/** The drawing, of recharts: colours of the theme, words and figures of the reader's language, from right to left where it is read so. */
export default function Plot({ kind, label, series, data, height, format, stacked, onPick }: PlotProps) {
  const rtl = directionOf(useLocale()) === 'rtl';
  const rows = data.map((point) => ({ label: point.label, ...point.values }));
  const tick = { fill: 'var(--muted)', fontSize: 12 };
  const motion = { isAnimationActive: !still(), animationDuration: 200 } as const;
  // Where the pointer is among the points, as recharts tells it.
  const pick = (state: { activeTooltipIndex?: number | string | null }) => state.activeTooltipIndex != null && onPick?.(Number(state.activeTooltipIndex), series[0]!.id);
  const Frame = kind === 'line' ? LineChart : BarChart;
  return (
    <ResponsiveContainer width="100%" height={height} initialDimension={{ width: 480, height }}>
      <Frame data={rows} title={label} accessibilityLayer {...(onPick && { onClick: pick as never, style: { cursor: 'pointer' } })} margin={{ top: 8, right: 8, bottom: 0, left: 8 }}>
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis dataKey="label" reversed={rtl} tickLine={false} axisLine={{ stroke: 'var(--line)' }} tick={tick} tickMargin={8} minTickGap={16} />
        <YAxis orientation={rtl ? 'right' : 'left'} width="auto" tickLine={false} axisLine={false} tick={tick} tickFormatter={format} />
        <Tooltip cursor={{ stroke: 'var(--line-strong)', fill: 'var(--hover)' }} isAnimationActive={false} content={(given) => <Reading {...given} format={format} series={series} />} />
        {series.map((each, index) =>
          kind === 'line' ? (
            <Line key={each.id} dataKey={each.id} name={each.label} type="monotone" stroke={seriesColour(index)} strokeWidth={2} dot={false} activeDot={{ r: 4 }} connectNulls {...motion} />
          ) : (
            <Bar key={each.id} dataKey={each.id} name={each.label} fill={seriesColour(index)} radius={stacked ? 0 : [3, 3, 0, 0]} maxBarSize={40} stackId={stacked ? 'all' : undefined} {...motion} />
          ),
        )}
      </Frame>
    </ResponsiveContainer>
  );
}

/** What the values are where the pointer or the keyboard stands. */
function Reading({ active, payload, label, format, series }: Pick<TooltipContentProps<number, string>, 'active' | 'label'> & { payload?: readonly { dataKey?: unknown; value?: unknown }[]; format: (value: number) => string; series: ChartProps['series'] }) {
  if (!active || !payload?.length) return null;
  return (
    <div className={`${popupClass} px-3 py-2 text-sm`}>
      <p className="font-medium">{label}</p>
      {series.map((each, index) => {
        const value = payload.find(({ dataKey }) => dataKey === each.id)?.value;
        return (
          <p key={each.id} className="flex items-center gap-2 text-muted">
            <span aria-hidden className="size-2 rounded-full" style={{ background: seriesColour(index) }} />
            {each.label}
            <span className="ms-auto ps-4 text-fg tabular-nums">{typeof value === 'number' ? format(value) : '—'}</span>
          </p>
        );
      })}
    </div>
  );
}
