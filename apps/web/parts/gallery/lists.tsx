'use client';
import { useState } from 'react';
import { Trash2 } from 'lucide-react';
import {
  Badge, BarChart, Board, BoardSkeleton, Button, ColumnMenu, DataTable, FilterBar, FunnelChart, LineChart, ListState, noColumnState, Pagination, SavedViews, SortableList, Sparkline, TableSkeleton, useFormats, VirtualList,
  type Column, type FilterCondition,
} from '@loctelli/core/web';
import { filterFields, months, people, stages, words, type Person } from './samples.ts';

const nothing = () => undefined;
const none = { total: undefined, isLoading: false, isRefreshing: false, error: null, hasMore: false, isLoadingMore: false, loadMore: nothing, refetch: nothing };

function useColumns(): Column<Person>[] {
  const formats = useFormats();
  return [
    { id: 'name', header: words.name, card: 'title', sortable: true, width: 220, cell: ({ name }) => name, edit: (row) => ({ type: 'text', value: row.name, required: true, apply: (name) => ({ ...row, name }), save: async () => undefined }) },
    { id: 'company', header: words.company, width: 200, cell: ({ company }) => company, edit: (row) => ({ type: 'text', value: row.company, apply: (company) => ({ ...row, company }), save: async () => undefined }) },
    { id: 'status', header: words.status, cell: ({ status }) => <Badge tone="accent">{stages.find(({ value }) => value === status)?.label}</Badge>, edit: (row) => ({ type: 'select', options: stages, value: row.status, apply: (status) => ({ ...row, status: status ?? '' }), save: async () => undefined }) },
    { id: 'value', header: words.value, align: 'end', cell: ({ value }) => formats.money(value, 'EUR'), edit: (row) => ({ type: 'number', value: row.value, min: 0, apply: (value) => ({ ...row, value: value ?? 0 }), save: async () => undefined }) },
    { id: 'joined', header: words.joined, cell: ({ joined }) => formats.date(joined), edit: (row) => ({ type: 'date', value: row.joined, apply: (joined) => ({ ...row, joined: joined ?? '' }), save: async () => undefined }) },
    { id: 'tags', header: words.tags, cell: ({ tags }) => formats.list(tags), edit: (row) => ({ type: 'tags', value: row.tags, apply: (tags) => ({ ...row, tags }), save: async () => undefined }) },
  ];
}

/** A short table with tick boxes, and one over 100,000 rows. */
export function Tables() {
  const columns = useColumns();
  const [many] = useState(() => people(100_000));
  const [few] = useState(() => people(4));
  const [selection, setSelection] = useState<Set<string>>(new Set(['2']));
  const [all, setAll] = useState(false);
  const [columnState, setColumnState] = useState(noColumnState);
  const [conditions, setConditions] = useState<FilterCondition[]>([{ field: 'status', operator: 'anyOf', value: ['won', 'lead'] }]);
  const shared = { columns, rowId: ({ id }: Person) => String(id), rowLabel: ({ name }: Person) => name };
  return (
    <>
      <SavedViews list="gallery" allLabel={words.all} current={null} query={{}} onOpen={nothing} />
      <FilterBar fields={filterFields} value={conditions} onChange={setConditions} end={<ColumnMenu columns={columns} state={columnState} onChange={setColumnState} />} />
      <DataTable {...shared} label={words.people} rows={few} rowMenu={() => [{ items: [{ id: 'delete', label: words.delete, icon: <Trash2 />, danger: true }] }]} selection={selection} onSelection={setSelection} matching={{ count: 2140, exact: true }} allMatching={all} onAllMatching={setAll} bulk={() => <Button size="sm" variant="ghost">{words.save}</Button>} />
      <DataTable {...shared} label={words.all} rows={many} virtual heightClass="h-96" columnState={columnState} onColumnState={setColumnState} rowHref={({ id }) => `#${id}`} />
      <VirtualList label={words.people} rows={many} rowId={({ id }) => String(id)} rowHeight={36} active={null} className="h-40 rounded-lg border">
        {({ name }, { tabIndex }) => <button type="button" tabIndex={tabIndex} className="block h-9 w-full px-3 text-start hover:bg-hover focus-visible:-outline-offset-2">{name}</button>}
      </VirtualList>
      <Pagination shown={50} total={{ count: 2140, exact: false }} hasMore onMore={nothing} />
      <ListState list={{ ...none, rows: [], isLoading: true }} skeleton={<TableSkeleton rows={2} />} empty={null}>{() => null}</ListState>
    </>
  );
}

export function Boards() {
  const formats = useFormats();
  const [cards, setCards] = useState(() => people(8));
  return (
    <>
      <Board
        label={words.pipeline} heightClass="h-80" cardId={({ id }) => String(id)} cardLabel={({ name }) => name}
        columns={stages.map(({ value, label }) => ({ id: value, title: label, cards: cards.filter(({ status }) => status === value), sum: formats.money(cards.filter(({ status }) => status === value).reduce((sum, card) => sum + card.value, 0), 'EUR') }))}
        card={({ name, value }) => <><span className="block font-medium">{name}</span><span className="text-sm text-muted tabular-nums">{formats.money(value, 'EUR')}</span></>}
        onMove={({ card, to }) => setCards((now) => [{ ...card, status: to }, ...now.filter(({ id }) => id !== card.id)])}
      />
      <BoardSkeleton columns={3} heightClass="h-40" />
    </>
  );
}

export function Charts() {
  const formats = useFormats();
  const series = [{ id: 'revenue', label: words.revenue }, { id: 'costs', label: words.costs }];
  const format = (value: number) => formats.money(value, 'EUR');
  return (
    <div className="grid gap-6 lg:grid-cols-2">
      <LineChart label={words.revenue} series={series} data={months} format={format} />
      <BarChart label={words.costs} series={series} data={months} format={format} />
      <FunnelChart label={words.pipeline} valueLabel={words.people} steps={stages.slice(0, 3).map(({ label }, index) => ({ label, value: [240, 110, 46][index]! }))} />
      <p className="flex items-center gap-3"><span className="text-xl font-semibold tabular-nums">{format(31000)}</span><Sparkline label={words.revenue} values={months.map(({ values }) => values.revenue)} /></p>
    </div>
  );
}

export function Orders() {
  const [items, setItems] = useState(stages);
  return <SortableList items={items} itemId={({ value }) => value} itemLabel={({ label }) => label} onOrder={setItems} label={words.pipeline}>{({ label }) => label}</SortableList>;
}
