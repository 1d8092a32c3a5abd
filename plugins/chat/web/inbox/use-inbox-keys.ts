'use client';
import { useTranslations } from 'next-intl';
import { useCan, useShortcut } from '@loctelli/core/web';
import type { Conversation } from '../../contract.ts';
import { useInbox, type PickerName } from './inbox-context.tsx';

/** The inbox worked by keyboard alone. What a key does, it does to the chosen ones, else to the row that has the focus, else to the open conversation. */
export function useInboxKeys(rows: readonly Conversation[], openOne: Conversation | undefined): void {
  const t = useTranslations('chat.keys');
  const { at, acts, cursor, setCursor, selection, setSelection, setPicker, list, composer, wanted } = useInbox();
  const mayReply = useCan('chat.reply') !== null;
  const ids = rows.map(({ id }) => id);

  const go = (by: 1 | -1) => {
    const from = cursor === null ? -1 : ids.indexOf(cursor);
    const next = ids[from < 0 ? (by > 0 ? 0 : ids.length - 1) : Math.max(0, Math.min(ids.length - 1, from + by))];
    if (next === undefined) return;
    setCursor(next);
    list.current?.focus(String(next));
  };
  const inList = () => document.activeElement?.closest('[data-inbox-list]') != null;
  const target = (): Conversation | undefined => {
    const row = rows.find(({ id }) => id === cursor);
    return (inList() || !openOne ? row : openOne) ?? openOne;
  };
  /** Opens what a key is about, if it is not, and then does the rest. */
  const there = (what: PickerName | 'reply' | 'note') => {
    const conversation = target();
    if (!conversation) return;
    if (conversation.id !== at.openId) {
      wanted.current = what;
      at.open(conversation.id);
    } else if (what === 'reply' || what === 'note') composer.current?.begin(what);
    else setPicker({ name: what, of: 'open' });
  };
  const pick = (name: 'assign' | 'label') => (selection.size > 0 ? setPicker({ name, of: 'chosen' }) : there(name));
  /** What leaves the list hands the place to the next one. */
  const stepOn = (id: number) => {
    if (!inList()) return;
    const next = ids[ids.indexOf(id) + 1] ?? ids[ids.indexOf(id) - 1] ?? null;
    setCursor(next);
    if (next !== null) list.current?.focus(String(next));
  };
  const close = () => {
    if (selection.size > 0) {
      void acts.many({ action: at.tab === 'closed' ? 'reopen' : 'close', conversationIds: [...selection].slice(0, 200) }).then((well) => well && setSelection(new Set()));
      return;
    }
    const conversation = target();
    if (!conversation?.may.reply) return;
    stepOn(conversation.id);
    void (conversation.status === 'open' ? acts.close(conversation) : acts.reopen(conversation.id));
  };
  const unread = () => {
    const conversation = target();
    if (!conversation) return;
    if (conversation.id === at.openId) {
      at.open(null);
      setTimeout(() => list.current?.focus(String(conversation.id)));
    }
    void acts.markUnread(conversation);
  };
  const choose = () => {
    const id = cursor ?? ids[0];
    if (id === undefined) return;
    setCursor(id);
    const next = new Set(selection);
    if (!next.delete(id)) next.add(id);
    setSelection(next);
    list.current?.focus(String(id));
  };

  const key = (keys: string, label: string, run: () => void, scope: 'list' | 'page' = 'page', hidden = false) => ({ keys, label, run, scope, hidden });
  useShortcut(key('j', t('next'), () => go(1), 'list'));
  useShortcut(key('k', t('previous'), () => go(-1), 'list'));
  useShortcut(key('o', t('open'), () => cursor !== null && at.open(cursor), 'list'));
  useShortcut(key('x', t('choose'), choose, 'list'));
  useShortcut(selection.size > 0 && key('Escape', t('clear'), () => setSelection(new Set()), 'list', true));
  useShortcut(selection.size === 0 && at.openId !== null && key('Escape', t('back'), () => (at.open(null), cursor !== null && list.current?.focus(String(cursor))), 'page'));
  useShortcut(mayReply && key('r', t('reply'), () => there('reply')));
  useShortcut(mayReply && key('n', t('note'), () => there('note')));
  useShortcut(mayReply && key('a', t('assign'), () => pick('assign')));
  useShortcut(mayReply && key('l', t('label'), () => pick('label')));
  useShortcut(mayReply && key('s', t('snooze'), () => there('snooze')));
  useShortcut(mayReply && key('p', t('priority'), () => there('priority')));
  useShortcut(mayReply && key('e', t('close'), close));
  useShortcut(key('u', t('unread'), unread));
}
