import type { BoardColumn } from './types.ts';

/** Where a card is, or would be let go. */
export interface Spot {
  column: string;
  index: number;
}

type Ids = readonly { id: string; ids: readonly string[] }[];

export const idsOf = <Card>(columns: readonly BoardColumn<Card>[], cardId: (card: Card) => string): Ids => columns.map((column) => ({ id: column.id, ids: column.cards.map(cardId) }));

export function find(board: Ids, card: string): Spot | null {
  for (const { id, ids } of board) {
    const index = ids.indexOf(card);
    if (index >= 0) return { column: id, index };
  }
  return null;
}

/** The spot one step away for a card that is carried; null at the edges. Spots count the column's other cards. */
export function step(board: Ids, card: string, at: Spot, direction: 'up' | 'down' | 'before' | 'after', ordered: boolean): Spot | null {
  const place = board.findIndex(({ id }) => id === at.column);
  if (direction === 'up' || direction === 'down') {
    if (!ordered) return null;
    const index = at.index + (direction === 'up' ? -1 : 1);
    const most = board[place]!.ids.filter((id) => id !== card).length;
    return index < 0 || index > most ? null : { ...at, index };
  }
  const next = board[place + (direction === 'before' ? -1 : 1)];
  if (!next) return null;
  const most = next.ids.filter((id) => id !== card).length;
  return { column: next.id, index: ordered ? Math.min(at.index, most) : 0 };
}

/** The card beside another, when nothing is carried: in its column, or at the same height of the nearest column that has any. */
export function beside(board: Ids, card: string, direction: 'up' | 'down' | 'before' | 'after'): string | null {
  const at = find(board, card);
  if (!at) return null;
  const place = board.findIndex(({ id }) => id === at.column);
  if (direction === 'up' || direction === 'down') return board[place]!.ids[at.index + (direction === 'up' ? -1 : 1)] ?? null;
  const by = direction === 'before' ? -1 : 1;
  for (let index = place + by; index >= 0 && index < board.length; index += by) {
    const { ids } = board[index]!;
    if (ids.length) return ids[Math.min(at.index, ids.length - 1)]!;
  }
  return null;
}
