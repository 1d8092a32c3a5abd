'use client';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { type Shortcut, shortcuts } from './registry.ts';

/**
 * A key, or keys one after another, that work as long as the component is drawn. They are ignored while somebody types or a dialog is
 * open, and the sheet behind `?` lists them. Null adds nothing: for what the user may not do.
 * @example useShortcut(canCreate && { keys: 'c', label: t('list.add'), run: () => setCreating(true), scope: 'page' });
 */
export function useShortcut(shortcut: Shortcut | null | undefined | false): void {
  const latest = useRef(shortcut);
  useEffect(() => {
    latest.current = shortcut;
  });
  const { keys, label, scope, anywhere, hidden } = shortcut || ({} as Partial<Shortcut>);
  useEffect(() => {
    if (!keys) return;
    return shortcuts.add({ keys, label: label ?? '', scope, anywhere, hidden, run: (event) => latest.current && latest.current.run(event) });
  }, [keys, label, scope, anywhere, hidden]);
}

const none: readonly Shortcut[] = [];

/** All that work at the moment. */
export const useShortcuts = (): readonly Shortcut[] => useSyncExternalStore(shortcuts.subscribe, shortcuts.list, () => none);
