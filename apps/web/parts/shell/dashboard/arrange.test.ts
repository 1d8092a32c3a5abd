import fc from 'fast-check';
import { arrange, visible, type Placed, type Size } from './arrange.ts';
import { add, move, remove, resize, toArrangement } from './rearrange.ts';

const widget = (id: string, size: Size = 'small'): Placed => ({ id, size });
const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => widget(id)) as [Placed, Placed, Placed, Placed];
const ids = (list: readonly Placed[]) => list.map(({ id }) => id).join('');

it('shows all there is to somebody who arranged nothing', () => expect(arrange([a, b], null)).toEqual([a, b]));

it('keeps order, sizes and removals, and adds what came since at the end', () => {
  const kept = toArrangement(resize(remove(arrange([a, b, c], null), 'b'), 'c', 'large'), [a, b, c], null);
  expect(arrange([a, b, c, d], kept)).toEqual([a, widget('c', 'large'), d]);
});

it('keeps the place of a widget whose plugin is off for a while', () => {
  const kept = toArrangement([a, b, c], [a, b, c], null);
  const without = arrange([a, c], kept);
  expect(ids(visible(without, [a, c]))).toBe('ac');
  const moved = toArrangement(move(without, [a, c], 'c', 0), [a, c], kept);
  expect(ids(arrange([a, b, c], moved))).toBe('cab');
});

it.each(['', 7, [], { widgets: 'x' }, { widgets: [null, { id: 1 }, { id: 'a', size: 'huge' }], known: [1] }])('takes %j for nothing arranged', (kept) => expect(arrange([a], kept)).toEqual([a]));

it('adds a widget once', () => expect(ids(add(add([a], b), b))).toBe('ab'));

const some = fc.uniqueArray(fc.constantFrom(...'abcdefgh'), { minLength: 1 }).map((names) => names.map((id) => widget(id)));

it('moves a widget to the place that was asked for and disturbs no other', () => {
  fc.assert(
    fc.property(some, fc.nat(), fc.nat(), fc.func(fc.boolean()), (list, which, to, isOn) => {
      const available = list.filter(({ id }) => isOn(id));
      fc.pre(available.length > 0);
      const { id } = available[which % available.length]!;
      const place = to % available.length;
      const moved = move(list, available, id, place);
      expect(visible(moved, available)[place]!.id).toBe(id);
      expect(ids(remove(moved, id))).toBe(ids(remove(list, id)));
    }),
  );
});

it('gives back what was arranged after a round through the preference', () => {
  fc.assert(
    fc.property(some, (list) => {
      const kept = JSON.parse(JSON.stringify(toArrangement(list, list, null))) as unknown;
      expect(arrange(list, kept)).toEqual(list);
    }),
  );
});
