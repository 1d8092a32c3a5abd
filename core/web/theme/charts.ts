import { edgeContrast, hex, readableLightness } from './readable.ts';

export const chartCount = 8;
export type ChartRole = `chart-${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8}`;

/** Degrees from the brand's hue. Series that are often drawn together come first and lie far apart. */
const turns = [0, 180, 90, 270, 45, 225, 135, 315];
/** Hues that lie beside each other differ in lightness too, so that eight series can be told apart, with weak colour sight as well. */
const lightness = { light: [0.6, 0.42], dark: [0.64, 0.84] };

/**
 * Colours of up to eight series of a chart: the first carries the brand's hue, each stands out from every ground by 3:1 (WCAG 1.4.11).
 * @param brand its hue is undefined for greys, whose charts begin at a quiet blue
 */
export function makeCharts({ c, h }: { c: number; h: number | undefined }, mode: 'light' | 'dark', grounds: string[]): Record<ChartRole, string> {
  const start = h === undefined || c < 0.02 ? 250 : h;
  const entries = turns.map((turn, index) => {
    const chroma = index === 0 ? Math.min(0.19, Math.max(0.11, c)) : 0.14;
    const hue = (start + turn) % 360;
    const from = lightness[mode][index < 4 ? 0 : 1]!;
    return [`chart-${index + 1}`, hex(readableLightness(from, chroma, hue, mode === 'light' ? -1 : 1, edgeContrast, grounds), chroma, hue)];
  });
  return Object.fromEntries(entries) as Record<ChartRole, string>;
}
