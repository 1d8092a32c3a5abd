import { clampChroma, formatHex, wcagContrast } from 'culori';

export const textContrast = 4.5;
export const edgeContrast = 3;

/** First colour from `l` towards black (-1) or white (1) that has `ratio` against every ground. */
export function readable(l: number, c: number, h: number, towards: number, ratio: number, against: string[]): string {
  return hex(readableLightness(l, c, h, towards, ratio, against), c, h);
}

export function readableLightness(l: number, c: number, h: number, towards: number, ratio: number, against: string[]): number {
  // White and black themselves lie outside the steps; without this a white brand would count as found at once.
  for (let step = Math.min(0.995, Math.max(0.005, l)); step > 0 && step < 1; step += towards * 0.005) {
    const colour = hex(step, c, h);
    if (against.every((ground) => wcagContrast(colour, ground) >= ratio)) return step;
  }
  return towards < 0 ? 0 : 1;
}

/** The nearest colour a screen can show, as six-digit hex. */
export function hex(l: number, c: number, h: number): string {
  return formatHex(clampChroma({ mode: 'oklch', l, c, h }, 'oklch'));
}
