'use client';
import { Archive, ArchiveRestore, MailOpen, Tag, UserPlus, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, useCan } from '@loctelli/core/web';
import type { Conversation, ConversationBulk } from '../../contract.ts';
import { AssignPicker, LabelPicker } from '../acts/pickers.tsx';
import { useInbox } from './inbox-context.tsx';

/** Conversations changed at once; a server takes so many in one call. */
const atOnce = 200;

/** What can be done with the chosen conversations. */
export function ChosenBar({ rows }: { rows: readonly Conversation[] }) {
  const t = useTranslations('chat.chosen');
  const words = useTranslations('core.ui');
  const { acts, at, selection, setSelection, picker, setPicker } = useInbox();
  const mayReply = useCan('chat.reply') !== null;
  const mayAssign = useCan('chat.assign');
  if (selection.size === 0) return null;
  const ids = [...selection];
  const chosen = rows.filter(({ id }) => selection.has(id));
  const run = async (bulk: Omit<ConversationBulk, 'conversationIds'>, keep = false) => {
    setPicker(null);
    let well = true;
    for (let from = 0; well && from < ids.length; from += atOnce) well = await acts.many({ ...bulk, conversationIds: ids.slice(from, from + atOnce) });
    if (well && !keep) setSelection(new Set());
  };
  // A label that all have is ticked; ticking gives it to all, and taking the tick away takes it from all.
  const common = chosen.length > 0 ? chosen[0]!.labelIds.filter((label) => chosen.every(({ labelIds }) => labelIds.includes(label))) : [];
  const label = (next: number[]) => {
    const added = next.find((id) => !common.includes(id));
    const gone = common.find((id) => !next.includes(id));
    if (added !== undefined) void run({ action: 'add-label', labelId: added }, true);
    else if (gone !== undefined) void run({ action: 'remove-label', labelId: gone }, true);
  };
  const closed = at.tab === 'closed';
  const pickerOf = (name: 'assign' | 'label') => ({ open: picker?.of === 'chosen' && picker.name === name, onOpenChange: (open: boolean) => setPicker(open ? { name, of: 'chosen' } : null), side: 'top' as const });
  return (
    <div role="toolbar" aria-label={words('selection')} className="flex shrink-0 flex-wrap items-center gap-1 border-t bg-raised px-2 py-1.5">
      <span aria-live="polite" className="me-auto ps-1.5 text-sm font-medium tabular-nums">
        {words('selected', { count: ids.length })}
      </span>
      {mayReply && (
        <Button size="icon-sm" variant="ghost" aria-label={t(closed ? 'reopen' : 'close')} title={t(closed ? 'reopen' : 'close')} onClick={() => void run({ action: closed ? 'reopen' : 'close' })}>
          {closed ? <ArchiveRestore aria-hidden /> : <Archive aria-hidden />}
        </Button>
      )}
      {mayReply && (
        <AssignPicker
          {...pickerOf('assign')}
          assigneeId={null}
          teamId={null}
          mayAssign={mayAssign === 'all' || mayAssign === 'team'}
          onAssign={({ assigneeId }) => assigneeId !== undefined && void run({ action: 'assign', assigneeId })}
          peopleOnly
          trigger={
            <Button size="icon-sm" variant="ghost" aria-label={t('assign')} title={t('assign')}>
              <UserPlus aria-hidden />
            </Button>
          }
        />
      )}
      {mayReply && (
        <LabelPicker
          {...pickerOf('label')}
          labelIds={common}
          onLabels={label}
          trigger={
            <Button size="icon-sm" variant="ghost" aria-label={t('label')} title={t('label')}>
              <Tag aria-hidden />
            </Button>
          }
        />
      )}
      <Button size="icon-sm" variant="ghost" aria-label={t('read')} title={t('read')} onClick={() => void run({ action: 'read' })}>
        <MailOpen aria-hidden />
      </Button>
      <Button size="icon-sm" variant="ghost" aria-label={words('clearSelection')} onClick={() => setSelection(new Set())}>
        <X aria-hidden />
      </Button>
    </div>
  );
}
