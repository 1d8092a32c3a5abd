'use client';
import { createContext, useContext, useEffect, type ReactNode } from 'react';
import type { Me, Scope } from '@loctelli/core';
import { onSessionEnd } from '../api-client/session.ts';

const MeContext = createContext<Me | null>(null);

/** Gives the signed-in pages who is looking at them; leaves for the sign-in page when the session ends. */
export function SessionProvider({ me, children }: { me: Me; children: ReactNode }) {
  useEffect(
    () =>
      onSessionEnd(() => {
        location.replace(`/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`);
      }),
    [],
  );
  return <MeContext.Provider value={me}>{children}</MeContext.Provider>;
}

/** The signed-in user, their tenant, their grants and the plugins that are on. */
export function useMe(): Me {
  const me = useContext(MeContext);
  if (!me) throw new Error('useMe is for signed-in pages');
  return me;
}

/** How far a permission of the user reaches, or null. It decides what is drawn; the server decides what is done. */
export const useCan = (permission: string): Scope | null => useMe().grants[permission] ?? null;
