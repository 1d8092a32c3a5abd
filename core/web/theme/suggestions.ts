import { hex } from './readable.ts';

/** Colours to begin a brand with: each readable with white on it. */
export const suggestedColours: readonly string[] = [25, 45, 70, 130, 155, 185, 215, 245, 265, 290, 325, 0]
  .map((hue) => hex(0.52, 0.16, hue))
  .concat(hex(0.35, 0.02, 260));
