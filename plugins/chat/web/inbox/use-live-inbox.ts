'use client';
import { useEffect, useRef } from 'react';
import { useLive, useLiveState } from '@loctelli/core/web';
import type * as contract from '../../contract.ts';
import { useCached } from '../acts/use-cached.ts';

const messageTopic: typeof contract.chatMessageTopic = 'chat.message';
const conversationTopic: typeof contract.chatConversationTopic = 'chat.conversation';
/** Many messages at once are one look at the server. */
const gatherMs = 400;
/** Between two looks while live messages do not arrive. */
const pollMs = 15_000;

/** Keeps lists, counts and the open conversation up with what others do. */
export function useLiveInbox(): void {
  const cached = useCached();
  const touched = useRef(new Set<number>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const later = (id?: number) => {
    if (id !== undefined) touched.current.add(id);
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      cached.refresh(...touched.current);
      touched.current.clear();
    }, gatherMs);
  };
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    },
    [],
  );
  useLive<{ conversationId: number }>(messageTopic, ({ conversationId }) => later(conversationId));
  useLive<{ conversationId: number }>(conversationTopic, ({ conversationId }) => later(conversationId));
  const state = useLiveState();
  const latest = useRef(later);
  useEffect(() => {
    latest.current = later;
  });
  useEffect(() => {
    if (state === 'open') return;
    const timer = setInterval(() => document.visibilityState === 'visible' && latest.current(), pollMs);
    return () => clearInterval(timer);
  }, [state]);
  const was = useRef(state);
  useEffect(() => {
    if (state === 'open' && was.current === 'lost') later();
    was.current = state;
    // Only the connection decides.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [state]);
}
