import { useRef, useState } from 'react';
import { useProblemText } from '../../i18n/problem-text.ts';
import { toast } from '../toast.tsx';
import type { EditorSpec } from './types.ts';

interface Edit<Row> {
  base: Row;
  shown: Row;
  pending: boolean;
}

/** How long a saved change outlives its answer when the list never brings the row anew. */
const keepFor = 10_000;

export interface Edits<Row> {
  /** The row as it should look now: as loaded, or with a change that is on its way. */
  shown: (row: Row) => Row;
  save: (row: Row, spec: EditorSpec<Row>, value: unknown) => void;
}

/** Changes shown before the server has answered; taken back, with the reason in a toast, when it refuses. */
export function useEdits<Row>(rowId: (row: Row) => string): Edits<Row> {
  const describe = useProblemText();
  const [edits, setEdits] = useState<ReadonlyMap<string, Edit<Row>>>(new Map());
  const latest = useRef(edits);
  const change = (id: string, next: Edit<Row> | null) => {
    const map = new Map(latest.current);
    if (next) map.set(id, next);
    else map.delete(id);
    latest.current = map;
    setEdits(map);
  };
  const shown = (row: Row) => {
    const edit = edits.get(rowId(row));
    // Once the list brings the row anew, that is the truth.
    return edit && (edit.pending || edit.base === row) ? edit.shown : row;
  };
  const save = (row: Row, spec: EditorSpec<Row>, value: unknown) => {
    if (same(spec.value, value)) return;
    const id = rowId(row);
    const { apply, save: send, onFailure } = spec as unknown as { apply: (value: unknown) => Row; save: (value: unknown) => Promise<unknown>; onFailure?: (error: unknown, value: unknown) => boolean | void };
    const edit: Edit<Row> = { base: row, shown: apply(value), pending: true };
    const isLast = () => latest.current.get(id)?.shown === edit.shown;
    change(id, edit);
    send(value).then(
      () => {
        if (!isLast()) return;
        change(id, { ...edit, pending: false });
        setTimeout(() => isLast() && change(id, null), keepFor);
      },
      (error: unknown) => {
        if (isLast()) change(id, null);
        if (!onFailure?.(error, value)) toast.error(describe(error));
      },
    );
  };
  return { shown, save };
}

const same = (a: unknown, b: unknown) => a === b || (Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((entry, index) => entry === b[index]));
