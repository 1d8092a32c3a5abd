import { makeFormats } from './formats.ts';

it('holds the sign of a currency to its letters where text runs from right to left', () => {
  expect(makeFormats('ar', 'UTC').money(374_800, 'USD')).toMatch(/US\$\u200e$/);
  expect(makeFormats('ar', 'UTC').money(374_800, 'EUR')).toMatch(/€$/);
  expect(makeFormats('en', 'UTC').money(374_800, 'USD')).toBe('$374,800');
  expect(makeFormats('es', 'UTC').money(374_800.5, 'EUR')).toMatch(/^374\.800,50\s€$/);
});
