import { useState } from 'react';
import { click, focus, press, render, rest, type } from '../../testing/render.tsx';
import { ColumnMenu } from './column-menu.tsx';
import { noColumnState } from './column-state.ts';
import { DataTable } from './data-table.tsx';
import type { Column, DataTableProps } from './types.ts';

interface Person {
  id: number;
  name: string;
  company: string;
}
const people = (count: number): Person[] => Array.from({ length: count }, (_, index) => ({ id: index + 1, name: `Person ${index + 1}`, company: `Company ${index + 1}` }));
const columns: Column<Person>[] = [
  { id: 'name', header: 'Name', cell: ({ name }) => name, card: 'title' },
  { id: 'company', header: 'Company', cell: ({ company }) => company },
  { id: 'number', header: 'Number', cell: ({ id }) => id },
];
const rowId = ({ id }: Person) => String(id);

function Example(props: Partial<DataTableProps<Person>>) {
  const [selection, setSelection] = useState<Set<string>>(new Set());
  const [all, setAll] = useState(false);
  return (
    <DataTable label="People" columns={columns} rows={people(5)} rowId={rowId} rowLabel={({ name }) => name} rowHref={({ id }) => `/people/${id}`}
      selection={selection} onSelection={setSelection} allMatching={all} onAllMatching={setAll} bulk={(chosen, every) => <b>{every ? 'everything' : [...chosen].join()}</b>} {...props} />
  );
}
const rows = (root: ParentNode) => [...root.querySelectorAll<HTMLElement>('tr[data-row]')];
const cell = (root: ParentNode, row: string, column: string) => root.querySelector<HTMLElement>(`tr[data-row="${row}"] td[data-column="${column}"]`)!;
const focused = () => (document.activeElement as HTMLElement).dataset.row;

beforeEach(() => (document.body.innerHTML = ''));

describe('the keyboard', () => {
  it('enters the list with j from anywhere on the page, moves with j, k and arrows, and opens with Enter or o', async () => {
    const { visited } = await render(<Example />);
    await press('j', {}, document.body);
    expect(focused()).toBe('1');
    await press('j');
    await press('ArrowDown');
    await press('k');
    expect(focused()).toBe('2');
    await press('Enter');
    await press('j');
    await press('o');
    expect(visited).toEqual(['/people/2', '/people/3']);
  });

  it('chooses with x, extends with shift and arrows, and lets go with Escape', async () => {
    const { container } = await render(<Example />);
    await focus(rows(container)[1]!);
    await press('x');
    expect(container.querySelector('[role=toolbar] b')!.textContent).toBe('2');
    await press('ArrowDown', { shiftKey: true });
    await press('ArrowDown', { shiftKey: true });
    expect(container.querySelector('[role=toolbar] b')!.textContent).toBe('2,3,4');
    await press('Escape');
    expect(container.querySelector('[role=toolbar]')).toBeNull();
  });

  it('leaves typing in a field alone', async () => {
    const { container } = await render(<Example rowActions={() => <input aria-label="note" />} />);
    await focus(container.querySelector<HTMLElement>('tr[data-row="2"] input[aria-label=note]')!);
    await press('x');
    await press('j');
    expect(container.querySelector('[role=toolbar]')).toBeNull();
    expect(document.activeElement!.tagName).toBe('INPUT');
  });

  it('has one row that Tab reaches', async () => {
    const { container } = await render(<Example />);
    expect(rows(container).map((row) => row.tabIndex)).toEqual([0, -1, -1, -1, -1]);
    await focus(rows(container)[3]!);
    await rest();
    expect(rows(container).map((row) => row.tabIndex)).toEqual([-1, -1, -1, 0, -1]);
  });
});

describe('choosing', () => {
  it('takes the range from the last row to a row clicked with shift', async () => {
    const { container } = await render(<Example />);
    const box = (index: number) => rows(container)[index]!.querySelector('[role=checkbox]')!;
    await click(box(1));
    await click(box(3), { shiftKey: true });
    expect(container.querySelector('[role=toolbar] b')!.textContent).toBe('2,3,4');
  });

  it('offers all matching rows once every loaded one is chosen, and says so to the bulk actions', async () => {
    const { container } = await render(<Example matching={{ count: 2140, exact: true }} />);
    await click(container.querySelector('thead [role=checkbox]')!);
    const offer = [...container.querySelectorAll('[role=toolbar] button')].find((button) => button.textContent === 'Select all 2,140 matching')!;
    await click(offer);
    expect(container.querySelector('[role=toolbar] b')!.textContent).toBe('everything');
    expect(container.querySelector('[role=toolbar]')!.textContent).toContain('All 2,140 matching selected');
    // Taking one away leaves the other loaded ones.
    await click(rows(container)[0]!.querySelector('[role=checkbox]')!);
    expect(container.querySelector('[role=toolbar] b')!.textContent).toBe('2,3,4,5');
  });
});

