'use client';
import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { useLive, useLiveState, useMe, useProblemText } from '@loctelli/core/web';
import type * as contract from '../../contract.ts';
import { chat } from '../api.ts';
import { outboxShelf } from './shelf.ts';
import { ThreadStore, type ThreadView } from './thread-store.ts';

const messageTopic: typeof contract.chatMessageTopic = 'chat.message';
const conversationTopic: typeof contract.chatConversationTopic = 'chat.conversation';

/** Conversations that were opened since the page was loaded: going back to one shows it at once, and what is being sent goes on. */
const stores = new Map<string, ThreadStore>();
const most = 40;

function storeOf(userId: number, id: number, describe: (error: unknown) => string): ThreadStore {
  const name = `${userId}/${id}`;
  const known = stores.get(name);
  if (known) return known;
  const store = new ThreadStore(id, chat, outboxShelf(userId, id), describe);
  stores.set(name, store);
  for (const [old, { view }] of stores) {
    if (stores.size <= most) break;
    if (old !== name && view.outbox.length === 0) stores.delete(old);
  }
  return store;
}

/** Between two looks at the server while live messages do not arrive. */
const pollMs = 8_000;

/**
 * A conversation's messages, kept up with: live while there is a connection, asked for when one comes back, when the network or the window
 * does, and now and then while there is none.
 */
export function useThread(conversationId: number): ThreadView & { store: ThreadStore } {
  const { user } = useMe();
  const describe = useProblemText();
  const latest = useRef(describe);
  latest.current = describe;
  const store = useMemo(() => storeOf(user.id, conversationId, (error) => latest.current(error)), [user.id, conversationId]);
  const view = useSyncExternalStore(store.subscribe, store.read, store.read);
  const state = useLiveState();

  useEffect(() => {
    void store.sync();
  }, [store, state]);
  useLive<{ conversationId: number; sequence: number }>(messageTopic, (told) => told.conversationId === conversationId && store.hear(told.sequence));
  useLive<{ conversationId: number }>(conversationTopic, (told) => told.conversationId === conversationId && void store.refresh());
  // The server no longer holds what was missed, or the kernel says that all may be old.
  useLive('reset', () => void store.sync());
  useEffect(() => {
    const look = () => document.visibilityState === 'visible' && void store.sync();
    addEventListener('online', look);
    document.addEventListener('visibilitychange', look);
    const timer = state === 'open' ? undefined : setInterval(look, pollMs);
    return () => {
      removeEventListener('online', look);
      document.removeEventListener('visibilitychange', look);
      clearInterval(timer);
    };
  }, [store, state]);
  return { ...view, store };
}
