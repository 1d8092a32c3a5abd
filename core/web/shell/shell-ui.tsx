'use client';
import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';

interface ShellUi {
  palette: boolean;
  setPalette: (open: boolean) => void;
  /** The sheet that lists the shortcuts. */
  sheet: boolean;
  setSheet: (open: boolean) => void;
}
const Context = createContext<ShellUi | null>(null);

/** What of the shell lies above the page, so that any part can open it. */
export function ShellUiProvider({ children }: { children: ReactNode }) {
  const [palette, setPalette] = useState(false);
  const [sheet, setSheet] = useState(false);
  const value = useMemo(() => ({ palette, setPalette, sheet, setSheet }), [palette, sheet]);
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

export function useShellUi(): ShellUi {
  const value = useContext(Context);
  if (!value) throw new Error('useShellUi is for parts of the shell');
  return value;
}
