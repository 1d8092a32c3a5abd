'use client';
import type { ReactElement } from 'react';
import { ArrowDown, ArrowUp, ChevronsUp, CircleUser, Minus, Users, UserX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Avatar, Link, MultiPicker, Picker, useCan, useMe } from '@loctelli/core/web';
import type { ConversationAssign, ConversationPriority } from '../../contract.ts';
import { conversationPriority } from '../priorities.ts';
import { useInboxPeople, useLabels } from './use-set-up.ts';
import { ToneDot } from '../tone-dot.tsx';

interface Opening {
  trigger: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  side?: 'top' | 'bottom';
}

/** Gives a conversation to somebody, to a team, or to nobody. Whoever may not give it to others may take it. */
export function AssignPicker({ assigneeId, teamId, mayAssign, peopleOnly, onAssign, ...opening }: Opening & { assigneeId: number | null; teamId: number | null; mayAssign: boolean; peopleOnly?: boolean; onAssign: (to: ConversationAssign) => void }) {
  const t = useTranslations('chat.acts');
  const me = useMe().user;
  const { users, teams: known } = useInboxPeople();
  const teams = peopleOnly ? [] : known;
  const own = { value: `user:${me.id}`, label: t('me'), hint: me.name, icon: <CircleUser aria-hidden /> };
  const options = mayAssign
    ? [
        own,
        { value: 'nobody', label: t('nobody'), icon: <UserX aria-hidden /> },
        ...users.filter(({ id }) => id !== me.id).map(({ id, name }) => ({ value: `user:${id}`, label: name, icon: <Avatar name={name} size="sm" /> })),
        ...(teams.length > 0 ? [{ value: 'no-team', label: t('noTeam'), icon: <Users aria-hidden /> }] : []),
        ...teams.map(({ id, name }) => ({ value: `team:${id}`, label: name, hint: t('team'), icon: <Users aria-hidden /> })),
      ]
    : [own, ...(assigneeId === me.id ? [{ value: 'nobody', label: t('nobody'), icon: <UserX aria-hidden /> }] : [])];
  const pick = (value: string) => {
    const [kind, id] = value.split(':');
    if (kind === 'user') onAssign({ assigneeId: Number(id) });
    else if (kind === 'team') onAssign({ teamId: Number(id) });
    else onAssign(kind === 'nobody' ? { assigneeId: null } : { teamId: null });
  };
  return <Picker {...opening} label={t('assignTo')} options={options} value={assigneeId !== null ? `user:${assigneeId}` : teamId !== null ? `team:${teamId}` : 'nobody'} onPick={pick} />;
}

/** The labels of a conversation, ticked one by one. */
export function LabelPicker({ labelIds, onLabels, ...opening }: Opening & { labelIds: readonly number[]; onLabels: (labelIds: number[]) => void }) {
  const t = useTranslations('chat.acts');
  const { labels } = useLabels();
  const mayMake = useCan('chat.configure') !== null;
  return (
    <MultiPicker
      {...opening}
      label={t('label')}
      emptyText={labels.length === 0 ? t('noLabels') : undefined}
      options={labels.map(({ id, name, tone }) => ({ value: String(id), label: name, icon: <ToneDot tone={tone} /> }))}
      value={labelIds.map(String)}
      onChange={(next) => onLabels(next.map(Number))}
      footer={
        mayMake && (
          <Link href="/chat/labels" className="block rounded-md px-2.5 py-1.5 text-sm text-muted hover:bg-hover hover:text-fg">
            {t('editLabels')}
          </Link>
        )
      }
    />
  );
}

const signs = { low: ArrowDown, normal: Minus, high: ArrowUp, urgent: ChevronsUp };
export function PriorityIcon({ priority, className }: { priority: ConversationPriority; className?: string }) {
  const Sign = signs[priority];
  return <Sign aria-hidden className={className} />;
}

export function PriorityPicker({ priority, onPriority, ...opening }: Opening & { priority: ConversationPriority | null; onPriority: (priority: ConversationPriority) => void }) {
  const t = useTranslations('chat');
  return (
    <Picker
      {...opening}
      label={t('acts.priority')}
      options={conversationPriority.map((each) => ({ value: each, label: t(`priority.${each}`), icon: <PriorityIcon priority={each} /> }))}
      value={priority}
      onPick={(value) => onPriority(value as ConversationPriority)}
    />
  );
}
