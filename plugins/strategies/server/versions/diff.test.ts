import fc from 'fast-check';
import { definition, type Definition, type Difference } from '../../contract.ts';
import { diff } from './diff.ts';

const ids = ['a', 'b', 'c', 'd', 'e'];
const word = fc.constantFrom('', 'Hello', 'Good day', 'x');
const list = <T>(make: (id: string) => fc.Arbitrary<T>, most = ids.length) =>
  fc.shuffledSubarray(ids.slice(0, most)).chain((some) => fc.tuple(...some.map(make)) as fc.Arbitrary<T[]>);
const rule = fc.record({ field: fc.constantFrom('name', 'company'), operator: fc.constant('is'), value: word });
const variants = fc.shuffledSubarray(['a', 'b', 'c'], { minLength: 1 }).chain((some) => fc.tuple(...some.map((id) => fc.record({ id: fc.constant(id), weight: fc.nat(3), body: word, subject: word }))));
const step = (id: string) =>
  fc.oneof(
    fc.record({ id: fc.constant(id), kind: fc.constant('email'), name: word, variants }),
    fc.record({ id: fc.constant(id), kind: fc.constant('wait'), amount: fc.nat(5), unit: fc.constantFrom('days', 'hours') }),
    fc.record({ id: fc.constant(id), kind: fc.constant('condition'), when: fc.array(rule, { minLength: 1, maxLength: 2 }), otherwise: fc.constantFrom('next', 'end') }),
  );
const made: fc.Arbitrary<Definition> = fc
  .record({
    script: fc.record({
      persona: fc.record({ name: word, role: word }),
      opening: word,
      questions: list((key) => fc.record({ key: fc.constant(key), label: fc.constantFrom('Size?', 'Age?'), options: fc.array(fc.constantFrom('S', 'M'), { maxLength: 2 }) })),
      objections: list((key) => fc.record({ key: fc.constant(key), objection: fc.constantFrom('Dear', 'Late'), answer: word })),
      prohibited: fc.array(fc.constantFrom('Never', 'Lie'), { maxLength: 2 }),
    }),
    cadence: fc.record({
      steps: list(step),
      window: fc.constantFrom(null, { from: '08:00' }, { days: [1, 2] }),
      triggers: fc.subarray([{ event: 'client.created' }, { event: 'booking.no-show', when: [{ field: 'name' as const, operator: 'notEmpty' as const }] }]),
    }),
  })
  .map((input) => definition.parse(input));

type Node = Record<string, unknown> | unknown[];
const named = (path: string) => path.match(/\[[^\]]*\]|[^.[\]]+/g)!;
/** The holder of what a path names, and its place there. */
function reach(root: Node, path: string): [Node, string | number] {
  let holder = root;
  const parts = named(path);
  for (const [index, part] of parts.entries()) {
    const place = part.startsWith('[') ? (holder as Record<string, unknown>[]).findIndex((each) => [each.id, each.key, each.event].includes(part.slice(1, -1))) : part;
    if (index === parts.length - 1) return [holder, place];
    holder = (holder as never)[place];
  }
  throw new Error('An empty path names nothing.');
}
const at = (root: Node, path: string): unknown => {
  const [holder, place] = reach(root, path);
  return (holder as never)[place];
};

/** Makes the first definition of the differences what the second is, but for the order of lists. */
function apply(before: Definition, differences: Difference[]): Node {
  const root = structuredClone(before) as unknown as Node;
  for (const { path, kind, after } of differences) {
    if (kind === 'moved') continue;
    const [holder, place] = kind === 'added' ? [at(root, path.replace(/\[[^[]*\]$/, '')) as Node, -1] : reach(root, path);
    if (kind === 'added') (holder as unknown[]).push(after);
    else if (kind === 'removed') (holder as unknown[]).splice(place as number, 1);
    else (holder as never)[place] = after as never;
  }
  return root;
}

const isNamed = (value: unknown): value is Record<string, string> => typeof value === 'object' && value !== null && ['id', 'key', 'event'].some((name) => name in value);
const nameOf = (thing: Record<string, string>) => thing.id ?? thing.key ?? thing.event!;
/** The same whatever the order of things that have names. */
const unordered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.every(isNamed) ? [...value].sort((a, b) => nameOf(a).localeCompare(nameOf(b))).map(unordered) : value.map(unordered);
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([name, each]) => [name, unordered(each)])) : value;
};

test('nothing differs from itself', () => {
  fc.assert(fc.property(made, (a) => expect(diff(a, structuredClone(a))).toEqual([])));
});

test('each difference is true of both sides, and all of them together make the one into the other', () => {
  fc.assert(
    fc.property(made, made, (a, b) => {
      const differences = diff(a, b);
      for (const { path, kind, before, after } of differences) {
        if (kind === 'moved') {
          expect([reach(a as never, path)[1], reach(b as never, path)[1]]).toEqual([before, after]);
          continue;
        }
        if (kind !== 'added') expect(at(a as never, path)).toEqual(before);
        if (kind !== 'removed') expect(at(b as never, path)).toEqual(after);
        expect(before).not.toEqual(after);
      }
      expect(new Set(differences.map(({ path, kind }) => `${kind} ${path}`)).size).toBe(differences.length);
      expect(unordered(apply(a, differences))).toEqual(unordered(b));
    }),
  );
});

test('what is not said to have moved stands in the same order on both sides', () => {
  fc.assert(
    fc.property(made, made, (a, b) => {
      const moved = diff(a, b).flatMap(({ kind, path }) => (kind === 'moved' ? [path] : []));
      const stayed = (one: Definition, two: Definition) => one.cadence.steps.map(({ id }) => id).filter((id) => two.cadence.steps.some((each) => each.id === id) && !moved.includes(`cadence.steps[${id}]`));
      expect(stayed(a, b)).toEqual(stayed(b, a));
    }),
  );
});

test('what was written, put in, taken out and put elsewhere is told apart', () => {
  const wait = (id: string, amount = 1) => ({ id, kind: 'wait', amount, unit: 'days' });
  const mail = (body: string) => ({ id: 's2', kind: 'email', variants: [{ id: 'a', subject: 'Hi', body }] });
  const of = (steps: object[], name: string) => definition.parse({ script: { persona: { name, role: '' } }, cadence: { steps } });
  const before = of([wait('s1'), mail('Hello'), wait('s3'), wait('s4')], 'Ana');
  const after = of([wait('s3', 2), wait('s1'), mail('Good day'), { id: 's4', kind: 'task', title: 'Look' }, wait('s5')], 'Marta');
  expect(diff(before, after).map(({ path, kind, before: was, after: is }) => [path, kind, typeof was === 'object' ? '' : was, typeof is === 'object' ? '' : is])).toEqual([
    ['script.persona.name', 'changed', 'Ana', 'Marta'],
    ['cadence.steps[s3]', 'moved', 2, 0],
    ['cadence.steps[s3].amount', 'changed', 1, 2],
    ['cadence.steps[s2].variants[a].body', 'changed', 'Hello', 'Good day'],
    ['cadence.steps[s4]', 'changed', '', ''],
    ['cadence.steps[s5]', 'added', '', ''],
  ]);
});
