import fc from 'fast-check';
import { readDate, readEmail, readMoney, readNumber, readPhone, readStatus, readTags } from './cell-values.ts';

test('amounts are read as people of many countries write them', () => {
  const cases: [string, number | undefined, string?][] = [
    ['1200', 1200],
    ['1,200', 1200],
    ['1.200', 1200],
    ['1,200.50', 1200.5],
    ['1.200,50', 1200.5],
    ['1 200,5', 1200.5],
    ["1'200.00", 1200],
    ['12,5', 12.5],
    ['0.125', 0.13],
    ['1,234,567', 1234567],
    ['$1,200.50', 1200.5],
    ['1.200,50 €', 1200.5, 'EUR'],
    ['USD 300', 300, 'USD'],
    ['£99', 99, 'GBP'],
    ['-5', undefined],
    ['1,23,45', undefined],
    ['twelve', undefined],
    ['1e9', undefined],
    ['1.2.3,4,5', undefined],
  ];
  for (const [text, value, currency] of cases)
    expect([text, readMoney(text)]).toEqual([text, value === undefined ? undefined : { value, ...(currency && { currency }) }]);
});

test('any amount survives being written in English, German and Spanish', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), fc.constantFrom('en-US', 'de-DE', 'es-ES'), (cents, locale) => {
      const text = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(cents / 100);
      expect(readNumber(text)).toBeCloseTo(cents / 100, 2);
    }),
  );
});

test('any day survives being written as ISO, and day first or month first as the country does', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('1950-01-01'), max: new Date('2090-12-31'), noInvalidDate: true }), (date) => {
      const iso = date.toISOString().slice(0, 10);
      const [year, month, day] = iso.split('-') as [string, string, string];
      const at = `${iso}T00:00:00.000Z`;
      expect([
        readDate(iso, 'US'),
        readDate(`${month}/${day}/${year}`, 'US'),
        readDate(`${day}/${month}/${year}`, 'ES'),
        readDate(`${+day}.${+month}.${year}`, 'US'),
      ]).toEqual([at, at, at, at]);
    }),
  );
  expect(readDate('2026-02-30', 'US')).toBeUndefined();
  expect(readDate('25/12/2026', 'US')).toBe('2026-12-25T00:00:00.000Z');
  expect(readDate('12/25/2026 3:05 PM', 'US')).toBe('2026-12-25T15:05:00.000Z');
  expect(readDate('soon', 'US')).toBeUndefined();
});

test('phone numbers become E.164, with the country of the tenant where none is written', () => {
  const cases: [string, string, string | undefined][] = [
    ['(303) 555-0100', 'US', '+13035550100'],
    ['+34 911 22 33 44', 'US', '+34911223344'],
    ['0034 911223344', 'US', '+34911223344'],
    ['911 22 33 44', 'ES', '+34911223344'],
    ['+1 303 555 0100 ::: +1 303 555 0101', 'US', '+13035550100'],
    ['123', 'US', undefined],
    ['call me', 'US', undefined],
  ];
  for (const [text, country, number] of cases) expect([text, readPhone(text, country)]).toEqual([text, number]);
});

test('e-mail addresses, tags and statuses of other tools are understood', () => {
  expect(readEmail('MAILTO:Ana@Casa.Example ::: b@c.example')).toBe('ana@casa.example');
  for (const text of ['ana', 'ana@casa', 'a b@c.de', '@c.de', 'a@.de', `${'x'.repeat(250)}@c.de`]) expect(readEmail(text)).toBeUndefined();
  expect(readTags('* myContacts ::: * vip, roof ;  ')).toEqual(['vip', 'roof']);
  expect([readStatus('Marketing Qualified Lead'), readStatus('customer'), readStatus('closed_lost'), readStatus('???')]).toEqual([
    'active',
    'won',
    'lost',
    undefined,
  ]);
});