describe('editing in place', () => {
  function Editable({ save }: { save: (value: string) => Promise<unknown> }) {
    const [data] = useState(() => people(3));
    const editing: Column<Person>[] = columns.map((column) => (column.id === 'company' ? { ...column, edit: (row) => ({ type: 'text', value: row.company, apply: (company) => ({ ...row, company }), save }) } : column));
    return <Example rows={data} columns={editing} />;
  }
  const input = (root: ParentNode) => root.querySelector<HTMLInputElement>('td input:not([type=checkbox])');

  it('opens with e, shows the change at once and saves with Enter', async () => {
    let settle = () => {};
    const save = jest.fn(() => new Promise<void>((resolve) => (settle = resolve)));
    const { container } = await render(<Editable save={save} />);
    await focus(rows(container)[1]!);
    await press('e');
    await type(input(container)!, 'Acme');
    await press('Enter');
    expect(save).toHaveBeenCalledWith('Acme');
    expect(cell(container, '2', 'company').textContent).toContain('Acme');
    expect(document.activeElement).toBe(cell(container, '2', 'company'));
    settle();
    await rest();
    expect(cell(container, '2', 'company').textContent).toContain('Acme');
  });

  it('goes back to what it was when the server refuses', async () => {
    const { container } = await render(<Editable save={() => Promise.reject(new Error('no'))} />);
    await focus(cell(container, '1', 'company'));
    await press('F2');
    await type(input(container)!, 'Acme');
    await press('Enter');
    await rest();
    expect(cell(container, '1', 'company').textContent).toContain('Company 1');
  });

  it('leaves the cell as it was with Escape, and sends nothing when nothing changed', async () => {
    const save = jest.fn(async () => undefined);
    const { container } = await render(<Editable save={save} />);
    await focus(cell(container, '1', 'company'));
    await press('Enter');
    await type(input(container)!, 'Acme');
    await press('Escape');
    await press('Enter');
    await press('Enter');
    expect(save).not.toHaveBeenCalled();
    expect(input(container)).toBeNull();
  });

  it('goes to the next cell that can be edited with Tab, over the end of the row', async () => {
    const save = jest.fn(async () => undefined);
    const { container } = await render(<Editable save={save} />);
    await focus(cell(container, '1', 'company'));
    await press('Enter');
    await type(input(container)!, 'Acme');
    await press('Tab');
    expect(save).toHaveBeenCalledWith('Acme');
    expect(cell(container, '2', 'company').contains(input(container))).toBe(true);
  });
});

describe('columns', () => {
  function WithMenu() {
    const [state, setState] = useState(noColumnState);
    return (
      <>
        <ColumnMenu columns={columns} state={state} onChange={setState} />
        <Example columnState={state} onColumnState={setState} />
      </>
    );
  }
  const heads = (root: ParentNode) => [...root.querySelectorAll('th')].map((head) => head.textContent).filter(Boolean);

  it('are taken away and moved from the menu, the title excepted', async () => {
    const { container } = await render(<WithMenu />);
    await click(container.querySelector('button[aria-haspopup]')!);
    await rest(50);
    const named = (name: string) => document.querySelector<HTMLElement>(`[aria-label="${name}"]`)!;
    await click(named('Move Number up'));
    expect(heads(container)).toEqual(['Name', 'Number', 'Company']);
    const boxes = [...document.querySelectorAll('li [role=checkbox]')];
    expect(boxes[0]!.getAttribute('aria-disabled')).toBe('true');
    await click(boxes[2]!);
    expect(heads(container)).toEqual(['Name', 'Number']);
  });

  it('grow and shrink by the arrow keys on their edge', async () => {
    const { container } = await render(<WithMenu />);
    const edge = container.querySelector<HTMLElement>('[role=separator][aria-label="Width of Company"]')!;
    await press('ArrowRight', {}, edge);
    expect(container.querySelector('[aria-label="Width of Company"]')!.getAttribute('aria-valuenow')).toBe('176');
  });
});

describe('a window over very many rows', () => {
  beforeEach(() => {
    jest.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(44);
    jest.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(600);
  });
  afterEach(() => jest.restoreAllMocks());

  it('draws few rows, counts all of them, and asks for more near the end', async () => {
    const onEnd = jest.fn();
    const { container, rerender } = await render(<Example rows={people(100_000)} virtual matching={{ count: 250_000, exact: true }} onEnd={onEnd} hasMore />);
    await rest(50);
    expect(rows(container).length).toBeLessThan(40);
    expect(rows(container).length).toBeGreaterThan(10);
    expect(container.querySelector('table')!.getAttribute('aria-rowcount')).toBe('250001');
    expect(rows(container)[0]!.getAttribute('aria-rowindex')).toBe('2');
    expect(onEnd).not.toHaveBeenCalled();
    await rerender(<Example rows={people(25)} virtual onEnd={onEnd} hasMore />);
    await rest(50);
    expect(onEnd).toHaveBeenCalledTimes(1);
  });
});
