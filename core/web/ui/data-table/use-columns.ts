import { useMemo } from 'react';
import { columnOrderingFeature, columnSizingFeature, columnVisibilityFeature, createColumnHelper, tableFeatures, useTable } from '@tanstack/react-table';
import { defaultWidth, inOrder, noColumnState, titleOf } from './column-state.ts';
import type { Column, ColumnState } from './types.ts';

const features = tableFeatures({ columnOrderingFeature, columnSizingFeature, columnVisibilityFeature });
const none: never[] = [];

export interface ShownColumn<Row> extends Column<Row> {
  /** Pixels. */
  size: number;
  title: boolean;
}

/**
 * The columns to draw: shown, ordered and sized. The table model works on columns alone; rows come as they are, because the server
 * sorts and filters them and only those in sight are drawn.
 */
export function useColumns<Row>(columns: readonly Column<Row>[], state: ColumnState | undefined): ShownColumn<Row>[] {
  const definitions = useMemo(() => {
    const helper = createColumnHelper<typeof features, object>();
    return columns.map((column) => helper.display({ id: column.id, header: column.header, size: column.width ?? defaultWidth }));
  }, [columns]);
  const title = titleOf(columns)?.id;
  const model = useMemo(() => {
    const chosen = state ?? noColumnState;
    const byId = new Map(columns.map((column) => [column.id, column]));
    const mayHide = (id: string) => id !== title && !byId.get(id)?.required;
    return {
      columnOrder: state ? inOrder(columns, chosen).map((column) => column.id) : columns.map((column) => column.id),
      columnVisibility: Object.fromEntries(chosen.hidden.filter(mayHide).map((id) => [id, false])),
      columnSizing: chosen.widths,
    };
  }, [columns, state, title]);
  const table = useTable({ features, columns: definitions, data: none as object[], state: model });
  const byId = new Map(columns.map((column) => [column.id, column]));
  return table.getVisibleLeafColumns().flatMap((leaf) => {
    const column = byId.get(leaf.id);
    return column ? [{ ...column, size: leaf.getSize(), title: leaf.id === title }] : [];
  });
}
