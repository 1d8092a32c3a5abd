import type { Brand } from '@loctelli/core';
import { converter, wcagContrast } from 'culori';
import { makeCharts, type ChartRole } from './charts.ts';
import { edgeContrast, hex, readable, readableLightness, textContrast } from './readable.ts';
import { makeSidebar, type SidebarRole } from './sidebar.ts';

export { edgeContrast, textContrast } from './readable.ts';

const toOklch = converter('oklch');

/** Colour roles of one theme. Every pair that carries text or a control edge meets WCAG 2.2 AA by construction. */
export interface Palette {
  roles: Record<Role, string>;
  /** What had to change so that the brand colour stays readable; empty when it was used as given. */
  corrections: ('accent-adjusted' | 'dark-text-on-accent')[];
}

const tones = ['danger', 'success', 'warning', 'info'] as const;
type Tone = (typeof tones)[number];
const toneHue: Record<Tone, number> = { danger: 25, success: 152, warning: 70, info: 245 };

export type Role =
  | 'canvas' | 'surface' | 'raised' | 'sunken' | 'hover' | 'line' | 'line-strong' | 'fg' | 'muted' | 'subtle' | 'shadow' | 'scrim'
  | 'accent' | 'accent-hover' | 'on-accent' | 'accent-text' | 'accent-soft' | 'on-accent-soft' | 'focus'
  | Tone | `on-${Tone}` | `${Tone}-text` | `${Tone}-soft`
  | ChartRole | SidebarRole;

/** Lightness of the quiet surfaces; hue and a trace of chroma come from the brand. */
const ladder = {
  light: { canvas: 0.984, surface: 1, raised: 1, sunken: 0.964, hover: 0.955, line: 0.915, fg: 0.22, soft: 0.945, shadow: 0.3 },
  dark: { canvas: 0.168, surface: 0.2, raised: 0.232, sunken: 0.238, hover: 0.256, line: 0.298, fg: 0.955, soft: 0.285, shadow: 0.05 },
};

/** How much of the brand's hue the quiet surfaces carry. */
const tints: Record<Brand['tint'], number> = { none: 0, soft: 1, strong: 2.4 };

/**
 * Makes the colour roles of one theme from one brand colour and two choices.
 * @param brandColour six-digit hex; anything that is no colour counts as mid grey
 */
export function makePalette(brandColour: string, mode: 'light' | 'dark', { tint: strength = 'soft', sidebar = 'light' }: Partial<Pick<Brand, 'tint' | 'sidebar'>> = {}): Palette {
  const brand = toOklch(brandColour) ?? { mode: 'oklch' as const, l: 0.5, c: 0, h: 0 };
  const hue = brand.h ?? 0;
  const chroma = brand.c;
  const trace = Math.min(chroma, 0.1);
  const steps = ladder[mode];
  const away = mode === 'light' ? -1 : 1;
  const tint = (mode === 'light' ? 0.04 : 0.1) * (tints[strength] ?? 1);
  const neutral = (l: number, strength = tint) => hex(l, l >= 1 ? 0 : trace * strength, hue);

  const canvas = neutral(steps.canvas);
  const surface = neutral(steps.surface);
  const raised = neutral(steps.raised);
  const sunken = neutral(steps.sunken, tint * 1.4);
  const hover = neutral(steps.hover, tint * 1.6);
  const grounds = [canvas, surface, raised, sunken, hover];
  const text = (l: number, c: number, h: number, ratio: number, against = grounds) => readable(l, c, h, away, ratio, against);

  const accent = makeAccent({ l: brand.l, c: chroma, h: hue }, mode, grounds);
  const accentSoft = hex(steps.soft, Math.min(chroma, mode === 'light' ? 0.028 : 0.05), hue);
  const roles = {
    canvas,
    surface,
    raised,
    sunken,
    hover,
    line: neutral(steps.line, tint * 2),
    'line-strong': text(mode === 'light' ? 0.72 : 0.42, trace * 0.2, hue, edgeContrast),
    fg: neutral(steps.fg, 0.15),
    muted: text(mode === 'light' ? 0.47 : 0.74, trace * 0.2, hue, 5.2),
    subtle: text(mode === 'light' ? 0.6 : 0.6, trace * 0.2, hue, textContrast),
    shadow: neutral(steps.shadow, 0.2),
    scrim: neutral(mode === 'light' ? 0.25 : 0.05, 0.2),
    ...accent.roles,
    'accent-soft': accentSoft,
    'accent-text': text(mode === 'light' ? Math.min(brand.l, 0.56) : Math.max(brand.l, 0.74), chroma, hue, textContrast, [...grounds, accentSoft]),
    'on-accent-soft': text(mode === 'light' ? 0.42 : 0.86, Math.min(chroma, 0.12), hue, 5.5, [accentSoft, surface]),
    focus: text(mode === 'light' ? Math.min(brand.l, 0.62) : Math.max(brand.l, 0.66), chroma, hue, edgeContrast, [...grounds, accentSoft]),
  } as Record<Role, string>;
  for (const tone of tones) Object.assign(roles, makeTone(tone, mode, grounds));
  Object.assign(roles, makeCharts({ c: chroma, h: brand.h }, mode, grounds), makeSidebar({ style: sidebar, mode, brand: { l: brand.l, c: chroma, h: hue }, roles }));
  return { roles, corrections: accent.corrections };
}

