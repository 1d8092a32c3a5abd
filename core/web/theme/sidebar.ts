import type { Brand } from '@loctelli/core';
import { edgeContrast, hex, readable, textContrast } from './readable.ts';

const parts = ['fg', 'muted', 'hover', 'line', 'line-strong', 'active', 'on-active', 'focus'] as const;
export type SidebarRole = 'sidebar' | `sidebar-${(typeof parts)[number]}`;

interface Wanted {
  style: Brand['sidebar'];
  mode: 'light' | 'dark';
  brand: { l: number; c: number; h: number };
  /** The page's own roles: a light sidebar takes them. */
  roles: Record<string, string>;
}

/**
 * Colours of the sidebar: like the page, tinted with the brand, or deep in the brand's colour in both themes. `theme.css` lays them over
 * the page's roles inside `.sidebar`, so that what stands there is drawn by the same components.
 */
export function makeSidebar({ style, mode, brand: { c, h }, roles }: Wanted): Record<SidebarRole, string> {
  if (style !== 'tinted' && style !== 'dark') return likePage(roles);
  const dark = style === 'dark' || mode === 'dark';
  const step = dark ? 1 : -1;
  const ground = style === 'dark' ? { l: mode === 'light' ? 0.27 : 0.19, c: Math.min(c, 0.075) } : { l: mode === 'light' ? 0.952 : 0.225, c: Math.min(c, mode === 'light' ? 0.026 : 0.035) };
  const shade = (by: number, more = 1) => hex(Math.max(0, ground.l + by * step), ground.c * more, h);
  const sidebar = shade(0);
  const hover = shade(0.04);
  const active = shade(style === 'dark' ? 0.11 : 0.065, style === 'dark' ? 1.4 : 2.2);
  const on = (l: number, chroma: number, ratio: number, grounds: string[]) => readable(l, chroma, h, step, ratio, grounds);
  return {
    sidebar,
    'sidebar-hover': hover,
    'sidebar-active': active,
    'sidebar-line': shade(0.075),
    'sidebar-line-strong': on(dark ? 0.5 : 0.68, ground.c, edgeContrast, [sidebar, hover]),
    'sidebar-fg': on(dark ? 0.95 : 0.24, ground.c * 0.3, textContrast, [sidebar, hover, active]),
    'sidebar-muted': on(dark ? 0.76 : 0.45, ground.c * 0.5, textContrast, [sidebar, hover]),
    'sidebar-on-active': on(dark ? 0.93 : 0.4, dark ? ground.c * 0.4 : Math.min(c, 0.12), textContrast, [active, sidebar, hover]),
    'sidebar-focus': on(dark ? 0.78 : 0.56, Math.min(c, 0.14), edgeContrast, [sidebar, hover, active]),
  };
}

function likePage(roles: Record<string, string>): Record<SidebarRole, string> {
  const from: Record<(typeof parts)[number], string> = {
    ...{ fg: 'fg', muted: 'muted', hover: 'hover', line: 'line', 'line-strong': 'line-strong', focus: 'focus' },
    ...{ active: 'accent-soft', 'on-active': 'on-accent-soft' },
  };
  return { sidebar: roles.surface!, ...Object.fromEntries(parts.map((part) => [`sidebar-${part}`, roles[from[part]]!])) } as Record<SidebarRole, string>;
}
