'use client';
import { useRef, type ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { toast, useProblemText } from '@loctelli/core/web';
import type { Client, ClientUpdate } from '../../contract.ts';
import { NotDecided, useUpdateClient } from '../conflict/use-update-client.tsx';

type Change = Omit<ClientUpdate, 'version'>;

/**
 * Saves one fact: shown at once, taken back with a toast when the server refuses. Saves go out one after another, each upon the version
 * that the one before it made, so that two quick edits of one person are no conflict.
 */
export function useSaveFact(client: Client): { save: (base: Client, change: Change) => Promise<Client | null>; dialog: ReactNode } {
  const t = useTranslations('clients');
  const queries = useQueryClient();
  const describe = useProblemText();
  const { save: send, dialog } = useUpdateClient();
  const line = useRef<Promise<unknown>>(Promise.resolve());
  const made = useRef(new Map<number, number>());
  const key = ['client', client.id, 'facts'];

  const save = (base: Client, change: Change): Promise<Client | null> => {
    queries.setQueryData<Client>(key, (now) => now && ({ ...now, ...change, customFields: { ...now.customFields, ...change.customFields } } as Client));
    const run = async () => {
      let version = base.version;
      while (made.current.has(version)) version = made.current.get(version)!;
      try {
        const saved = await send({ ...base, version }, change);
        if (saved.version === version + 1) made.current.set(version, saved.version);
        return saved;
      } catch (error) {
        void queries.invalidateQueries({ queryKey: key });
        if (error instanceof NotDecided) return null;
        queries.setQueryData<Client>(key, (now) => now && backFrom(now, base, change));
        toast.error(describe(error), { undo: { label: t('retry'), run: () => save(base, change) } });
        return null;
      }
    };
    const result = line.current.then(run);
    line.current = result;
    return result;
  };
  return { save, dialog };
}

/** The client without a change that did not go through. */
function backFrom(now: Client, base: Client, change: Change): Client {
  const fields = Object.keys(change).filter((field) => field !== 'customFields') as (keyof Client)[];
  const own = Object.keys(change.customFields ?? {}).map((name) => [name, base.customFields[name] ?? null]);
  return { ...now, ...Object.fromEntries(fields.map((field) => [field, base[field]])), customFields: { ...now.customFields, ...Object.fromEntries(own) } };
}
