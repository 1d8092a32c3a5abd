import { useState } from 'react';
import fc from 'fast-check';
import { click, focus, press, render, rest } from '../../testing/render.tsx';
import { Board } from './board.tsx';
import { beside, find, step } from './places.ts';
import type { BoardMove, BoardProps } from './types.ts';

interface Deal {
  id: number;
  name: string;
}
const start: Record<string, Deal[]> = { lead: [{ id: 1, name: 'Roof' }, { id: 2, name: 'Gutter' }], offer: [{ id: 3, name: 'Solar' }], won: [] };

function Example({ moved, ...props }: Partial<BoardProps<Deal>> & { moved?: (move: BoardMove<Deal>) => void }) {
  const [state, setState] = useState(start);
  return (
    <Board label="Pipeline" cardId={({ id }) => String(id)} cardLabel={({ name }) => name} card={({ name }) => name} cardHref={({ id }) => `/deals/${id}`}
      columns={Object.entries(state).map(([id, cards]) => ({ id, title: id, cards }))}
      onMove={(move) => {
        moved?.(move);
        setState((now) => {
          const without = Object.fromEntries(Object.entries(now).map(([id, cards]) => [id, cards.filter((card) => card !== move.card)]));
          return { ...without, [move.to]: [...without[move.to]!.slice(0, move.index), move.card, ...without[move.to]!.slice(move.index)] };
        });
      }}
      {...props}
    />
  );
}
const card = (id: string) => document.querySelector<HTMLElement>(`[data-card="${id}"]`)!;
const focused = () => (document.activeElement as HTMLElement).dataset.card;
const spoken = () => document.querySelector('[aria-live=assertive].sr-only')!.textContent;
const columnOf = (id: string) => card(id).closest<HTMLElement>('[data-board-column]')!.dataset.boardColumn;

async function show(props: Parameters<typeof Example>[0] = {}, locale: 'en' | 'ar' = 'en') {
  document.body.innerHTML = '';
  const rendered = await render(<Example {...props} />, locale);
  await rest(100);
  return rendered;
}

it('moves between cards by arrows and opens one with Enter', async () => {
  const { visited } = await show();
  await focus(card('1'));
  await press('ArrowDown');
  expect(focused()).toBe('2');
  await press('ArrowRight');
  expect(focused()).toBe('3');
  await press('Enter');
  expect(visited).toEqual(['/deals/3']);
});

it('carries a card to another column by keyboard, says so, and keeps the focus on it', async () => {
  const moved = jest.fn();
  await show({ moved });
  await focus(card('2'));
  await press(' ');
  expect(spoken()).toBe('Lifted Gutter from lead.');
  await press('ArrowRight');
  await press('ArrowRight');
  expect(spoken()).toBe('Gutter is over won.');
  expect(moved).not.toHaveBeenCalled();
  await press(' ');
  expect(moved).toHaveBeenCalledWith({ card: start.lead![1], id: '2', from: 'lead', to: 'won', index: 0 });
  expect(columnOf('2')).toBe('won');
  expect(focused()).toBe('2');
  expect(spoken()).toBe('Gutter is in won now.');
});

it('puts a carried card back with Escape', async () => {
  const moved = jest.fn();
  await show({ moved });
  await focus(card('1'));
  await press(' ');
  await press('ArrowRight');
  await press('Escape');
  expect(moved).not.toHaveBeenCalled();
  expect(columnOf('1')).toBe('lead');
});

it('goes the other way round in a language written from right to left', async () => {
  const css = jest.spyOn(window, 'getComputedStyle').mockReturnValue({ direction: 'rtl' } as CSSStyleDeclaration);
  const moved = jest.fn();
  await show({ moved });
  await focus(card('1'));
  await press(' ');
  await press('ArrowLeft');
  await press(' ');
  expect(moved.mock.calls[0][0]).toMatchObject({ from: 'lead', to: 'offer' });
  css.mockRestore();
});

it('offers the same move in the card’s menu', async () => {
  const moved = jest.fn();
  await show({ moved });
  await click(document.querySelector('[aria-label="Actions for Solar"]')!);
  await rest(50);
  const target = [...document.querySelectorAll('[role=menuitemcheckbox]')].find((item) => item.textContent === 'won')!;
  await click(target);
  await rest(50);
  expect(moved.mock.calls[0][0]).toMatchObject({ id: '3', from: 'offer', to: 'won' });
});

it('does not lift what may not be moved', async () => {
  await show({ canMove: () => false });
  await focus(card('1'));
  await press(' ');
  expect(spoken()).toBe('');
});

it('chooses a place in an ordered column', async () => {
  const moved = jest.fn();
  await show({ moved, ordered: true });
  await focus(card('1'));
  await press(' ');
  await press('ArrowDown');
  expect(spoken()).toBe('Roof is over lead, place 2 of 2.');
  await press(' ');
  expect(moved.mock.calls[0][0]).toMatchObject({ id: '1', from: 'lead', to: 'lead', index: 1 });
});

it('never steps outside the board', () => {
  const boards = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 5 }).map((sizes) => sizes.map((size, column) => ({ id: `c${column}`, ids: Array.from({ length: size }, (_, index) => `${column}-${index}`) })));
  const directions = fc.constantFrom('up' as const, 'down' as const, 'before' as const, 'after' as const);
  fc.assert(
    fc.property(boards, fc.array(directions, { maxLength: 12 }), fc.boolean(), (board, steps, ordered) => {
      const id = board.flatMap(({ ids }) => ids)[0];
      if (id === undefined) return;
      let at = find(board, id)!;
      for (const direction of steps) {
        at = step(board, id, at, direction, ordered) ?? at;
        const column = board.find((each) => each.id === at.column)!;
        expect(at.index).toBeGreaterThanOrEqual(0);
        expect(at.index).toBeLessThanOrEqual(column.ids.filter((each) => each !== id).length);
        const next = beside(board, id, direction);
        if (next !== null) expect(find(board, next)).not.toBeNull();
      }
    }),
  );
});
