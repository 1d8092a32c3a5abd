import type { Brand } from '@loctelli/core';
import { makePalette, type Palette } from './palette.ts';

/** Look of a page that belongs to no tenant. */
export const neutralBrand: Brand = {
  name: '',
  colour: '#52606d',
  radius: 8,
  density: 'comfortable',
  font: 'inter',
  logo: null,
  favicon: null,
  tagline: null,
  mailSender: '',
  links: {},
};

const arabic = "'Noto Sans Arabic Variable'";
const fontStack: Record<Brand['font'], string> = {
  inter: `'Inter Variable', ${arabic}, system-ui, sans-serif`,
  system: `system-ui, -apple-system, 'Segoe UI', ${arabic}, sans-serif`,
  serif: `ui-serif, Georgia, 'Times New Roman', ${arabic}, serif`,
};

const made = new Map<string, string>();

/**
 * CSS custom properties of one brand: colours for light and dark, radius, density and font.
 * Holds only numbers, palette colours and font stacks of ours, never text a tenant typed.
 */
export function brandCss(brand: Brand): string {
  const key = `${brand.colour}|${brand.radius}|${brand.density}|${brand.font}`;
  const known = made.get(key);
  if (known) return known;
  const light = declare(makePalette(brand.colour, 'light'));
  const dark = declare(makePalette(brand.colour, 'dark'));
  const css = [
    `:root{color-scheme:light;${light}${shape(brand)}}`,
    `@media (prefers-color-scheme:dark){:root:not([data-theme=light]){color-scheme:dark;${dark}}}`,
    `:root[data-theme=dark]{color-scheme:dark;${dark}}`,
  ].join('');
  if (made.size > 500) made.clear();
  made.set(key, css);
  return css;
}

function declare(palette: Palette): string {
  return Object.entries(palette.roles)
    .map(([role, colour]) => `--${role}:${colour};`)
    .join('');
}

function shape(brand: Brand): string {
  const radius = Math.min(20, Math.max(0, Math.round(Number(brand.radius) || 0)));
  const compact = brand.density === 'compact';
  return `--radius:${radius}px;--control:${compact ? 32 : 36}px;--row:${compact ? 36 : 44}px;--font:${fontStack[brand.font] ?? fontStack.inter};`;
}
