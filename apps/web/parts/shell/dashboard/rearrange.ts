import { read, visible, type Arrangement, type Placed, type Size } from './arrange.ts';

/** What somebody who arranges does to a list; a file of its own, because the first page only shows one. */
export const toArrangement = (list: readonly Placed[], available: readonly Placed[], kept: unknown): Arrangement => ({
  widgets: list.map(({ id, size }) => ({ id, size })),
  known: [...new Set([...read(kept).known, ...available.map(({ id }) => id), ...list.map(({ id }) => id)])],
});

/** Puts a widget on the `place`-th of the visible places. */
export function move(list: readonly Placed[], available: readonly Placed[], id: string, place: number): Placed[] {
  const moved = list.find((one) => one.id === id);
  if (!moved) return [...list];
  const rest = list.filter((one) => one.id !== id);
  const shown = visible(rest, available);
  const before = shown[Math.max(0, place)];
  const at = before ? rest.indexOf(before) : shown.length > 0 ? rest.indexOf(shown.at(-1)!) + 1 : rest.length;
  return [...rest.slice(0, at), moved, ...rest.slice(at)];
}

export const resize = (list: readonly Placed[], id: string, size: Size): Placed[] => list.map((one) => (one.id === id ? { id, size } : one));
export const remove = (list: readonly Placed[], id: string): Placed[] => list.filter((one) => one.id !== id);
export const add = (list: readonly Placed[], widget: Placed): Placed[] => (list.some(({ id }) => id === widget.id) ? [...list] : [...list, { id: widget.id, size: widget.size }]);
