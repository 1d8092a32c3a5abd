import fc from 'fast-check';
import { compare, editDistance, keysOf, likenessOf, type Likeable } from './likeness.ts';

const client = (facts: Partial<Likeable>) => likenessOf({ id: 1, name: '', email: null, phone: null, company: null, ...facts });
const score = (a: Partial<Likeable>, b: Partial<Likeable>) => compare(client(a), client(b));

test.each([
  ['the same address', { name: 'Ana', email: 'ana@x.example' }, { name: 'Bo', email: 'ANA@x.example' }, 95, ['email']],
  ['the same number', { name: 'Ana', phone: '+14155550100' }, { name: 'Bo', phone: '+14155550100' }, 90, ['phone']],
  ['name and company', { name: 'José  Ruiz', company: 'Casa SL' }, { name: 'ruiz jose', company: 'CASA' }, 80, ['name', 'company']],
  ['a slip in the name', { name: 'Jon Smiht', company: 'Acme Inc' }, { name: 'John Smith', company: 'Acme' }, 70, ['similarName', 'company']],
  ['a name that goes on', { name: 'Ana Ruiz', company: 'Acme' }, { name: 'Ana Ruiz López', company: 'Acme' }, 70, ['similarName', 'company']],
  ['an address moved', { name: 'Ana Ruiz', email: 'ana.ruiz@old.example' }, { name: 'Ana Ruiz', email: 'anaruiz@new.example' }, 75, ['name', 'emailName']],
  ['a desk is nobody', { name: 'Ana Ruiz', email: 'info@old.example' }, { name: 'Ana Ruiz', email: 'info@new.example' }, undefined, undefined],
  ['a name alone', { name: 'Ana Ruiz' }, { name: 'Ana Ruiz' }, undefined, undefined],
])('%s', (_title, a, b, wanted, reasons) => {
  const match = score(a, b);
  expect([match?.score, match?.reasons]).toEqual([wanted, reasons]);
});

const word = fc.constantFrom('ana', 'anna', 'ruiz', 'lopez', 'bo', '');
const any = fc.record({
  id: fc.nat(),
  name: fc.array(word, { maxLength: 3 }).map((words) => words.join(' ')),
  email: fc.option(fc.constantFrom('ana.ruiz@x.example', 'anaruiz@y.example', 'info@x.example')),
  phone: fc.option(fc.constantFrom('+14155550100', '+14155550101')),
  company: fc.option(fc.constantFrom('Casa', 'Casa SL', 'Dom')),
});

test('likeness is mutual, between 0 and 100, and never between clients that share no key, but for slips in every word', () => {
  fc.assert(
    fc.property(any, any, (one, two) => {
      const [a, b] = [likenessOf(one), likenessOf(two)];
      const [there, back] = [compare(a, b), compare(b, a)];
      expect(there).toEqual(back);
      if (!there) return;
      expect(there.score).toBeGreaterThanOrEqual(65);
      expect(there.score).toBeLessThanOrEqual(99);
      if (a.names.some((name) => b.names.includes(name))) expect(keysOf(a).some((key) => keysOf(b).includes(key))).toBe(true);
    }),
  );
});

test('a swap of neighbours is one step, and the limit cuts long ways short', () => {
  expect([editDistance('smiht', 'smith', 2), editDistance('abc', 'abc', 1), editDistance('abc', 'xyz', 1), editDistance('a', 'abcd', 2)]).toEqual([1, 0, 2, 3]);
});
