import type { Brand } from '@loctelli/core';

const arabic = "'Noto Sans Arabic Variable'";

/** Each font with what stands in for it: the same measures until it has come, then Arabic, then the visitor's own. */
export const fontStacks: Record<Brand['font'], string> = {
  inter: `'Inter Variable', 'Inter Fallback', ${arabic}, system-ui, sans-serif`,
  manrope: `'Manrope Variable', 'Manrope Fallback', ${arabic}, system-ui, sans-serif`,
  nunito: `'Nunito Variable', 'Nunito Fallback', ${arabic}, system-ui, sans-serif`,
  'dm-sans': `'DM Sans Variable', 'DM Sans Fallback', ${arabic}, system-ui, sans-serif`,
  serif: `'Source Serif 4 Variable', 'Source Serif 4 Fallback', ${arabic}, ui-serif, Georgia, serif`,
  system: `system-ui, -apple-system, 'Segoe UI', ${arabic}, sans-serif`,
};

/** What a font is called, in every language. The visitor's own has no name. */
export const fontNames: Record<Exclude<Brand['font'], 'system'>, string> = {
  ...{ inter: 'Inter', manrope: 'Manrope', nunito: 'Nunito', 'dm-sans': 'DM Sans', serif: 'Source Serif' },
};
