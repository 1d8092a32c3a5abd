'use client';
import { useCallback, useState, type ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { isProblem, toast, useFormats, useInvalidate } from '@loctelli/core/web';
import type { Client, ClientUpdate } from '../../contract.ts';
import { clients } from '../api.ts';
import { useFactText } from '../use-fact-text.ts';
import { ConflictDialog, type Choices } from './conflict-dialog.tsx';
import { decided, merge, updateOf, valuesIn, valuesOf, type Merge } from './three-way.ts';

type Change = Omit<ClientUpdate, 'version'>;
interface Question {
  merge: Merge;
  currency: string | null;
  answer: (choices: Choices | null) => void;
}

/** The save was not made, because whoever was asked what a field should say wanted to go back. */
export class NotDecided extends Error {}

/**
 * Saves a change to a client. When somebody was faster, fields that only one of the two changed are put together without asking, and a
 * dialog asks about the others; nothing is overwritten unseen.
 * @returns `save`, which rejects with NotDecided when the dialog is closed, and `dialog` to be drawn somewhere on the page
 */
export function useUpdateClient(): { save: (base: Client, change: Change) => Promise<Client>; dialog: ReactNode } {
  const t = useTranslations('clients.conflict');
  const queries = useQueryClient();
  const invalidate = useInvalidate();
  const formats = useFormats();
  const { label } = useFactText();
  const [question, setQuestion] = useState<Question | null>(null);

  const ask = useCallback(
    (result: Merge, currency: string | null) =>
      new Promise<Choices | null>((resolve) => {
        setQuestion({ merge: result, currency, answer: (choices) => (setQuestion(null), resolve(choices)) });
      }),
    [],
  );
  const save = async (base: Client, change: Change): Promise<Client> => {
    const mine = valuesIn(change);
    let send = change;
    let seen = base;
    let kept: string[] = [];
    for (;;) {
      try {
        const saved = Object.keys(send).length ? await clients.updateClient(base.id, { version: seen.version, ...send }) : seen;
        queries.setQueryData(['client', base.id, 'facts'], saved);
        invalidate(['clients'], ['client', base.id]);
        if (kept.length) toast.success(t('merged', { fields: formats.list(kept.map(label)) }));
        return saved;
      } catch (error) {
        if (!isProblem(error, 'core.version-conflict')) throw error;
      }
      seen = await clients.getClient(base.id);
      const result = merge(valuesOf(base), valuesOf(seen), mine);
      kept = result.overlaps.length ? [] : result.kept.filter((field) => !(field in mine));
      const choices = result.overlaps.length ? await ask(result, seen.currency) : {};
      if (!choices) {
        queries.setQueryData(['client', base.id, 'facts'], seen);
        throw new NotDecided();
      }
      send = updateOf(decided(result, mine, choices));
    }
  };
  return { save, dialog: question && <ConflictDialog merge={question.merge} currency={question.currency} onDone={question.answer} /> };
}