/** The filled accent: the brand colour itself where it can be told from the page and carries its label; else the nearest that does. */
function makeAccent({ l, c, h }: { l: number; c: number; h: number }, mode: 'light' | 'dark', grounds: string[]) {
  const away = mode === 'light' ? -1 : 1;
  const visible = readableLightness(l, c, h, away, edgeContrast, grounds);
  const white = '#ffffff';
  const ink = hex(0.16, Math.min(c, 0.03), h);
  const withWhite = readableLightness(visible, c, h, -1, textContrast, [white]);
  const whiteStaysVisible = grounds.every((ground) => wcagContrast(hex(withWhite, c, h), ground) >= edgeContrast);
  // White on the accent is what people expect of a button; it is kept while it costs at most a step of lightness, not for yellow.
  const useWhite = whiteStaysVisible && l - withWhite <= 0.2;
  const on = useWhite ? white : ink;
  const lightness = useWhite ? withWhite : readableLightness(visible, c, h, 1, textContrast, [ink]);
  const solid = hex(lightness, c, h);
  const corrections: Palette['corrections'] = [];
  if (Math.abs(lightness - l) > 0.005) corrections.push('accent-adjusted');
  if (!useWhite) corrections.push('dark-text-on-accent');
  const pressed = Math.min(1, Math.max(0, lightness + (useWhite ? -0.045 : 0.045)));
  // A light accent on a light page must not wash out when hovered.
  const hovered = grounds.every((ground) => wcagContrast(hex(pressed, c, h), ground) >= edgeContrast) ? hex(pressed, c, h) : solid;
  return { roles: { accent: solid, 'accent-hover': hovered, 'on-accent': on }, corrections };
}

function makeTone(tone: Tone, mode: 'light' | 'dark', grounds: string[]): Partial<Record<Role, string>> {
  const h = toneHue[tone];
  const away = mode === 'light' ? -1 : 1;
  const soft = hex(ladder[mode].soft, mode === 'light' ? 0.03 : 0.045, h);
  const solid = readable(0.56, 0.17, h, -1, textContrast, ['#ffffff']);
  return {
    [tone]: solid,
    [`on-${tone}`]: '#ffffff',
    [`${tone}-soft`]: soft,
    [`${tone}-text`]: readable(mode === 'light' ? 0.5 : 0.8, mode === 'light' ? 0.15 : 0.12, h, away, textContrast, [...grounds, soft]),
  };
}
