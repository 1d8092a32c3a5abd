'use client';
import { useTranslations } from 'next-intl';
import { toast, useFormats, useProblemText } from '@loctelli/core/web';
import type { Conversation, ConversationAssign, ConversationBulk, ConversationPriority } from '../../contract.ts';
import { chat } from '../api.ts';
import { useCached } from './use-cached.ts';
import { useInboxPeople } from './use-set-up.ts';

/** All that is done to conversations: shown at once, taken back when it fails, and undone from the toast where it moves something out of sight. */
export function useActs() {
  const t = useTranslations('chat.acts');
  const words = useTranslations('core.ui');
  const describe = useProblemText();
  const formats = useFormats();
  const cached = useCached();
  const { nameOf, teamOf } = useInboxPeople();

  /** Changes one at once, then asks the server. */
  const change = async (id: number, guess: Partial<Conversation>, send: () => Promise<Conversation | void>): Promise<boolean> => {
    const before = cached.find(id);
    cached.patch([id], (now) => ({ ...now, ...guess }));
    try {
      const after = await send();
      if (after) cached.put(after);
      cached.refresh(id);
      return true;
    } catch (error) {
      if (before) cached.put(before);
      cached.refresh(id);
      toast.error(describe(error));
      return false;
    }
  };
  const undo = (run: () => unknown) => ({ undo: { label: words('undo'), run } });

  const reopen = (id: number) => change(id, { status: 'open', snoozedUntil: null, closedAt: null }, () => chat.reopen(id));
  const close = async ({ id, status, snoozedUntil }: Conversation) => {
    const back = () => (status === 'snoozed' && snoozedUntil && Date.parse(snoozedUntil) > Date.now() ? reopen(id).then(() => chat.snooze(id, snoozedUntil)).then(() => cached.refresh(id)) : reopen(id));
    if (await change(id, { status: 'closed', snoozedUntil: null, unread: false }, () => chat.close(id))) toast.success(t('closed', { count: 1 }), undo(back));
  };
  const snooze = async ({ id }: Conversation, until: string) => {
    if (await change(id, { status: 'snoozed', snoozedUntil: until }, () => chat.snooze(id, until))) toast.success(t('snoozed', { until: formats.dateTime(until) }), undo(() => reopen(id)));
  };
  const assign = ({ id, assigneeId, teamId }: Conversation, to: ConversationAssign) => {
    const guess = { ...to, ...(to.assigneeId !== undefined && { assigneeName: nameOf(to.assigneeId) }), ...(to.teamId !== undefined && { teamName: teamOf(to.teamId) }) };
    if ((to.assigneeId ?? assigneeId) === assigneeId && (to.teamId ?? teamId) === teamId && to.assigneeId !== null && to.teamId !== null) return Promise.resolve(true);
    return change(id, guess, () => chat.assign(id, to));
  };

  const opposite = { close: 'reopen', reopen: 'close', 'add-label': 'remove-label', 'remove-label': 'add-label', read: 'unread', unread: 'read' } as const;
  /** The same for many. */
  const many = async (bulk: ConversationBulk) => {
    try {
      const { changedIds, skipped } = await chat.changeMany(bulk);
      cached.refresh(...bulk.conversationIds);
      const other = opposite[bulk.action as keyof typeof opposite];
      const back = async () => {
        await chat.changeMany({ ...bulk, action: other, conversationIds: changedIds });
        cached.refresh(...changedIds);
      };
      const text = t(`many.${bulk.action}`, { count: changedIds.length });
      toast.success(text, { ...(skipped > 0 && { description: t('skipped', { count: skipped }) }), ...(other && changedIds.length > 0 && undo(back)) });
      return true;
    } catch (error) {
      toast.error(describe(error));
      return false;
    }
  };

  return {
    close,
    reopen,
    snooze,
    assign,
    many,
    setLabels: ({ id }: Conversation, labelIds: number[]) => change(id, { labelIds }, () => chat.setLabels(id, labelIds)),
    setPriority: ({ id }: Conversation, priority: ConversationPriority) => change(id, { priority }, () => chat.setPriority(id, priority)),
    linkClient: ({ id }: Conversation, clientId: number) => change(id, {}, () => chat.linkClient(id, clientId)),
    markUnread: ({ id }: Conversation) => change(id, { unread: true }, () => chat.markUnread(id)),
    markRead: ({ id }: Conversation, sequence?: number) => change(id, { unread: false, mentioned: false, ...(sequence !== undefined && { readSequence: sequence }) }, () => chat.markRead(id, sequence)),
    remove: async ({ id }: Conversation) => {
      try {
        await chat.deleteConversation(id);
        cached.refresh();
        toast.success(t('deleted'));
        return true;
      } catch (error) {
        toast.error(describe(error));
        return false;
      }
    },
  };
}
export type Acts = ReturnType<typeof useActs>;
