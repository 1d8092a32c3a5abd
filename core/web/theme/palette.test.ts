import fc from 'fast-check';
import { differenceCiede2000, wcagContrast } from 'culori';
import { sidebars, tints, type Brand } from '@loctelli/core';
import { edgeContrast, makePalette, textContrast, type Role } from './palette.ts';
import { brandCss, neutralBrand } from './tokens.ts';

const grounds: Role[] = ['canvas', 'surface', 'raised', 'sunken', 'hover'];
const tones = ['danger', 'success', 'warning', 'info'] as const;

/** Text colours and what they may stand on; controls and what they must stand out from. */
const texts: [Role, Role[]][] = [
  ['fg', grounds],
  ['muted', grounds],
  ['subtle', grounds],
  ['accent-text', [...grounds, 'accent-soft']],
  ['on-accent-soft', ['accent-soft', 'surface']],
  ['on-accent', ['accent', 'accent-hover']],
  ...tones.map((tone): [Role, Role[]] => [`on-${tone}`, [tone]]),
  ...tones.map((tone): [Role, Role[]] => [`${tone}-text`, [...grounds, `${tone}-soft`]]),
];
const sidebarGrounds: Role[] = ['sidebar', 'sidebar-hover'];
const charts = [1, 2, 3, 4, 5, 6, 7, 8].map((series): Role => `chart-${series as 1}`);
texts.push(['sidebar-fg', [...sidebarGrounds, 'sidebar-active']], ['sidebar-muted', sidebarGrounds], ['sidebar-on-active', ['sidebar-active', ...sidebarGrounds]]);

const edges: [Role, Role[]][] = [
  ['line-strong', grounds],
  ['accent', grounds],
  ['accent-hover', grounds],
  ['focus', [...grounds, 'accent-soft']],
  ['sidebar-line-strong', sidebarGrounds],
  ['sidebar-focus', [...sidebarGrounds, 'sidebar-active']],
  ...charts.map((chart): [Role, Role[]] => [chart, grounds]),
];

const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
/** Where palettes usually break: no hue at all, the two ends, and the brightest pure colours. */
const hard = ['#000000', '#ffffff', '#808080', '#ffff00', '#00ff00', '#00ffff', '#ff00ff', '#ff0000', '#0000ff', '#facc15', '#c2410c', '#0d7d8c', '#777777', '#fefefe', '#010101'];

const choices = fc.record({ tint: fc.constantFrom(...tints), sidebar: fc.constantFrom(...sidebars) });

function findings(brand: string, mode: 'light' | 'dark', chosen?: Pick<Brand, 'tint' | 'sidebar'>): string[] {
  const { roles } = makePalette(brand, mode, chosen);
  const check = (pairs: [Role, Role[]][], least: number) =>
    pairs.flatMap(([role, against]) =>
      against.filter((ground) => wcagContrast(roles[role], roles[ground]) < least).map((ground) => `${role} on ${ground}: ${wcagContrast(roles[role], roles[ground]).toFixed(2)}`),
    );
  return [...check(texts, textContrast), ...check(edges, edgeContrast)];
}

describe.each(['light', 'dark'] as const)('the %s palette', (mode) => {
  it('meets WCAG AA in every pair, for any brand colour', () => {
    fc.assert(
      fc.property(colour, choices, (brand, chosen) => {
        expect(findings(brand, mode, chosen)).toEqual([]);
      }),
      { numRuns: 150, examples: hard.flatMap((brand) => sidebars.map((sidebar) => [brand, { tint: 'strong' as const, sidebar }] as [string, Pick<Brand, 'tint' | 'sidebar'>])) },
    );
  });

  it('tells eight chart series apart, for any brand colour', () => {
    const difference = differenceCiede2000();
    fc.assert(
      fc.property(colour, (brand) => {
        const { roles } = makePalette(brand, mode);
        const pairs = charts.flatMap((one, index) => charts.slice(index + 1).map((other) => [one, other] as const));
        const alike = pairs.filter(([one, other]) => difference(roles[one], roles[other]) < 10);
        expect(alike.map(([one, other]) => `${one} ${roles[one]} and ${other} ${roles[other]}: ${difference(roles[one], roles[other]).toFixed(1)}`)).toEqual([]);
      }),
      { numRuns: 150, examples: hard.map((brand) => [brand]) },
    );
  });

  it('uses a brand colour that is readable as it was given', () => {
    const { roles, corrections } = makePalette('#c2410c', 'light');
    expect(roles.accent).toBe('#c2410c');
    expect(corrections).toEqual([]);
  });

  it('says so when it had to move away from the brand colour', () => {
    expect(makePalette('#facc15', mode).corrections.length).toBeGreaterThan(0);
  });
});

it('gives two brands two sets of surfaces, not one with two buttons', () => {
  const [warm, cool] = [makePalette('#c2410c', 'light').roles, makePalette('#0d7d8c', 'light').roles];
  for (const role of ['canvas', 'sunken', 'hover', 'line', 'accent-soft'] as const) expect(warm[role]).not.toBe(cool[role]);
});

it('makes the sidebar what the brand chose', () => {
  const of = (sidebar: Brand['sidebar']) => makePalette('#c2410c', 'light', { sidebar }).roles;
  expect(of('light').sidebar).toBe(of('light').surface);
  expect(wcagContrast(of('dark').sidebar, of('dark').surface)).toBeGreaterThan(7);
  expect(new Set(sidebars.map((style) => of(style).sidebar)).size).toBe(3);
});

it('writes no text of a tenant into the style sheet', () => {
  const hostile = { ...neutralBrand, name: '</style><script>', tagline: 'x}', colour: '#0d7d8c;}</style>', radius: 999, font: 'x;}' as never };
  const css = brandCss(hostile);
  expect(css).not.toMatch(/[<>]/);
  expect(css).toContain('--radius:20px');
});
