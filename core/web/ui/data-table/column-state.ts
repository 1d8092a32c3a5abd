import type { Column, ColumnState } from './types.ts';

export const noColumnState: ColumnState = { hidden: [], order: [], widths: {} };
export const defaultWidth = 160;
export const leastWidth = 64;
export const mostWidth = 640;

type Named = Pick<Column<never>, 'id' | 'card' | 'required'>;

/** The column that names the row; it stays in front and cannot be hidden. */
export const titleOf = <C extends Named>(columns: readonly C[]): C | undefined => columns.find((column) => column.card === 'title') ?? columns[0];

/** Every column in the chosen order: the title first, unknown ids passed over, columns the order does not know at the end. */
export function inOrder<C extends Named>(columns: readonly C[], state: ColumnState = noColumnState): C[] {
  const title = titleOf(columns);
  const place = new Map(state.order.map((id, index) => [id, index]));
  const rest = columns.filter((column) => column !== title);
  const sorted = rest
    .map((column, index) => ({ column, at: place.get(column.id) ?? state.order.length + index }))
    .sort((a, b) => a.at - b.at)
    .map(({ column }) => column);
  return title ? [title, ...sorted] : sorted;
}

/** Moves a column one place towards the start (-1) or the end (1); the title keeps its place. */
export function moveColumn<C extends Named>(columns: readonly C[], state: ColumnState, id: string, by: -1 | 1): ColumnState {
  const ids = inOrder(columns, state).map((column) => column.id);
  const from = ids.indexOf(id);
  const to = from + by;
  if (from < 1 || to < 1 || to >= ids.length) return state;
  ids.splice(to, 0, ...ids.splice(from, 1));
  return { ...state, order: ids };
}

export function showColumn(state: ColumnState, id: string, shown: boolean): ColumnState {
  const hidden = state.hidden.filter((other) => other !== id);
  return { ...state, hidden: shown ? hidden : [...hidden, id] };
}

export function resizeColumn(state: ColumnState, id: string, width: number): ColumnState {
  return { ...state, widths: { ...state.widths, [id]: Math.round(Math.min(mostWidth, Math.max(leastWidth, width))) } };
}
