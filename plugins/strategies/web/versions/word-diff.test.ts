import fc from 'fast-check';
import { wordDiff } from './word-diff.ts';

const words = fc.array(fc.constantFrom('roof', 'tile', 'free', 'visit', '  ', '\n', '{{ client.name }}'), { maxLength: 30 }).map((parts) => parts.join(' '));

test('what was there before, and what is there now, can be read from the pieces', () => {
  fc.assert(
    fc.property(words, words, (before, after) => {
      const pieces = wordDiff(before, after);
      if (!pieces) return;
      const without = (kind: string) => pieces.filter((piece) => piece.kind !== kind).map(({ text }) => text).join('');
      expect(without('added')).toBe(before);
      expect(without('removed')).toBe(after);
    }),
  );
});

test('one changed word is the only piece that changed', () => {
  expect(wordDiff('Hello Ana, a free visit', 'Hello Ana, a short visit')).toEqual([
    { kind: 'same', text: 'Hello Ana, a ' },
    { kind: 'removed', text: 'free' },
    { kind: 'added', text: 'short' },
    { kind: 'same', text: ' visit' },
  ]);
});

test('texts with nothing in common are not compared word by word', () => {
  expect(wordDiff('One thing', 'Quite another')).toBeNull();
});
