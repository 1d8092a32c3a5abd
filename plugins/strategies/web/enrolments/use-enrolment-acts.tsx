'use client';
import { useState, type ReactNode } from 'react';
import { ArrowUpToLine, Pause, Play, SendHorizontal, Square } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ConfirmDialog, toast, useApiMutation, useCan, type MenuAction } from '@loctelli/core/web';
import type { Enrolment, EnrolmentAct } from '../../contract.ts';
import { strategies } from '../api.ts';
import { keys } from '../use-strategies.ts';

type Act = EnrolmentAct['act'];
const icons = { 'send-now': SendHorizontal, hold: Pause, resume: Play, move: ArrowUpToLine, stop: Square };

/** What can be done with an enrolment that goes on. Draw `dialog` somewhere. */
export function useEnrolmentActs(): { actsOf: (enrolment: Enrolment) => MenuAction[]; dialog: ReactNode } {
  const t = useTranslations('strategies.enrolments');
  const ui = useTranslations('core.ui');
  const may = useCan('strategies.enrol') !== null;
  const [leaving, setLeaving] = useState<Enrolment | null>(null);
  const take = useApiMutation(({ enrolment, act }: { enrolment: Enrolment; act: Act }) => strategies.act(enrolment.id, { version: enrolment.version, act }), {
    invalidate: [keys.enrolments, keys.list, ['strategies', 'client'], ['strategies', 'one']],
    onSuccess: (now, { act }) => {
      setLeaving(null);
      const back: Act | null = act === 'hold' ? 'resume' : act === 'resume' ? 'hold' : null;
      toast.success(t(`did.${act}`, { name: now.clientName, number: now.number }), back ? { undo: { label: ui('undo'), run: () => take.mutate({ enrolment: now, act: back }) } } : {});
    },
    onFailure: () => setLeaving(null),
  });
  const actsOf = (enrolment: Enrolment): MenuAction[] => {
    const { status, next, nextAt, endedAt } = enrolment;
    if (!may || endedAt) return [];
    const offered: Act[] = [...(status === 'active' && next && nextAt ? (['send-now'] as const) : []), ...(status === 'held' ? (['resume'] as const) : (['hold'] as const)), 'move', 'stop'];
    return offered.map((act) => {
      const Icon = icons[act];
      return {
        id: act,
        label: t(`acts.${act}`),
        icon: <Icon aria-hidden />,
        danger: act === 'stop',
        onSelect: () => (act === 'stop' ? setLeaving(enrolment) : take.mutate({ enrolment, act })),
      };
    });
  };
  const dialog = leaving && (
    <ConfirmDialog
      open
      danger
      onOpenChange={(open) => !open && setLeaving(null)}
      title={t('stopTitle', { name: leaving.clientName })}
      description={t('stopText', { strategy: leaving.strategyName })}
      action={t('acts.stop')}
      busy={take.isPending}
      onConfirm={() => take.mutate({ enrolment: leaving, act: 'stop' })}
    />
  );
  return { actsOf, dialog };
}
