'use client';
import { useSyncExternalStore } from 'react';
import { themeKey, type Theme } from './theme-script.ts';

const listeners = new Set<() => void>();

function subscribe(listener: () => void) {
  listeners.add(listener);
  addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    removeEventListener('storage', listener);
  };
}

function read(): Theme {
  const stored = localStorage.getItem(themeKey);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

/** The visitor's choice of theme, kept in this browser. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const theme = useSyncExternalStore(subscribe, read, () => 'system' as const);
  const choose = (next: Theme) => {
    if (next === 'system') {
      localStorage.removeItem(themeKey);
      delete document.documentElement.dataset.theme;
    } else {
      localStorage.setItem(themeKey, next);
      document.documentElement.dataset.theme = next;
    }
    listeners.forEach((listener) => listener());
  };
  return [theme, choose];
}
