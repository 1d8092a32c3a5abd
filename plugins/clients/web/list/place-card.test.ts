import fc from 'fast-check';
import type { Client, ClientBoard } from '../../contract.ts';
import { placed } from './place-card.ts';

const card = (id: number, stageId: number, value: number | null) => ({ id, stageId, value, currency: value === null ? null : 'EUR' }) as Client;
const board = fc
  .array(fc.array(fc.option(fc.integer({ min: 0, max: 9_999 })), { maxLength: 6 }), { minLength: 1, maxLength: 5 })
  .map((columns): ClientBoard => {
    let id = 0;
    return {
      pipelineId: 1,
      columns: columns.map((values, stageId) => {
        const items = values.map((value) => card(++id, stageId, value));
        const sum = values.reduce<number>((total, value) => total + (value ?? 0), 0);
        return { stageId, count: items.length, exact: true, stuck: 0, sums: sum > 0 ? [{ currency: 'EUR', value: sum, weighted: 0 }] : [], items, nextCursor: null };
      }),
    };
  });
const worth = ({ columns }: ClientBoard) => columns.reduce((total, { sums }) => total + sums.reduce((sum, { value }) => sum + value, 0), 0);
const counted = ({ columns }: ClientBoard) => columns.reduce((total, { count }) => total + count, 0);

test('a moved card is in its new column alone, and nothing is counted or summed twice', () => {
  fc.assert(
    fc.property(board, fc.nat(), fc.nat(), (before, which, where) => {
      const cards = before.columns.flatMap(({ items }) => items);
      fc.pre(cards.length > 0);
      const moving = cards[which % cards.length]!;
      const stageId = where % before.columns.length;
      const after = placed(before, moving.id, stageId);
      const holders = after.columns.filter(({ items }) => items.some(({ id }) => id === moving.id));
      expect(holders.map((column) => column.stageId)).toEqual([stageId]);
      expect(counted(after)).toBe(counted(before));
      expect(worth(after)).toBe(worth(before));
      for (const { count, items } of after.columns) expect(count).toBe(items.length);
    }),
  );
});

test('a card that is not there, or a stage of another pipeline, changes nothing', () => {
  const [before] = fc.sample(board, 1) as [ClientBoard];
  expect(placed(before, 999, 0)).toBe(before);
  expect(placed(before, 1, 999)).toBe(before);
});
