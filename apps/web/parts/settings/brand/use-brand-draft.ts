'use client';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useRouter } from 'next/navigation';
import { useQueryClient } from '@tanstack/react-query';
import { completeBrand, type Brand, type BrandEditor, type BrandTokens } from '@loctelli/core';
import { coreApi, isProblem, toast, useProblemText } from '@loctelli/core/web';

export type SaveState = 'saved' | 'saving' | 'failed';

/** The look that is being worked on. */
export interface BrandDraft {
  tokens: BrandTokens;
  /** The brand as it would be with these tokens. */
  look: Brand;
  editor: BrandEditor;
  /** Changes some tokens; undefined gives one back to what is inherited. */
  set: (changes: Partial<BrandTokens>) => void;
  state: SaveState;
  /** Tokens that differ from what is published. */
  changed: (keyof BrandTokens)[];
  /** Waits until everything is saved; answers the version that is, or null when it could not be. */
  settle: () => Promise<number | null>;
  /** Grows when the tokens were replaced from outside, so that fields with text of their own begin anew. */
  epoch: number;
  /** Takes what the server answered for the truth. */
  take: (editor: BrandEditor) => void;
}

export const editorKey = ['brand-editor'];
const pauseMs = 600;

/** Keeps the tokens of the editor, and saves them as a draft once the hand has come to rest; one call at a time. */
export function useBrandDraft(loaded: BrandEditor): BrandDraft {
  const client = useQueryClient();
  const router = useRouter();
  const describe = useProblemText();
  const [editor, setEditor] = useState(loaded);
  const [tokens, setTokens] = useState<BrandTokens>(loaded.draft ?? loaded.published);
  const [state, setState] = useState<SaveState>('saved');
  const [epoch, setEpoch] = useState(0);
  const wanted = useRef(tokens);
  const stored = useRef(tokens);
  const version = useRef(loaded.version);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const running = useRef<Promise<number | null> | null>(null);

  const take = useCallback(
    (next: BrandEditor) => {
      clearTimeout(timer.current);
      const now = next.draft ?? next.published;
      version.current = next.version;
      wanted.current = stored.current = now;
      setEditor(next);
      setTokens(now);
      setState('saved');
      setEpoch((count) => count + 1);
      client.setQueryData(editorKey, next);
    },
    [client],
  );

  const save = useCallback(async (): Promise<number | null> => {
    clearTimeout(timer.current);
    if (running.current) await running.current;
    if (wanted.current === stored.current) return version.current;
    const sending = wanted.current;
    running.current = (async () => {
      try {
        const next = await coreApi.brand.saveDraft({ version: version.current, tokens: withoutFiles(sending) });
        version.current = next.version;
        stored.current = sending;
        setEditor(next);
        client.setQueryData(editorKey, next);
        if (wanted.current === sending) setState('saved');
        return next.version;
      } catch (error) {
        setState('failed');
        toast.error(describe(error), { id: 'brand-draft' });
        // Somebody else works on the same look: theirs is shown, for two hands on one draft would undo each other.
        if (isProblem(error, 'core.version-conflict')) await coreApi.brand.getEditor().then(take, () => undefined);
        return null;
      } finally {
        running.current = null;
      }
    })();
    const done = await running.current;
    return done !== null && wanted.current !== stored.current ? save() : done;
  }, [client, describe, take]);

  const set = useCallback(
    (changes: Partial<BrandTokens>) => {
      const merged = { ...wanted.current, ...changes };
      wanted.current = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined)) as BrandTokens;
      setTokens(wanted.current);
      setState('saving');
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void save(), pauseMs);
    },
    [save],
  );

  useEffect(() => {
    const leave = (event: BeforeUnloadEvent) => wanted.current !== stored.current && event.preventDefault();
    addEventListener('beforeunload', leave);
    return () => {
      removeEventListener('beforeunload', leave);
      // Leaving the page within the app ends the pause early.
      if (wanted.current !== stored.current) void save().then(() => router.refresh());
    };
  }, [save, router]);

  const look = useMemo(() => completeBrand([editor.inherited, tokens], editor.tenant), [editor.inherited, editor.tenant, tokens]);
  const changed = useMemo(() => differing(editor.published, tokens), [editor.published, tokens]);
  return { tokens, look, editor, set, state, changed, settle: save, epoch, take };
}

/** A picture of the operator's folder is inherited; only uploaded ones are anybody's own. */
function withoutFiles(tokens: BrandTokens): BrandTokens {
  const { logo, logoDark, favicon, ...rest } = tokens;
  const uploaded = Object.entries({ logo, logoDark, favicon }).filter(([, path]) => path?.includes('/pictures/'));
  return { ...rest, ...Object.fromEntries(uploaded) };
}

function differing(before: BrandTokens, after: BrandTokens): (keyof BrandTokens)[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])] as (keyof BrandTokens)[];
  return fields.filter((field) => sorted(before[field]) !== sorted(after[field]));
}

const sorted = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
  ) ?? '';
