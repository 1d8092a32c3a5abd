import fc from 'fast-check';
import { hears, nearestPattern } from './event-patterns.ts';
import { applyMapping } from './mapping.ts';
import { includeOnly, parsePath, pathsOf, pathText, valueAt, type PathStep } from './paths.ts';

const name = fc.oneof(fc.stringMatching(/^[a-zA-Z_][a-zA-Z0-9_-]{0,8}$/), fc.stringMatching(/^[a-z .:/?é]{1,10}$/).filter((text) => !/['"\]]/.test(text) && text.trim() === text && text.length > 0));
const steps = fc.array(fc.oneof(name, fc.integer({ min: 0, max: 99 }), fc.constant('*' as const)), { minLength: 1, maxLength: 5 });
const json = fc.jsonValue({ maxDepth: 4 });

test('a path is written as it is read', () => {
  fc.assert(fc.property(steps, (path) => expect(parsePath(pathText(path))).toEqual(path)));
  expect(parsePath('$.contact.email')).toEqual(['contact', 'email']);
  expect(parsePath("$['Your name'][0]")).toEqual(['Your name', 0]);
  for (const wrong of ['', '.', 'a..b', 'a[', 'a[x]', "a['b", 'a b', '[-1]']) expect(parsePath(wrong)).toBeNull();
});

test('every path of a value leads somewhere, and nowhere is undefined rather than an error', () => {
  fc.assert(fc.property(json, (value) => pathsOf(value).forEach((path) => expect(valueAt(value, path)).not.toBeUndefined())), { examples: [[{ '*': 0 }], [{ '': 1, "a]'": 2 }]] });
  fc.assert(fc.property(json, (value) => pathsOf(value).forEach((path) => expect(parsePath(pathText(path))).toEqual(path))), { examples: [[{ '': 1, 'a]': 2, [`"'`]: 3, '*': [{ '*': 4 }] }]] });
  fc.assert(fc.property(json, steps, (value, path) => void valueAt(value, path)));
  expect(valueAt({}, ['constructor'])).toBeUndefined();
  expect(valueAt({}, ['__proto__', 'polluted'])).toBeUndefined();
});

test('what is left of a filter was there, lies on its paths, and is all that does', () => {
  const isPart = (part: unknown, whole: unknown): boolean => {
    if (Array.isArray(part)) return Array.isArray(whole) && part.every((each) => whole.some((other) => isPart(each, other)));
    if (typeof part === 'object' && part !== null) return typeof whole === 'object' && whole !== null && Object.entries(part).every(([key, inner]) => isPart(inner, (whole as Record<string, unknown>)[key]));
    return Object.is(part, whole);
  };
  fc.assert(
    fc.property(json, fc.array(steps, { minLength: 1, maxLength: 4 }), (value, more) => {
      const own = pathsOf(value).filter((_path, index) => index % 2 === 0);
      const paths: PathStep[][] = [...own, ...more];
      const kept = includeOnly(value, paths);
      if (kept === undefined) return;
      expect(isPart(kept, value)).toBe(true);
      // Lists may have lost places, so only ways without them lead to the same.
      for (const path of own.filter((each) => each.every((one) => typeof one === 'string' && one !== '*'))) expect(valueAt(kept, path)).toEqual(valueAt(value, path));
      const names = paths.map(([first]) => first);
      if (!Array.isArray(kept) && typeof kept === 'object' && kept !== null) for (const key of Object.keys(kept)) expect(names).toContain(key);
    }),
  );
  expect(includeOnly({ a: 1, secret: 2, list: [{ id: 1, secret: 3 }, { id: 2 }] }, [['a'], ['list', '*', 'id']])).toEqual({ a: 1, list: [{ id: 1 }, { id: 2 }] });
});

test('patterns hear what they name and nothing that merely begins alike', () => {
  expect(['client.created', 'client.stage-changed', 'clients.imported'].map((type) => hears(['client.*'], type))).toEqual([true, true, false]);
  expect(hears(['*'], 'anything.at-all')).toBe(true);
  expect(hears([], 'client.created')).toBe(false);
  expect(nearestPattern(['*', 'client.*', 'client.created'], 'client.created')).toBe('client.created');
  expect(nearestPattern(['*', 'client.*'], 'client.updated')).toBe('client.*');
  expect(nearestPattern(['client.*'], 'booking.created')).toBeUndefined();
});

test('a mapping gives each field a value it can take, whatever the payload', () => {
  const target = fc.constantFrom('name', 'email', 'tags', 'custom:size');
  const entries = fc.uniqueArray(fc.record({ target, paths: fc.array(steps.map(pathText), { minLength: 1, maxLength: 3 }), fallback: fc.option(fc.string({ maxLength: 10 })) }), { selector: (entry) => entry.target });
  fc.assert(
    fc.property(entries, json, (mapping, payload) => {
      const mapped = applyMapping(mapping, payload);
      for (const [to, value] of Object.entries(mapped)) {
        expect(mapping.some((entry) => entry.target === to)).toBe(true);
        if (to === 'tags') expect(value).toEqual(expect.any(Array));
        else expect(typeof value === 'object' ? Array.isArray(value) : ['string', 'number', 'boolean']).toBeTruthy();
        expect(value).not.toBe('');
      }
    }),
  );
  const payload = { first: ' Ana ', last: 'Ruiz', list: [{ name: 'a' }, { name: 'b' }], size: 3, none: null };
  const entry = (to: string, paths: string[], fallback: string | null = null) => ({ target: to, paths, fallback });
  expect(applyMapping([entry('name', ['first', 'missing', 'last']), entry('tags', ['list[*].name']), entry('custom:size', ['size']), entry('company', ['none'], 'Unknown'), entry('email', ['missing'])], payload)).toEqual({
    name: 'Ana Ruiz',
    tags: ['a', 'b'],
    'custom:size': 3,
    company: 'Unknown',
  });
});
