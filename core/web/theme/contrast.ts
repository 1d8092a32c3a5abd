import type { Brand } from '@loctelli/core';
import { wcagContrast } from 'culori';
import { edgeContrast, makePalette, textContrast, type Palette, type Role } from './palette.ts';

const shown = [
  ['text', 'fg', 'canvas', textContrast],
  ['muted', 'muted', 'surface', textContrast],
  ['button', 'on-accent', 'accent', textContrast],
  ['link', 'accent-text', 'surface', textContrast],
  ['shape', 'accent', 'surface', edgeContrast],
  ['sidebar', 'sidebar-muted', 'sidebar', textContrast],
] as const satisfies [string, Role, Role, number][];

export interface ContrastPair {
  id: (typeof shown)[number][0];
  text: string;
  ground: string;
  ratio: number;
  /** What WCAG 2.2 AA asks for. */
  needed: number;
}

/** The contrast of what is seen most, with what the palette had to change for it. */
export function contrastOf(brand: Brand, mode: 'light' | 'dark'): { pairs: ContrastPair[]; corrections: Palette['corrections'] } {
  const { roles, corrections } = makePalette(brand.colour, mode, brand);
  const pairs = shown.map(([id, text, ground, needed]) => ({ id, text: roles[text], ground: roles[ground], ratio: wcagContrast(roles[text], roles[ground]), needed }));
  return { pairs, corrections };
}
