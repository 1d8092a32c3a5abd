import fc from 'fast-check';
import type { DuplicateRule } from '../../contract.ts';
import { decide, identityOf, type Existing } from './decide.ts';
import type { ParsedClient, ParsedRow } from './parse-row.ts';

const existing = (id: number, facts: Partial<Existing>): Existing => ({
  ...{
    id,
    version: 1,
    name: 'Old',
    email: null,
    phone: null,
    company: null,
    position: null,
    zone: null,
    source: null,
    value: null,
    currency: null,
    tags: [],
    ownerId: null,
    stageId: null,
    stageSince: null,
    lostReasonId: null,
  },
  ...{ status: 'lead', customFields: {}, inReach: true },
  ...facts,
});
const rowOf = (client: ParsedClient | null, row = 2): ParsedRow => ({
  row,
  cells: [],
  client,
  reasons: client ? [] : [{ column: '', code: 'x', value: '' }],
});

const email = fc.constantFrom('a@x.example', 'b@x.example', 'c@x.example');
const phone = fc.constantFrom('+13035550100', '+13035550101');
const client: fc.Arbitrary<ParsedClient> = fc.record(
  { name: fc.constantFrom('Ana', 'Bo', 'Cy'), email, phone, company: fc.constantFrom('One', 'Two') },
  { requiredKeys: ['name'] },
);

test('every row has one outcome, no identity is created twice, and the rule is kept', () => {
  fc.assert(
    fc.property(
      fc.array(fc.option(client)),
      fc.uniqueArray(email),
      fc.constantFrom<DuplicateRule>('skip', 'update', 'create'),
      (clients, stored, rule) => {
        const known = new Map(stored.map((address, index) => [address as string, existing(index + 1, { email: address })]));
        const { creates, updates, failures, outcomes } = decide(
          clients.map((one, index) => rowOf(one, index + 2)),
          known,
          rule,
        );
        const count = (outcome: string) => outcomes.filter((one) => one === outcome).length;
        expect(outcomes).toHaveLength(clients.length);
        expect(count('create')).toBe(creates.length);
        expect(count('fail')).toBe(failures.length);
        expect(failures.length).toBe(clients.filter((one) => one === null).length);
        if (rule === 'skip') expect([updates, count('update')]).toEqual([[], 0]);
        if (rule === 'create') return void expect(creates.length).toBe(clients.length - failures.length);
        const identities = creates.map(identityOf).filter((identity) => identity !== null);
        expect(new Set(identities).size).toBe(identities.length);
        expect(identities.some((identity) => known.has(identity))).toBe(false);
      },
    ),
  );
});

test('putting `before` back over `after` gives the client that was there', () => {
  fc.assert(
    fc.property(fc.array(client, { minLength: 1 }), (clients) => {
      const stored = existing(7, { email: 'a@x.example', company: 'Was', tags: ['old'] });
      const { updates } = decide(
        clients.map((one) => rowOf({ ...one, email: 'a@x.example', tags: ['new'] })),
        new Map([['a@x.example', stored]]),
        'update',
      );
      for (const { before, after } of updates) expect({ ...stored, ...after, ...before }).toEqual(stored);
      expect(updates).toHaveLength(1);
    }),
  );
});

test('a client out of reach is left alone, and an empty cell empties nothing', () => {
  const stored = existing(1, { email: 'a@x.example', company: 'Kept', inReach: false });
  const row = rowOf({ name: 'New', email: 'a@x.example' });
  expect(decide([row], new Map([['a@x.example', stored]]), 'update').outcomes).toEqual(['skip']);
  const { updates } = decide([row], new Map([['a@x.example', { ...stored, inReach: true }]]), 'update');
  expect(updates).toMatchObject([{ before: { name: 'Old' }, after: { name: 'New' } }]);
  expect(updates[0]!.after).not.toHaveProperty('company');
});
