'use client';
import { createContext, useContext, useEffect, useRef, useState, type ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { renewSession } from '../api-client/session.ts';

export type LiveState = 'connecting' | 'open' | 'lost';
type Handler = (data: unknown) => void;

interface Channel {
  subscribe(topic: string, handler: Handler): () => void;
}
const LiveContext = createContext<Channel | null>(null);
const LiveStateContext = createContext<LiveState>('connecting');

/** The tab's one connection to `/api/v1/live`; it comes back by itself and resumes where it stopped. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const [state, setState] = useState<LiveState>('connecting');
  const [channel] = useState(() => new LiveChannel(setState));
  const queries = useQueryClient();
  useEffect(() => channel.start(), [channel]);
  // The server no longer holds what was missed: everything on the screen may be out of date.
  useEffect(() => channel.subscribe('reset', () => void queries.invalidateQueries()), [channel, queries]);
  return (
    <LiveContext.Provider value={channel}>
      <LiveStateContext.Provider value={state}>{children}</LiveStateContext.Provider>
    </LiveContext.Provider>
  );
}

/** Calls `handler` with the data of each message of a topic, such as `clients.import-progress`. */
export function useLive<T = unknown>(topic: string, handler: (data: T) => void): void {
  const channel = useContext(LiveContext);
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  useEffect(() => channel?.subscribe(topic, (data) => latest.current(data as T)), [channel, topic]);
}

/** Whether messages arrive; a screen may fetch now and then while they do not. */
export const useLiveState = (): LiveState => useContext(LiveStateContext);

class LiveChannel implements Channel {
  private source: EventSource | null = null;
  private readonly handlers = new Map<string, Set<Handler>>();
  private lastId = '';
  private failures = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly report: (state: LiveState) => void) {}

  start(): () => void {
    this.open();
    return () => {
      clearTimeout(this.timer);
      this.source?.close();
      this.source = null;
    };
  }

  subscribe(topic: string, handler: Handler): () => void {
    const known = this.handlers.get(topic) ?? new Set();
    if (!this.handlers.has(topic)) {
      this.handlers.set(topic, known);
      this.source?.addEventListener(topic, this.receive);
    }
    known.add(handler);
    return () => void known.delete(handler);
  }

  private open(): void {
    const source = new EventSource(`/api/v1/live${this.lastId ? `?lastEventId=${encodeURIComponent(this.lastId)}` : ''}`);
    this.source = source;
    source.onopen = () => {
      this.failures = 0;
      this.report('open');
    };
    source.onmessage = this.receive;
    source.onerror = () => {
      this.report('lost');
      // The browser repeats dropped connections by itself and gives up on refusals (401, 503): those are ours to repeat.
      if (source.readyState === EventSource.CLOSED) this.later();
    };
    for (const topic of this.handlers.keys()) source.addEventListener(topic, this.receive);
  }

  private later(): void {
    this.failures += 1;
    const wait = Math.min(30_000, 1000 * 2 ** this.failures) * (0.5 + Math.random() / 2);
    this.timer = setTimeout(async () => {
      if (this.failures === 1) await renewSession();
      if (this.source) this.open();
    }, wait);
  }

  private readonly receive = (event: MessageEvent<string>): void => {
    if (event.lastEventId) this.lastId = event.lastEventId;
    let data: unknown;
    try {
      data = JSON.parse(event.data);
    } catch {
      return;
    }
    this.handlers.get(event.type)?.forEach((handler) => handler(data));
  };
}
