'use client';
import { useEffect, useRef, useState } from 'react';
import { useLive, useMe } from '@loctelli/core/web';
import type * as contract from '../../contract.ts';
import { chat } from '../api.ts';

const topic: typeof contract.chatTypingTopic = 'chat.typing';
const lastsMs = 6_000;
const tellEveryMs = 3_000;

/** Who is writing in a conversation at the moment; null for a visitor without a name. */
export function useTyping(conversationId: number): (string | null)[] {
  const me = useMe().user.id;
  const [writers, setWriters] = useState<Record<string, { name: string | null; until: number }>>({});
  useLive<{ conversationId: number; from: string; userId: number | null; name: string | null; typing: boolean }>(topic, ({ conversationId: id, from, userId, name, typing }) => {
    if (id !== conversationId || userId === me) return;
    const key = `${from}/${userId ?? ''}`;
    setWriters(({ [key]: _before, ...others }) => (typing ? { ...others, [key]: { name, until: Date.now() + lastsMs } } : others));
  });
  useEffect(() => {
    if (Object.keys(writers).length === 0) return;
    const timer = setInterval(() => setWriters((all) => Object.fromEntries(Object.entries(all).filter(([, { until }]) => until > Date.now()))), 1000);
    return () => clearInterval(timer);
  }, [writers]);
  return Object.values(writers).map(({ name }) => name);
}

/** Tells the others that somebody writes, now and then while they do. Nobody waits for the answer. */
export function useTellTyping(conversationId: number): (typing: boolean) => void {
  const told = useRef(0);
  const tell = (typing: boolean) => {
    if (typing ? Date.now() - told.current < tellEveryMs : told.current === 0) return;
    told.current = typing ? Date.now() : 0;
    chat.tellTyping(conversationId, typing).catch(() => undefined);
  };
  const latest = useRef(tell);
  latest.current = tell;
  useEffect(() => () => latest.current(false), [conversationId]);
  return tell;
}
