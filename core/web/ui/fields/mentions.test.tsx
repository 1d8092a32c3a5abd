import fc from 'fast-check';
import { partsOf, toStored, toTyped, wantedAt } from './mentions.ts';

const person = fc.record({ id: fc.integer({ min: 1, max: 99999 }), name: fc.constantFrom('Dana', 'Dana Reyes', 'ليلى حسن', 'José María', 'Al') });
const text = fc.array(fc.oneof(person.map(({ id, name }) => `@[${name}](user:${id})`), fc.constantFrom(' hello ', '\n', ' a@b.example ', ', ')), { maxLength: 8 }).map((parts) => parts.join(' '));

it('keeps who is mentioned through typing', () => {
  fc.assert(
    fc.property(text, (stored) => {
      const { text: typed, people } = toTyped(stored);
      // Two people of one name cannot be told apart in what is typed; the later one stands for both.
      fc.pre(new Set(people.map(({ name }) => name)).size === new Set(people.map(({ id, name }) => `${id} ${name}`)).size);
      expect(typed).not.toContain('(user:');
      expect(toStored(typed, people)).toBe(stored);
    }),
  );
});

it('takes the longest name, and a name that goes on as no name', () => {
  const people = [{ id: 1, name: 'Dana' }, { id: 2, name: 'Dana Reyes' }];
  expect(toStored('@Dana Reyes and @Dana, not @Danas', people)).toBe('@[Dana Reyes](user:2) and @[Dana](user:1), not @Danas');
});

it('hears who is being named before the caret', () => {
  expect(wantedAt('Ask @da', 7)).toEqual({ from: 4, search: 'da' });
  expect(wantedAt('Ask @', 5)).toEqual({ from: 4, search: '' });
  expect(wantedAt('mail a@b', 8)).toBeNull();
});

it('parts a text without mentions into itself', () => {
  expect(partsOf('plain')).toEqual(['plain']);
  expect(partsOf('')).toEqual([]);
});
