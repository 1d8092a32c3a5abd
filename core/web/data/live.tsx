'use client';
import { createContext, useContext, useEffect, useRef, useState, type ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { Topics, type LiveState } from './live-topics.ts';

export type { LiveState };

const LiveContext = createContext<Topics | null>(null);
const LiveStateContext = createContext<LiveState>('connecting');

/**
 * The tab's one connection to `/api/v1/live`; it comes back by itself and resumes where it stopped. It begins where live messages stood when the page was
 * drawn (`from`): what happens between the first answers and the open connection is heard too.
 */
export function LiveProvider({ from: here, children }: { from: string | null; children: ReactNode }) {
  // A page that is drawn anew keeps its connection.
  const [from] = useState(here);
  const [state, setState] = useState<LiveState>('connecting');
  const [topics] = useState(() => new Topics());
  const queries = useQueryClient();
  // The server no longer holds what was missed: everything on the screen may be out of date.
  useEffect(() => topics.subscribe('reset', () => void queries.invalidateQueries()), [topics, queries]);
  useEffect(() => {
    let close: (() => void) | undefined;
    let gone = false;
    void import('./live-channel.ts').then(
      ({ openLive }) => {
        if (!gone) close = openLive(topics, from, setState);
      },
      () => setState('lost'),
    );
    return () => {
      gone = true;
      close?.();
    };
  }, [topics, from]);
  return (
    <LiveContext.Provider value={topics}>
      <LiveStateContext.Provider value={state}>{children}</LiveStateContext.Provider>
    </LiveContext.Provider>
  );
}

/** Calls `handler` with the data of each message of a topic, such as `clients.import-progress`. */
export function useLive<T = unknown>(topic: string, handler: (data: T) => void): void {
  const topics = useContext(LiveContext);
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  useEffect(() => topics?.subscribe(topic, (data) => latest.current(data as T)), [topics, topic]);
}

/** Whether messages arrive; a screen may fetch now and then while they do not. */
export const useLiveState = (): LiveState => useContext(LiveStateContext);
