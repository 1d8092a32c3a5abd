import type { Client, ClientBoard } from '../../contract.ts';

/** The board as it will look once a client has moved: on top of its new column, counted and summed there. */
export function placed(board: ClientBoard, clientId: number, stageId: number): ClientBoard {
  const card = board.columns.flatMap(({ items }) => items).find(({ id }) => id === clientId);
  if (!card || card.stageId === stageId || !board.columns.some((column) => column.stageId === stageId)) return board;
  const moved: Client = { ...card, stageId, stageSince: new Date().toISOString() };
  const columns = board.columns.map((column) => {
    if (column.stageId === card.stageId) return { ...column, count: Math.max(0, column.count - 1), sums: summed(column.sums, card, -1), items: column.items.filter(({ id }) => id !== clientId) };
    if (column.stageId === stageId) return { ...column, count: column.count + 1, sums: summed(column.sums, card, 1), items: [moved, ...column.items] };
    return column;
  });
  return { ...board, columns };
}

type Sums = ClientBoard['columns'][number]['sums'];

/** The weighted sum is left to the server, who knows the stage's probability. */
function summed(sums: Sums, { value, currency }: Client, sign: 1 | -1): Sums {
  if (value === null || currency === null) return sums;
  if (!sums.some((sum) => sum.currency === currency)) return sign > 0 ? [...sums, { currency, value, weighted: 0 }] : sums;
  return sums.map((sum) => (sum.currency === currency ? { ...sum, value: Math.max(0, sum.value + sign * value) } : sum));
}
