'use client';
import { lazy, Suspense } from 'react';
import { useFormats } from '../../i18n/formats.ts';
import { Skeleton } from '../skeleton.tsx';
import { ChartFrame } from './chart-frame.tsx';
import { seriesColour, type ChartProps } from './types.ts';

// recharts is large: it is fetched when the first chart is shown.
const Plot = lazy(() => import('./plot.tsx'));

function Drawn({ kind, stacked, height = 240, format, ...props }: ChartProps & { kind: 'line' | 'bar'; stacked?: boolean }) {
  const formats = useFormats();
  const say = format ?? ((value: number) => formats.number(value));
  return (
    <ChartFrame {...props} format={say}>
      <div style={{ height }} dir="ltr">
        <Suspense fallback={<Skeleton className="size-full rounded-md" />}>
          <Plot kind={kind} stacked={stacked} label={props.label} series={props.series} data={props.data} height={height} format={say} onPick={props.onPick} />
        </Suspense>
      </div>
    </ChartFrame>
  );
}

/** How values went over time. Read point by point with the arrow keys, or as a table. */
export const LineChart = (props: ChartProps) => <Drawn kind="line" {...props} />;

/** Values side by side, or on top of each other. */
export const BarChart = (props: ChartProps & { stacked?: boolean }) => <Drawn kind="bar" {...props} />;

export interface FunnelChartProps {
  label: string;
  /** What the values count, such as "Clients". */
  valueLabel: string;
  steps: readonly { label: string; value: number }[];
  format?: (value: number) => string;
  /** Makes a step open what is behind it. */
  onPick?: (index: number) => void;
  className?: string;
}

/** How many of the first step reached each of the next. */
export function FunnelChart({ label, valueLabel, steps, format, onPick, className }: FunnelChartProps) {
  const formats = useFormats();
  const say = format ?? ((value: number) => formats.number(value));
  const most = Math.max(1, ...steps.map((step) => step.value));
  const first = steps[0]?.value ?? 0;
  return (
    <ChartFrame label={label} className={className} series={[{ id: 'value', label: valueLabel }]} data={steps.map((step) => ({ label: step.label, values: { value: step.value } }))} format={say} onPick={onPick}>
      <ol className="flex flex-col gap-2">
        {steps.map((step, index) => (
          <li key={index} className="grid grid-cols-[minmax(5rem,9rem)_1fr_auto] items-center gap-3">
            <span className="truncate text-muted">{step.label}</span>
            <span aria-hidden className="h-7 overflow-hidden rounded-sm bg-sunken">
              <span className="block h-full rounded-sm transition-[width] duration-200" style={{ width: `${(step.value / most) * 100}%`, background: seriesColour(0), opacity: 1 - index * 0.1 }} />
            </span>
            <span className="text-end tabular-nums">
              {onPick ? (
                <button type="button" className="rounded-sm underline decoration-line-strong underline-offset-4 hover:decoration-current" onClick={() => onPick(index)}>
                  {say(step.value)}
                </button>
              ) : (
                say(step.value)
              )}{' '}
              {first > 0 && <span className="text-sm text-muted">{formats.percent(step.value / first)}</span>}
            </span>
          </li>
        ))}
      </ol>
    </ChartFrame>
  );
}

/** A line the size of a word beside a figure; the figure says what it means. */
export function Sparkline({ values, label, className }: { values: readonly number[]; label: string; className?: string }) {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const spread = most - least || 1;
  const points = values.map((value, index) => `${((index / Math.max(1, values.length - 1)) * 96 + 2).toFixed(1)},${(26 - ((value - least) / spread) * 24).toFixed(1)}`).join(' ');
  return (
    <svg viewBox="0 0 100 28" role="img" aria-label={label} preserveAspectRatio="none" className={className ?? 'h-7 w-24 rtl:-scale-x-100'}>
      <polyline points={points} fill="none" strokeWidth="2" vectorEffect="non-scaling-stroke" strokeLinejoin="round" strokeLinecap="round" className="stroke-chart-1" />
    </svg>
  );
}
