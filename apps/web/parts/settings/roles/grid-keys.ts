import type { FocusEvent, KeyboardEvent } from 'react';

const steps: Record<string, [row: number, column: number]> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/**
 * Arrow keys walk a table from cell to cell, Home and End to the ends of a row. Cells mark their controls with `data-cell`. In a language
 * written from the right, left is forward.
 */
export function walkGrid(event: KeyboardEvent<HTMLTableElement>): void {
  const table = event.currentTarget;
  const from = (event.target as HTMLElement).closest<HTMLElement>('[data-cell]');
  // Keys pressed in an open menu come by here too: React hands them up through the portal.
  if (!from || !table.contains(from) || event.ctrlKey || event.metaKey || event.altKey) return;
  const isRtl = getComputedStyle(table).direction === 'rtl';
  const rows = [...table.querySelectorAll<HTMLTableRowElement>('tbody tr')].map((row) => [...row.querySelectorAll<HTMLElement>('[data-cell]:not(:disabled)')]).filter((cells) => cells.length > 0);
  const row = rows.findIndex((cells) => cells.includes(from));
  const column = rows[row]?.indexOf(from) ?? -1;
  if (row < 0) return;
  const step = steps[event.key];
  const target =
    event.key === 'Home' ? rows[row]!.at(0) : event.key === 'End' ? rows[row]!.at(-1) : step && (step[0] ? below(rows[row + step[0]], from) : rows[row]![column + (isRtl ? -step[1] : step[1])]);
  if (!step && event.key !== 'Home' && event.key !== 'End') return;
  event.preventDefault();
  event.stopPropagation();
  target?.focus();
}

/** The control of another row that stands in the same column. */
function below(cells: HTMLElement[] | undefined, from: HTMLElement): HTMLElement | undefined {
  const at = from.closest('td')?.cellIndex;
  return cells?.find((cell) => cell.closest('td')?.cellIndex === at) ?? cells?.at(0);
}

/** The table is one stop of the Tab key: the cell that was last in use. */
export function keepOneStop(event: FocusEvent<HTMLTableElement>): void {
  const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-cell]');
  if (!cell || !event.currentTarget.contains(cell)) return;
  for (const other of event.currentTarget.querySelectorAll<HTMLElement>('[data-cell][tabindex="0"]')) other.tabIndex = -1;
  cell.tabIndex = 0;
}
