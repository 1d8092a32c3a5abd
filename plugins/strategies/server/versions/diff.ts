import type { Definition, Difference } from '../../contract.ts';

type Json = Difference['before'];
type Thing = Record<string, Json>;

/**
 * Where two definitions differ, in the order of the second one. Things with an id or a key are found again by it, wherever they stand; of one
 * that stands elsewhere among those that were there before, `before` and `after` are its places, counted from 0.
 */
export function diff(before: Definition, after: Definition): Difference[] {
  return [...ofThings('script', asThing(before.script), asThing(after.script)), ...ofThings('cadence', asThing(before.cadence), asThing(after.cadence))];
}

export const sameDefinition = (a: Definition, b: Definition): boolean => diff(a, b).length === 0;

const asThing = (value: object) => value as unknown as Thing;
const isThing = (value: Json | undefined): value is Thing => typeof value === 'object' && value !== null && !Array.isArray(value);

function ofValues(path: string, before: Json | undefined, after: Json | undefined): Difference[] {
  if (after === undefined) return before === undefined ? [] : [{ path, kind: 'removed', before, after: null }];
  if (before === undefined) return [{ path, kind: 'added', before: null, after }];
  if (Array.isArray(before) && Array.isArray(after)) {
    const names = nameOf(before, after);
    if (names) return ofLists(path, before as Thing[], after as Thing[], names);
  }
  // A step that became another kind of step has nothing to compare but itself.
  if (isThing(before) && isThing(after) && before.kind === after.kind) return ofThings(path, before, after);
  return same(before, after) ? [] : [{ path, kind: 'changed', before, after }];
}

function ofThings(path: string, before: Thing, after: Thing): Difference[] {
  const names = new Set([...Object.keys(after), ...Object.keys(before)]);
  return [...names].flatMap((name) => ofValues(`${path}.${name}`, before[name], after[name]));
}

function ofLists(path: string, before: Thing[], after: Thing[], name: string): Difference[] {
  const at = (thing: Thing) => `${path}[${String(thing[name])}]`;
  const places = new Map(before.map((thing, place) => [thing[name], place]));
  const kept = new Set(after.map((thing) => thing[name]));
  const stayed = inOrder(after.flatMap((thing) => places.get(thing[name]) ?? []));
  const removed = before.filter((thing) => !kept.has(thing[name])).map((thing): Difference => ({ path: at(thing), kind: 'removed', before: thing, after: null }));
  const others = after.flatMap((thing, place): Difference[] => {
    const from = places.get(thing[name]);
    if (from === undefined) return [{ path: at(thing), kind: 'added', before: null, after: thing }];
    const moved: Difference[] = stayed.has(from) ? [] : [{ path: at(thing), kind: 'moved', before: from, after: place }];
    return [...moved, ...ofValues(at(thing), before[from], thing)];
  });
  return [...removed, ...others];
}

/** What the things of two lists are told apart by; undefined where they cannot be. */
function nameOf(...lists: Json[][]): string | undefined {
  return ['id', 'key', 'event'].find((name) =>
    lists.every((list) => {
      const names = list.map((each) => (isThing(each) && typeof each[name] === 'string' ? each[name] : null));
      return !names.includes(null) && new Set(names).size === names.length;
    }),
  );
}

/** The most of these numbers that stand in rising order: whatever else changed its place, these need not have. */
function inOrder(numbers: number[]): Set<number> {
  const lengths: number[] = [];
  const before: number[] = [];
  for (const [at, number] of numbers.entries()) {
    let best = -1;
    for (let earlier = 0; earlier < at; earlier++) if (numbers[earlier]! < number && (best < 0 || lengths[earlier]! > lengths[best]!)) best = earlier;
    lengths.push(best < 0 ? 1 : lengths[best]! + 1);
    before.push(best);
  }
  const kept = new Set<number>();
  for (let at = lengths.indexOf(Math.max(...lengths)); at >= 0; at = before[at]!) kept.add(numbers[at]!);
  return kept;
}

function same(a: Json | undefined, b: Json | undefined): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((each, index) => same(each, b[index]));
  if (isThing(a) && isThing(b)) return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((name) => same(a[name], b[name]));
  return a === b;
}
