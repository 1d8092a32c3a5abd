import fc from 'fast-check';
import type { Client } from '../../contract.ts';
import { decided, merge, updateOf, valuesIn, valuesOf, type Values } from './three-way.ts';

const text = fc.oneof(fc.constant(null), fc.constantFrom('a', 'b', 'c'));
const tags = fc.uniqueArray(fc.constantFrom('vip', 'roof', 'old', 'new'), { maxLength: 4 });
const client = fc.record({ name: fc.constantFrom('Ana', 'Bo', 'Cy'), company: text, email: text, stageId: fc.constantFrom(1, 2, 3), lostReasonId: fc.constantFrom(null, 7, 8), tags, 'custom:roof': text }) as fc.Arbitrary<Values>;
const edit = (base: Values, other: Values, fields: string[]) => ({ ...base, ...Object.fromEntries(fields.map((field) => [field, other[field]])) });
const fieldNames = ['name', 'company', 'email', 'stageId', 'lostReasonId', 'tags', 'custom:roof'];
const some = fc.subarray(fieldNames);
/** A client, what they made of it, and what I changed. */
const story = fc.tuple(client, client, client, some, some).map(([base, a, b, theirFields, myFields]) => {
  const theirs = edit(base, a, theirFields);
  const mine = Object.fromEntries(myFields.filter((field) => JSON.stringify(b[field]) !== JSON.stringify(base[field])).map((field) => [field, b[field]]));
  return { base, theirs, mine };
});
const differs = (a: unknown, b: unknown) => JSON.stringify(a) !== JSON.stringify(b);
const changedBy = (base: Values, after: Values) => fieldNames.filter((field) => differs(base[field], after[field]));
const sorted = (list: unknown) => [...(list as string[])].sort();

test('what only I changed goes through, what only they changed stays', () => {
  fc.assert(
    fc.property(story, ({ base, theirs, mine }) => {
      const { change } = merge(base, theirs, mine);
      const after = { ...theirs, ...change };
      const byThem = changedBy(base, theirs);
      for (const field of fieldNames) {
        const byMe = field in mine;
        if (field === 'lostReasonId' || field === 'tags') continue;
        if (byMe && !byThem.includes(field)) expect(after[field]).toEqual(mine[field]);
        if (!byMe) expect(after[field]).toEqual(theirs[field]);
      }
    }),
  );
});

test('nothing I typed is lost: it is sent, asked about, or what they wrote too', () => {
  fc.assert(
    fc.property(story, ({ base, theirs, mine }) => {
      const { change, overlaps } = merge(base, theirs, mine);
      const asked = overlaps.map(({ field }) => field);
      for (const [field, value] of Object.entries(mine)) {
        if (field === 'tags') continue;
        const follows = field === 'lostReasonId' && asked.includes('stageId');
        const along = field === 'lostReasonId' && 'stageId' in mine && !('stageId' in change);
        expect(asked.includes(field) || follows || along || !differs({ ...theirs, ...change }[field], value)).toBe(true);
      }
    }),
  );
});

test('nothing of theirs is overwritten unless it was asked about', () => {
  fc.assert(
    fc.property(story, ({ base, theirs, mine }) => {
      const { change } = merge(base, theirs, mine);
      const byThem = changedBy(base, theirs).filter((field) => field !== 'tags' && field !== 'lostReasonId');
      expect(byThem.filter((field) => field in change && differs(change[field], theirs[field]))).toEqual([]);
    }),
  );
});

test('edits of different fields never ask', () => {
  fc.assert(
    fc.property(client, client, client, some, (base, a, b, mineFields) => {
      const leaves = fieldNames.filter((field) => !mineFields.includes(field) && field !== 'stageId' && field !== 'lostReasonId');
      const theirs = edit(base, a, leaves);
      const mine = Object.fromEntries(mineFields.map((field) => [field, b[field]]));
      expect(merge(base, theirs, mine).overlaps).toEqual([]);
    }),
  );
});

test('choosing all of mine writes all of mine, choosing all of theirs leaves theirs', () => {
  fc.assert(
    fc.property(story, ({ base, theirs, mine }) => {
      const result = merge(base, theirs, mine);
      const all = (whose: 'mine' | 'theirs') => Object.fromEntries(result.overlaps.map(({ field }) => [field, whose]));
      const withMine = { ...theirs, ...decided(result, mine, all('mine')) };
      for (const field of Object.keys(mine).filter((name) => name !== 'tags' && name !== 'lostReasonId')) expect(withMine[field]).toEqual(mine[field]);
      const withTheirs = { ...theirs, ...decided(result, mine, all('theirs')) };
      for (const { field, theirs: value } of result.overlaps) expect(withTheirs[field]).toEqual(value);
    }),
  );
});

test('tags that either side added are there, and those that either side took away are gone', () => {
  fc.assert(
    fc.property(tags, tags, tags, (base, theirs, mine) => {
      const { change, overlaps } = merge({ tags: base }, { tags: theirs }, { tags: mine });
      const wanted = [...new Set([...base, ...theirs, ...mine])].filter((tag) => (base.includes(tag) ? theirs.includes(tag) && mine.includes(tag) : true));
      expect([overlaps, sorted(change.tags ?? theirs)]).toEqual([[], sorted(wanted)]);
    }),
  );
});

test('a lost reason goes with its stage', () => {
  const base = { stageId: 1, lostReasonId: null };
  const mine = { stageId: 3, lostReasonId: 7 };
  const result = merge(base, { stageId: 2, lostReasonId: null }, mine);
  expect([result.change, result.overlaps.map(({ field }) => field)]).toEqual([{}, ['stageId']]);
  expect(decided(result, mine, { stageId: 'mine' })).toEqual(mine);
  expect(decided(result, mine, { stageId: 'theirs' })).toEqual({});
});

test('a client is taken apart into values and put together again', () => {
  const facts = { name: 'Ana', email: null, tags: ['vip'], customFields: { roof: 'slate' } } as unknown as Client;
  expect(valuesOf(facts)).toMatchObject({ name: 'Ana', email: null, tags: ['vip'], 'custom:roof': 'slate' });
  const update = { company: 'Old & Sons', customFields: { roof: null } };
  expect(valuesIn(update)).toEqual({ company: 'Old & Sons', 'custom:roof': null });
  expect(updateOf(valuesIn(update))).toEqual(update);
});
