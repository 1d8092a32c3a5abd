'use client';
import { useState } from 'react';
import { AlarmClock, Archive, ArchiveRestore, ArrowLeft, CircleUser, Ellipsis, Flag, MailQuestionMark, PanelRight, Tag, Trash2, UserPlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Avatar, Badge, Button, cn, ConfirmDialog, Menu, useCan, useFormats } from '@loctelli/core/web';
import type { Conversation } from '../../contract.ts';
import { AssignPicker, LabelPicker, PriorityIcon, PriorityPicker } from '../acts/pickers.tsx';
import { SnoozeMenu } from '../acts/snooze-menu.tsx';
import { useChannelName, useLabels, useWriterName } from '../acts/use-set-up.ts';
import { ChannelIcon } from '../channel-icon.tsx';
import { useInbox, type PickerName } from '../inbox/inbox-context.tsx';

/** Whose conversation it is, how it stands, and all that is done with it. */
export function ConversationHeader({ conversation, onSide, sideOpen }: { conversation: Conversation; onSide: () => void; sideOpen: boolean }) {
  const t = useTranslations('chat');
  const formats = useFormats();
  const channelName = useChannelName();
  const name = useWriterName()(conversation);
  const { byId } = useLabels();
  const { at, acts, picker, setPicker } = useInbox();
  const [asking, setAsking] = useState(false);
  const mayAssign = useCan('chat.assign');
  const { status, snoozedUntil, assigneeName, teamName, priority, subject, channel, labelIds, may } = conversation;
  const pickerOf = (which: PickerName) => ({ open: picker?.of === 'open' && picker.name === which, onOpenChange: (open: boolean) => setPicker(open ? { name: which, of: 'open' } : null) });
  const labels = labelIds.flatMap((id) => byId.get(id) ?? []);
  return (
    <header className="shrink-0 border-b bg-surface px-2 py-2 @3xl/inbox:px-4">
      <div className="flex items-center gap-1.5">
        <Button size="icon" variant="ghost" aria-label={t('conversation.back')} onClick={() => at.open(null)} className="@3xl/inbox:hidden">
          <ArrowLeft aria-hidden className="rtl:-scale-x-100" />
        </Button>
        <div className="min-w-0 flex-1">
          <h2 className="flex min-w-0 items-center gap-2 font-semibold">
            <bdi className="truncate">{name}</bdi>
            {status !== 'open' && (
              <Badge tone={status === 'snoozed' ? 'info' : 'neutral'} dot className="shrink-0">
                {t(`status.${status}`)}
              </Badge>
            )}
          </h2>
          <p className="flex min-w-0 items-center gap-1.5 text-sm text-muted">
            <ChannelIcon channel={channel} className="size-3.5 shrink-0" />
            <span className="truncate">
              {channelName(channel)}
              {subject && channel !== 'web' && (
                <>
                  {' · '}
                  <bdi>{subject}</bdi>
                </>
              )}
              {status === 'snoozed' && snoozedUntil && ` · ${t('snooze.until', { until: formats.dateTime(snoozedUntil) })}`}
            </span>
          </p>
        </div>
        {may.reply && (
          <>
            <AssignPicker
              {...pickerOf('assign')}
              assigneeId={conversation.assigneeId}
              teamId={conversation.teamId}
              mayAssign={may.assign && mayAssign !== null && mayAssign !== 'own'}
              onAssign={(to) => (setPicker(null), void acts.assign(conversation, to))}
              trigger={
                <Button size="sm" variant="ghost" aria-label={t('acts.assignedTo', { name: assigneeName ?? t('acts.nobody') })} title={t('acts.assign')}>
                  {assigneeName ? <Avatar name={assigneeName} size="sm" className="size-5" /> : <UserPlus aria-hidden />}
                  <span className="max-w-28 truncate @max-7xl/inbox:hidden">{assigneeName ?? t('acts.assign')}</span>
                </Button>
              }
            />
            <LabelPicker
              {...pickerOf('label')}
              labelIds={labelIds}
              onLabels={(next) => void acts.setLabels(conversation, next)}
              trigger={
                <Button size="icon-sm" variant="ghost" aria-label={t('acts.label')} title={t('acts.label')} className="@max-md/inbox:hidden">
                  <Tag aria-hidden />
                </Button>
              }
            />
            <PriorityPicker
              {...pickerOf('priority')}
              priority={priority}
              onPriority={(next) => (setPicker(null), void acts.setPriority(conversation, next))}
              trigger={
                <Button size="icon-sm" variant="ghost" aria-label={t('acts.priorityIs', { priority: t(`priority.${priority}`) })} title={t('acts.priority')} className={cn('@max-md/inbox:hidden', priority === 'urgent' && 'text-danger-text', priority === 'high' && 'text-warning-text')}>
                  {priority === 'normal' ? <Flag aria-hidden /> : <PriorityIcon priority={priority} />}
                </Button>
              }
            />
            {status !== 'closed' && (
              <SnoozeMenu
                {...pickerOf('snooze')}
                onSnooze={(until) => void acts.snooze(conversation, until)}
                trigger={
                  <Button size="icon-sm" variant="ghost" aria-label={t('acts.snooze')} title={t('acts.snooze')}>
                    <AlarmClock aria-hidden />
                  </Button>
                }
              />
            )}
            {status === 'open' ? (
              <Button size="sm" aria-label={t('acts.close')} onClick={() => void acts.close(conversation)}>
                <Archive aria-hidden />
                <span className="@max-md/inbox:hidden @3xl/inbox:@max-7xl/inbox:hidden">{t('acts.close')}</span>
              </Button>
            ) : (
              <Button size="sm" aria-label={t('acts.reopen')} onClick={() => void acts.reopen(conversation.id)}>
                <ArchiveRestore aria-hidden />
                <span className="@max-md/inbox:hidden @3xl/inbox:@max-7xl/inbox:hidden">{t('acts.reopen')}</span>
              </Button>
            )}
          </>
        )}
        <Menu
          trigger={
            <Button size="icon-sm" variant="ghost" aria-label={t('acts.more')}>
              <Ellipsis aria-hidden />
            </Button>
          }
          groups={[
            {
              items: [
                { id: 'facts', label: t('side.title'), icon: <CircleUser />, onSelect: onSide },
                { id: 'unread', label: t('acts.unread'), icon: <MailQuestionMark />, onSelect: () => (at.open(null), void acts.markUnread(conversation)) },
                ...(may.reply ? [{ id: 'label', label: t('acts.label'), icon: <Tag />, onSelect: () => later(() => setPicker({ name: 'label', of: 'open' })) }] : []),
              ],
            },
            { items: may.remove ? [{ id: 'delete', label: t('acts.delete'), icon: <Trash2 />, danger: true, onSelect: () => setAsking(true) }] : [] },
          ]}
        />
        <Button size="icon-sm" variant="ghost" aria-label={t('side.title')} aria-pressed={sideOpen} title={t('side.title')} onClick={onSide} className="@max-3xl/inbox:hidden">
          <PanelRight aria-hidden className="rtl:-scale-x-100" />
        </Button>
      </div>
      {(labels.length > 0 || teamName) && (
        <ul aria-label={t('acts.label')} className="mt-1.5 flex flex-wrap gap-1 @max-3xl/inbox:ps-11">
          {teamName && (
            <li>
              <Badge>{teamName}</Badge>
            </li>
          )}
          {labels.map((label) => (
            <li key={label.id} className="max-w-full">
              <Badge tone={label.tone}>{label.name}</Badge>
            </li>
          ))}
        </ul>
      )}
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('acts.deleteTitle')}
        description={t('acts.deleteText', { name })}
        action={t('acts.delete')}
        danger
        onConfirm={async () => {
          setAsking(false);
          if (await acts.remove(conversation)) at.open(null);
        }}
      />
    </header>
  );
}

/** Once the menu has given the focus back. */
const later = (run: () => void) => setTimeout(run, 50);
