'use client';
import { useRef, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { isProblem, toast, useApiQuery, useInvalidate, useIssueText, useLive, useProblemText } from '@loctelli/core/web';
import { playbookChanged, type Playbook, type PlaybookAnswers } from '../../contract.ts';
import { strategies } from '../api.ts';

type Answer = PlaybookAnswers[string];
const keyOf = (strategyId: number, clientId: number) => ['strategies', 'playbook', clientId, strategyId];

/** A playbook that shows what is answered at once, and keeps the answers one after the other. */
export function usePlaybook(strategyId: number, clientId: number) {
  const t = useTranslations('strategies.playbook');
  const describe = useProblemText();
  const issueText = useIssueText();
  const queries = useQueryClient();
  const invalidate = useInvalidate();
  const key = keyOf(strategyId, clientId);
  const query = useApiQuery(key, () => strategies.getPlaybook(strategyId, clientId));
  const [faults, setFaults] = useState<Record<string, string>>({});
  const [saved, setSaved] = useState<string | null>(null);
  // Each answer names the version the one before it made.
  const line = useRef<Promise<unknown>>(Promise.resolve());
  const waiting = useRef(0);
  useLive<{ strategyId: number; clientId: number }>(playbookChanged, (told) => {
    if (told.clientId === clientId && told.strategyId === strategyId && waiting.current === 0) void query.refetch();
  });

  const write = async (question: string, answer: Answer) => {
    const before = queries.getQueryData<Playbook>(key);
    if (!before) return;
    try {
      const after = await strategies.savePlaybook(strategyId, { clientId, answers: { [question]: answer }, version: before.version });
      const isLast = waiting.current === 1;
      queries.setQueryData<Playbook>(key, (now) => (isLast || !now ? after : { ...after, answers: { ...after.answers, ...now.answers } }));
      setSaved(question);
      invalidate(['strategies', 'playbooks', clientId], ['client', clientId], ['clients']);
    } catch (error) {
      const fault = isProblem(error) ? error.document.errors?.find(({ path }) => path === `answers.${question}`) : undefined;
      if (fault) return setFaults((now) => ({ ...now, [question]: t.has(`wrong.${fault.code}`) ? t(`wrong.${fault.code}`) : issueText(fault) }));
      toast.error(isProblem(error, 'core.version-conflict') ? t('changed') : describe(error));
      await query.refetch();
    }
  };
  const answer = (question: string, value: Answer) => {
    setFaults(({ [question]: _gone, ...others }) => others);
    setSaved(null);
    queries.setQueryData<Playbook>(key, (now) => now && { ...now, answers: { ...now.answers, [question]: value } });
    waiting.current += 1;
    line.current = line.current.then(() => write(question, value)).finally(() => (waiting.current -= 1));
  };
  return { ...query, answer, faults, saved };
}
