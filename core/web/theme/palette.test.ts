import fc from 'fast-check';
import { wcagContrast } from 'culori';
import { edgeContrast, makePalette, textContrast, type Role } from './palette.ts';
import { brandCss, neutralBrand } from './tokens.ts';

const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
const mode = fc.constantFrom('light' as const, 'dark' as const);
const grounds: Role[] = ['canvas', 'surface', 'raised', 'sunken', 'hover'];
const tones = ['danger', 'success', 'warning', 'info'] as const;

/** Text and what it stands on, for every place the kit uses. */
const texts: [Role, Role][] = [
  ...grounds.flatMap((ground): [Role, Role][] => (['fg', 'muted', 'subtle', 'accent-text'] as Role[]).map((text) => [text, ground])),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['on-accent-soft', 'accent-soft'],
  ['accent-text', 'accent-soft'],
  ...tones.flatMap((tone): [Role, Role][] => [
    [`on-${tone}`, tone],
    [`${tone}-text`, `${tone}-soft`],
    ...grounds.map((ground): [Role, Role] => [`${tone}-text`, ground]),
  ]),
];
const edges: [Role, Role][] = grounds.flatMap((ground): [Role, Role][] => (['line-strong', 'focus', 'accent', 'accent-hover'] as Role[]).map((edge) => [edge, ground]));

describe('palette', () => {
  it('gives every text 4.5:1 and every control edge 3:1, whatever the brand colour', () => {
    fc.assert(
      fc.property(colour, mode, (brand, theme) => {
        const { roles } = makePalette(brand, theme);
        for (const [text, ground] of texts) expect([text, ground, wcagContrast(roles[text], roles[ground]) >= textContrast]).toEqual([text, ground, true]);
        for (const [edge, ground] of edges) expect([edge, ground, wcagContrast(roles[edge], roles[ground]) >= edgeContrast]).toEqual([edge, ground, true]);
      }),
      { numRuns: 150, examples: [['#ffffff', 'light'], ['#000000', 'dark'], ['#facc15', 'light'], ['#c2410c', 'light'], ['#0d7d8c', 'dark'], ['#00ff00', 'light']] },
    );
  });

  it('keeps a brand colour that is readable as it is, and says what it changed of one that is not', () => {
    expect(makePalette('#c2410c', 'light')).toMatchObject({ roles: { accent: '#c2410c', 'on-accent': '#ffffff' }, corrections: [] });
    expect(makePalette('#facc15', 'light').corrections).toEqual(['accent-adjusted', 'dark-text-on-accent']);
  });

  it('prints nothing but numbers, colours and our own font stacks, whatever a brand holds', () => {
    const css = brandCss({ ...neutralBrand, colour: 'red;}</style><script>', radius: Number.NaN, font: 'x</style>' as never });
    expect(css).not.toMatch(/[<>]/);
    expect(css).toContain('--radius:0px');
  });
});
