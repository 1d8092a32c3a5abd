import fc from 'fast-check';
import { fold, rank, score } from './rank.ts';

const entries = ['Dashboard', 'Clients', 'Create client', 'Import clients', 'Settings', 'Security', 'Sign out', 'José Álvarez', 'إعدادات الأمان'].map((label) => ({ label }));
const find = (text: string) => rank(entries, text).map(({ label }) => label);

it.each([
  ['clients', ['Clients', 'Import clients']],
  ['cli', ['Clients', 'Create client', 'Import clients']],
  ['client create', ['Create client']],
  ['se', ['Settings', 'Security']],
  ['so', ['Sign out']],
  ['cc', ['Create client']],
  ['jose', ['José Álvarez']],
  ['ALVAREZ', ['José Álvarez']],
  ['اعدادات', ['إعدادات الأمان']],
  ['xyz', []],
])('"%s" finds %j', (text, expected) => expect(find(text)).toEqual(expected));

it('puts the exact name above what merely begins with it', () => {
  expect(rank([{ label: 'Clients in trash' }, { label: 'Clients' }], 'clients').map(({ label }) => label)).toEqual(['Clients', 'Clients in trash']);
});

it('finds by further words, below what says it itself', () => {
  const found = rank([{ label: 'Theme: dark', words: 'night appearance' }, { label: 'Night shift' }], 'night');
  expect(found.map(({ label }) => label)).toEqual(['Night shift', 'Theme: dark']);
});

it('keeps everything in order when nothing was typed', () => expect(rank(entries, '  ')).toEqual(entries));

it('finds each entry by its own label, whatever it is called', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), (label) => {
      fc.pre(/[\p{L}\p{N}]/u.test(fold(label)));
      expect(score({ label }, label)).toBeGreaterThan(0);
    }),
  );
});

it('never invents, loses or doubles an entry, whatever is typed', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { maxLength: 20 }), fc.string(), (labels, text) => {
      const all = labels.map((label, id) => ({ id, label }));
      const ids = rank(all, text).map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.every((id) => id < all.length)).toBe(true);
    }),
  );
});
