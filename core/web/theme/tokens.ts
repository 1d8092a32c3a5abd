import { plainBrand, type Brand } from '@loctelli/core';
import { fontStacks } from './fonts.ts';
import { makePalette } from './palette.ts';

/** Look of a page that belongs to no tenant. */
export const neutralBrand: Brand = {
  ...plainBrand,
  ...{ name: '', colour: '#52606d', logo: null, logoDark: null, favicon: null, tagline: null, mailSender: '', links: {}, wording: {} },
};

const headings: Record<Brand['headings'], number> = { medium: 500, semibold: 600, bold: 700 };

const made = new Map<string, string>();

/**
 * CSS custom properties of one brand: colours for light and dark, radius, density and font.
 * Holds only numbers, palette colours and font stacks of ours, never text a tenant typed.
 */
export function brandCss(brand: Brand): string {
  const key = lookOf(brand);
  const known = made.get(key);
  if (known) return known;
  const light = coloursOf(brand, 'light');
  const dark = coloursOf(brand, 'dark');
  const css = [
    `:root{color-scheme:light;${light}${shape(brand)}}`,
    `@media (prefers-color-scheme:dark){:root:not([data-theme=light]){color-scheme:dark;${dark}}}`,
    `:root[data-theme=dark]{color-scheme:dark;${dark}}`,
  ].join('');
  if (made.size > 500) made.clear();
  made.set(key, css);
  return css;
}

/** The same for what stands in a shadow root on a page of others: its host carries the properties, and `data-theme` there decides against the visitor's choice. */
export function hostCss(brand: Brand): string {
  const [light, dark] = [coloursOf(brand, 'light'), coloursOf(brand, 'dark')];
  return [
    `:host{color-scheme:light;${light}${shape(brand)}}`,
    `@media (prefers-color-scheme:dark){:host(:not([data-theme=light])){color-scheme:dark;${dark}}}`,
    `:host([data-theme=dark]){color-scheme:dark;${dark}}`,
  ].join('');
}

/** The same properties for one element and one theme, such as the brand editor's preview. */
export function brandProperties(brand: Brand, mode: 'light' | 'dark'): Record<`--${string}`, string> {
  const css = `${coloursOf(brand, mode)}${shape(brand)}`;
  const pairs = css.split(';').filter(Boolean).map((pair) => [pair.slice(0, pair.indexOf(':')), pair.slice(pair.indexOf(':') + 1)]);
  return Object.fromEntries(pairs) as Record<`--${string}`, string>;
}

/** What of a brand decides how it is drawn. */
const lookOf = ({ colour, tint, sidebar, radius, buttons, density, font, headings: weight }: Brand) =>
  [colour, tint, sidebar, radius, buttons, density, font, weight].join('|');

function coloursOf(brand: Brand, mode: 'light' | 'dark'): string {
  const { roles } = makePalette(brand.colour, mode, brand);
  return Object.entries(roles)
    .map(([role, colour]) => `--${role}:${colour};`)
    .concat(whichLogo('', mode === 'dark'), whichLogo('sidebar-', mode === 'dark' || brand.sidebar === 'dark'))
    .join('');
}

/** Of two logos, the one for the surface is shown. */
const whichLogo = (part: string, dark: boolean) => `--${part}logo-light:${dark ? 'none' : 'block'};--${part}logo-dark:${dark ? 'block' : 'none'};`;

function shape(brand: Brand): string {
  const radius = Math.min(20, Math.max(0, Math.round(Number(brand.radius) || 0)));
  const compact = brand.density === 'compact';
  return [
    `--radius:${radius}px;--button-radius:${brand.buttons === 'pill' ? '999px' : `${radius}px`};`,
    `--control:${compact ? 32 : 36}px;--row:${compact ? 36 : 44}px;`,
    `--font:${fontStacks[brand.font] ?? fontStacks.inter};--heading:${headings[brand.headings] ?? headings.semibold};`,
  ].join('');
}
