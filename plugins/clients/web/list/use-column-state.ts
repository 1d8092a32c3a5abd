'use client';
import { useEffect, useRef, useState } from 'react';
import { coreApi, noColumnState, useApiQuery, type ColumnState } from '@loctelli/core/web';
import { hiddenAtFirst } from './use-columns.tsx';

const key = 'clients.table';
const restMs = 800;

/** Which columns somebody sees: those of the view they are in, else their own arrangement, which follows them from device to device. */
export function useColumnState(ofView: ColumnState | null): [ColumnState, (state: ColumnState) => void] {
  const { data } = useApiQuery(['preferences', key], () => coreApi.preferences.getPreference(key));
  const [own, setOwn] = useState<ColumnState | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => setOwn(null), [ofView]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const kept = data?.value as unknown as ColumnState | null | undefined;
  const change = (state: ColumnState) => {
    setOwn(state);
    clearTimeout(timer.current);
    // A view keeps its columns when it is saved; without one, they are the user's own.
    if (!ofView) timer.current = setTimeout(() => void coreApi.preferences.setPreference(key, state as never), restMs);
  };
  return [own ?? ofView ?? kept ?? { ...noColumnState, hidden: hiddenAtFirst }, change];
}
