import type { ReactNode } from 'react';
import type { MenuGroup } from '../menu.tsx';
import type { Option } from '../select.tsx';

export interface Column<Row> {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Its header sorts; the page does the sorting, usually by asking the server. */
  sortable?: boolean;
  align?: 'start' | 'end';
  /** Tailwind classes of the whole column, header and cells: a width such as `w-40`, or from where on it gives way. */
  className?: string;
  /** On a card under 640 px: `title` is its heading, `hidden` is left out, otherwise a labelled line. */
  card?: 'title' | 'hidden' | 'bare';
  /** Pixels at first, where columns keep a width of their own (`virtual`, `columnState`); 160 unless told. */
  width?: number;
  /** Cannot be taken away by the column menu. The title column never can. */
  required?: boolean;
  /** How a cell is changed in place; null where this row's cell may only be read. */
  edit?: (row: Row) => EditorSpec<Row> | null | undefined;
}

interface Editor<Row, Value> {
  value: Value;
  /** The row as it will look: shown at once, while `save` is on its way. */
  apply: (value: Value) => Row;
  /** Sends the change. A rejection rolls the cell back and says why in a toast. */
  save: (value: Value) => Promise<unknown>;
  /** Returns true when it has spoken for itself about a failed save, such as with a conflict dialog; then there is no toast. */
  onFailure?: (error: unknown, value: Value) => boolean | void;
}

/** One kind of editor and what it writes. Dates are `2026-11-23`. */
export type EditorSpec<Row> =
  | ({ type: 'text'; required?: boolean; inputMode?: 'email' | 'tel' | 'url' | 'text' } & Editor<Row, string>)
  | ({ type: 'number'; min?: number; max?: number; step?: number } & Editor<Row, number | null>)
  | ({ type: 'select'; options: readonly Option[] } & Editor<Row, string | null>)
  | ({ type: 'date' } & Editor<Row, string | null>)
  | ({ type: 'tags'; suggestions?: readonly string[] } & Editor<Row, string[]>);

export interface Sort {
  id: string;
  direction: 'asc' | 'desc';
}

/** Which columns show, in which order, how wide in pixels. Ids that no longer exist are passed over; new ones come last, shown. */
export interface ColumnState {
  /** Columns taken away. */
  hidden: string[];
  order: string[];
  widths: Record<string, number>;
}

export interface DataTableProps<Row> {
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowId: (row: Row) => string;
  /** What the table lists, for screen readers. */
  label: string;
  sort?: Sort | null;
  onSort?: (sort: Sort) => void;
  /** Chosen row ids; the first column becomes tick boxes. */
  selection?: ReadonlySet<string>;
  onSelection?: (selection: Set<string>) => void;
  /** How many match the list's filters in all: offers to choose them all once every loaded row is chosen. */
  matching?: { count: number; exact: boolean };
  /** Every matching row is chosen, loaded or not. `bulk` then acts on the filters and not on the ids. */
  allMatching?: boolean;
  onAllMatching?: (all: boolean) => void;
  /** What a row opens; its title column becomes the link. */
  rowHref?: (row: Row) => string;
  /** Names a row where only its tick box or menu speaks. */
  rowLabel?: (row: Row) => string;
  /** Buttons or a menu at the end of each row. */
  rowActions?: (row: Row) => ReactNode;
  /** The same as groups of a menu, which the table draws. */
  rowMenu?: (row: Row) => MenuGroup[];
  /** Shown at the bottom while rows are selected. */
  bulk?: (selection: ReadonlySet<string>, all: boolean) => ReactNode;
  /** Rows are being fetched again: they stay, a little paler. */
  refreshing?: boolean;
  /** A scroll area of its own that draws only the rows in sight, with header and first column staying. */
  virtual?: boolean;
  /** `virtual`: the end of the loaded rows is near. Called once per number of rows. */
  onEnd?: () => void;
  /** `virtual`: more rows follow those loaded. */
  hasMore?: boolean;
  /** `virtual`: height of the scroll area, as Tailwind classes. */
  heightClass?: string;
  columnState?: ColumnState;
  /** With it, columns can be made wider and narrower. */
  onColumnState?: (state: ColumnState) => void;
}
