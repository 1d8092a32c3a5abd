'use client';
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { useTranslations } from 'next-intl';
import type { DraftStore, Fault, Path } from './draft-store.ts';

const DraftContext = createContext<DraftStore | null>(null);
export const DraftProvider = DraftContext.Provider;

export function useDraft(): DraftStore {
  const store = useContext(DraftContext);
  if (!store) throw new Error('used outside of the editor');
  return store;
}

/** A part of the draft: its value, how to change it, and what is wrong with it. */
export function useAt<T>(path: Path): { value: T; set: (value: T) => void; error: string | undefined; readOnly: boolean } {
  const store = useDraft();
  const value = useSyncExternalStore(store.subscribe, () => store.at<T>(path), () => store.at<T>(path));
  const code = useSyncExternalStore(store.subscribe, () => faultAt(store, path), () => faultAt(store, path));
  const t = useTranslations('strategies.faults');
  const set = useCallback((next: T) => store.set(path, next), [store, path]);
  return { value, set, error: code && t(code), readOnly: store.readOnly };
}

const faultAt = (store: DraftStore, path: Path): Fault['code'] | undefined => store.all().find((each) => each.path === path)?.code;

/** How many things are wrong at or below a place. */
export function useFaultCount(path: Path): number {
  const store = useDraft();
  const count = () => store.all().filter((each) => each.path === path || each.path.startsWith(`${path}.`)).length;
  return useSyncExternalStore(store.subscribe, count, count);
}

/** Everything that is wrong, in the order of the draft. */
export function useFaults(): Fault[] {
  const store = useDraft();
  const text = () => JSON.stringify(store.all());
  const now = useSyncExternalStore(store.subscribe, text, text);
  return useMemo(() => JSON.parse(now) as Fault[], [now]);
}

/** Calls `open` when somebody asks to be led to a place at or below this one. */
export function useWanted(path: Path, open: (wanted: Path) => void): void {
  const store = useDraft();
  const wanted = useSyncExternalStore(store.subscribe, () => store.wanted, () => store.wanted);
  const latest = useRef(open);
  useEffect(() => {
    latest.current = open;
  });
  useEffect(() => {
    if (wanted && (wanted.path === path || wanted.path.startsWith(`${path}.`))) latest.current(wanted.path);
  }, [wanted, path]);
}
