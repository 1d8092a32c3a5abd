'use client';
import { useTranslations } from 'next-intl';
import { toast, useApiMutation, useInvalidate, useProblemText } from '@loctelli/core/web';
import type { EnrolManyInput, EnrolRun } from '../../contract.ts';
import { strategies } from '../api.ts';
import { keys } from '../use-strategies.ts';

const pauseMs = 700;
const changed = [keys.enrolments, keys.list, ['strategies', 'client'], ['strategies', 'one'], ['strategies', 'widget']];

/** Enrols one client, or many as a job that is followed while its page is left; both tell how they ended, with a way back. */
export function useEnrol(onStarted?: () => void) {
  const t = useTranslations('strategies.enrolments');
  const ui = useTranslations('core.ui');
  const describe = useProblemText();
  const invalidate = useInvalidate();
  const one = useApiMutation((input: { strategyId: number; clientId: number; ownerId?: number }) => strategies.enrol(input), {
    invalidate: changed,
    onSuccess: (made) => {
      onStarted?.();
      toast.success(t('enrolled', { name: made.clientName, strategy: made.strategyName }), {
        undo: {
          label: ui('undo'),
          run: async () => {
            try {
              const now = await strategies.getEnrolment(made.id);
              await strategies.act(made.id, { version: now.version, act: 'stop' });
              invalidate(...changed);
            } catch (error) {
              toast.error(describe(error));
            }
          },
        },
      });
    },
  });
  const follow = async (run: EnrolRun): Promise<void> => {
    let now = run;
    while (!now.finishedAt) {
      await new Promise((done) => setTimeout(done, pauseMs));
      now = await strategies.getEnrolRun(run.id);
    }
    invalidate(...changed);
    const skipped = now.skipped > 0 ? { description: t('skipped', { count: now.skipped }) } : {};
    if (now.enrolled === 0) return toast.show(t('noneEnrolled'), skipped);
    toast.success(t('manyEnrolled', { count: now.enrolled }), { ...skipped, duration: 12_000, undo: { label: ui('undo'), run: () => undo.mutate(run.id) } });
  };
  const undo = useApiMutation((runId: number) => strategies.undoEnrolRun(runId), { invalidate: changed, onSuccess: () => toast.success(t('manyUndone')) });
  const many = useApiMutation((input: EnrolManyInput) => strategies.enrolMany(input), {
    onSuccess: (run) => {
      onStarted?.();
      toast.show(t('manyStarted', { count: run.total }));
      void follow(run).catch(() => undefined);
    },
  });
  return { one, many };
}
