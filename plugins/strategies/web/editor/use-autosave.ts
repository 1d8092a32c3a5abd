'use client';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { isProblem, useInvalidate, useProblemText } from '@loctelli/core/web';
import type { Definition, Strategy } from '../../contract.ts';
import { strategies } from '../api.ts';
import { keys } from '../use-strategies.ts';
import { DraftStore } from './draft-store.ts';

/** `held` waits until what is incomplete was filled in. */
export type SaveState = 'saved' | 'waiting' | 'saving' | 'held' | 'failed' | 'overtaken';
const restMs = 700;

/**
 * Keeps the draft as it is written: once typing rests, one save at a time, never over what somebody else kept meanwhile.
 * @returns `flush` saves at once and tells the row's version then, or null where that could not be
 */
export function useAutosave(strategy: Strategy) {
  const queries = useQueryClient();
  const invalidate = useInvalidate();
  const describe = useProblemText();
  const [state, setState] = useState<SaveState>('saved');
  const [failure, setFailure] = useState<string | null>(null);
  const [theirs, setTheirs] = useState<Strategy | null>(null);
  const version = useRef(strategy.version);
  const kept = useRef<Definition>(strategy.draft);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const going = useRef<Promise<void> | null>(null);
  const stopped = useRef(false);
  const saveRef = useRef<() => Promise<void>>(async () => undefined);

  const store = useMemo(
    () =>
      new DraftStore(strategy.draft, strategy.faults, !strategy.editable, () => {
        if (stopped.current) return;
        setState('waiting');
        clearTimeout(timer.current);
        timer.current = setTimeout(() => void saveRef.current(), restMs);
      }),
    // A store for as long as the page stands: what the server answers meanwhile is told to it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [strategy.id],
  );

  const save = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current);
    while (going.current) await going.current;
    const sent = store.draft;
    if (sent === kept.current || stopped.current) return;
    if (store.incomplete.length > 0) return setState('held');
    setState('saving');
    const send = async () => {
      try {
        const answer = await strategies.updateStrategy(strategy.id, { version: version.current, draft: sent });
        version.current = answer.version;
        kept.current = sent;
        setFailure(null);
        queries.setQueryData(keys.one(strategy.id), answer);
        store.tellFaults(answer.faults);
        setState(store.draft === sent ? 'saved' : 'waiting');
      } catch (error) {
        if (isProblem(error, 'core.version-conflict')) {
          stopped.current = true;
          setTheirs(await strategies.getStrategy(strategy.id));
          return setState('overtaken');
        }
        setFailure(describe(error));
        setState('failed');
      }
    };
    going.current = send();
    await going.current;
    going.current = null;
    invalidate(keys.list);
  }, [store, strategy.id, queries, invalidate, describe]);
  useEffect(() => {
    saveRef.current = save;
  });

  // The row may change beside the draft: its name, its state. That is no change anybody could overwrite here.
  useEffect(() => {
    if (strategy.version > version.current && JSON.stringify(strategy.draft) === JSON.stringify(kept.current)) {
      version.current = strategy.version;
      store.tellFaults(strategy.faults);
    } else if (strategy.version > version.current && store.draft === kept.current) {
      // Somebody else wrote on while nothing was written here.
      version.current = strategy.version;
      kept.current = strategy.draft;
      store.replace(strategy.draft, strategy.faults);
    }
  }, [strategy, store]);

  // What was typed last is kept when the page is left, and asked about where it cannot be.
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (store.draft !== kept.current) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => {
      window.removeEventListener('beforeunload', ask);
      void saveRef.current();
    };
  }, [store]);

  const flush = async (): Promise<number | null> => {
    await save();
    return store.draft === kept.current ? version.current : null;
  };
  const takeTheirs = () => {
    if (!theirs) return;
    version.current = theirs.version;
    kept.current = theirs.draft;
    stopped.current = false;
    store.replace(theirs.draft, theirs.faults);
    queries.setQueryData(keys.one(strategy.id), theirs);
    setTheirs(null);
    setState('saved');
  };
  const keepMine = () => {
    if (!theirs) return;
    version.current = theirs.version;
    stopped.current = false;
    setTheirs(null);
    void save();
  };
  /** What came back from publishing or a template: the draft is that now. */
  const adopt = (answer: Strategy) => {
    version.current = answer.version;
    kept.current = answer.draft;
    store.replace(answer.draft, answer.faults);
    queries.setQueryData(keys.one(strategy.id), answer);
    invalidate(keys.list, keys.versions(strategy.id));
    setState('saved');
  };
  return { store, state, failure, flush, retry: () => void save(), takeTheirs, keepMine, adopt };
}
export type Autosave = ReturnType<typeof useAutosave>;
