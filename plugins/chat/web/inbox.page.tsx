'use client';
import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { cn, Drawer, Page, useApiPages, useApiQuery, useCan, useShortcut, useTitleCount } from '@loctelli/core/web';
import { chat } from './api.ts';
import { ConversationPane } from './conversation/conversation-pane.tsx';
import { unreadOf } from './figures.ts';
import { InboxProvider, useInbox } from './inbox/inbox-context.tsx';
import { ListPane } from './inbox/list-pane.tsx';
import { useInboxKeys } from './inbox/use-inbox-keys.ts';
import { useLiveInbox } from './inbox/use-live-inbox.ts';
import { SideContent, SidePane } from './side/side-pane.tsx';
import { StartConversation } from './start-conversation.tsx';

/** Rows fetched at once. */
const pageSize = 50;
/** Pixels from which on the facts stand beside the conversation: 68rem, as in the classes below. */
const wide = 1088;

/** The inbox: conversations, the one that is open, and whoever it is with. On phones one of them at a time. */
export default function InboxPage() {
  return (
    <InboxProvider>
      <Panes />
    </InboxProvider>
  );
}

function Panes() {
  const t = useTranslations('chat');
  const { at } = useInbox();
  const [starting, setStarting] = useState(false);
  const [side, setSide] = useState(true);
  const [drawer, setDrawer] = useState(false);
  const list = useApiPages(['chat', 'list', at.query], (cursor) => chat.getConversations({ ...at.query, cursor, limit: pageSize }));
  const { data: open } = useApiQuery(['chat', 'conversation', at.openId], () => chat.getConversation(at.openId!), { enabled: at.openId !== null });
  const mayReply = useCan('chat.reply') !== null;
  const { data: counts } = useApiQuery(['chat', 'counts'], () => chat.getCounts());
  useTitleCount(unreadOf(counts));
  useLiveInbox();
  useInboxKeys(list.rows, open);
  useShortcut(mayReply && { keys: 'c', label: t('start.title'), scope: 'page', run: () => setStarting(true) });
  useStartIntent(() => setStarting(true), mayReply);
  const isOpen = at.openId !== null;
  const panes = useRef<HTMLDivElement>(null);
  // Where the facts have no room beside the conversation they come over it.
  const toggleSide = () => {
    if ((panes.current?.clientWidth ?? 0) >= wide) setSide(!side);
    else setDrawer(true);
  };
  return (
    <Page fill className="@container/inbox">
      <h1 className="sr-only">{t('pages.inbox')}</h1>
      <div ref={panes} className={cn('grid h-full grid-cols-1 grid-rows-1 @3xl/inbox:grid-cols-[21rem_minmax(0,1fr)]', side && isOpen && '@min-[68rem]/inbox:grid-cols-[21rem_minmax(0,1fr)_19rem]')}>
        <ListPane list={list} onNew={() => setStarting(true)} className={cn('@3xl/inbox:flex @3xl/inbox:border-e', isOpen && 'hidden')} />
        <ConversationPane onSide={toggleSide} sideOpen={side} className={cn('@3xl/inbox:flex', !isOpen && 'hidden')} />
        {open && open.id === at.openId && side && <SidePane conversation={open} className="hidden border-s @min-[68rem]/inbox:block" />}
      </div>
      <Drawer open={drawer && open !== undefined} onOpenChange={setDrawer} title={t('side.title')}>
        {open && (
          <div className="-mx-5 -my-4">
            <SideContent conversation={open} />
          </div>
        )}
      </Drawer>
      <StartConversation open={starting} onOpenChange={setStarting} onStarted={(id) => at.open(id)} />
    </Page>
  );
}

/** `?start=1`, as the command palette leads here, opens the form once. */
function useStartIntent(run: () => void, allowed: boolean): void {
  const wanted = useSearchParams().has('start');
  useEffect(() => {
    if (!wanted) return;
    window.history.replaceState(null, '', window.location.pathname);
    if (allowed) run();
    // Only the address decides.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [wanted]);
}
