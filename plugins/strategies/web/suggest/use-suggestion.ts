'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useProblemText } from '@loctelli/core/web';
import type { QuietReason, Suggestion } from '../../contract.ts';
import { strategies } from '../api.ts';
import { readSuggestion } from './read-stream.ts';

export type Writing =
  | { state: 'idle' }
  | { state: 'writing'; text: string }
  | { state: 'done'; suggestion: Suggestion }
  | { state: 'quiet'; reason: QuietReason }
  | { state: 'failed'; text: string };

/** A reply that is suggested in one conversation: begun, stopped, dismissed. */
export function useSuggestion(conversationId: number) {
  const describe = useProblemText();
  const [writing, setWriting] = useState<Writing>({ state: 'idle' });
  const running = useRef<AbortController | null>(null);
  const stop = useCallback(() => {
    running.current?.abort();
    running.current = null;
  }, []);
  useEffect(() => stop, [conversationId, stop]);

  /** @param strategyId the one to speak with, where the client is in none */
  const begin = async (strategyId?: number) => {
    stop();
    const mine = (running.current = new AbortController());
    let next: Writing = { state: 'quiet', reason: 'unreachable' };
    setWriting({ state: 'writing', text: '' });
    try {
      for await (const told of readSuggestion(conversationId, strategyId, mine.signal)) {
        if (told.type === 'text') setWriting((now) => ({ state: 'writing', text: (now.state === 'writing' ? now.text : '') + told.text }));
        else if (told.type === 'done') next = { state: 'done', suggestion: told.suggestion };
        else next = { state: 'quiet', reason: told.reason };
      }
    } catch (error) {
      if (!mine.signal.aborted) next = { state: 'failed', text: describe(error) };
    }
    if (running.current !== mine) return;
    running.current = null;
    setWriting(mine.signal.aborted ? { state: 'idle' } : next);
  };
  const close = () => {
    stop();
    if (writing.state === 'done') void strategies.dismissSuggestion(writing.suggestion.id).catch(() => null);
    setWriting({ state: 'idle' });
  };
  return { writing, begin, close, finish: () => setWriting({ state: 'idle' }) };
}
