export interface ChartSeries {
  id: string;
  label: string;
}

/** One place on the axis, with a value for each series. */
export interface ChartPoint {
  label: string;
  values: Readonly<Record<string, number | null>>;
}

export interface ChartProps {
  /** What the chart shows; it is the name of chart and table alike. */
  label: string;
  series: readonly ChartSeries[];
  data: readonly ChartPoint[];
  /** Values as they are read, such as money; plain numbers without it. */
  format?: (value: number) => string;
  /** Makes a value open what is behind it: the place in `data` and the series. In the drawing a press chooses the place, and the first series. */
  onPick?: (index: number, seriesId: string) => void;
  /** Pixels. */
  height?: number;
  className?: string;
}

/** Colour of a series by its place; after eight they begin again. */
export const seriesColour = (index: number) => `var(--chart-${(index % 8) + 1}, var(--accent))`;
