import type { ChatAttachment } from '../../../contract.ts';
import { attachmentView } from './attachment-view.ts';
import type { Chat } from './chat.ts';
import { h, icon, put, set } from './dom.ts';
import { linkify } from './linkify.ts';
import type { Queued } from './outbox.ts';
import type { Speech } from './texts.ts';

/** A message as it is drawn: confirmed by the server, or still on its way. */
interface Row {
  key: string;
  mine: boolean;
  author: string | null;
  at: Date;
  body: string;
  attachments: readonly ChatAttachment[];
  event: 'closed' | 'reopened' | null;
  queued: Queued | null;
}

/** Messages of one writer within this time stand together. */
const togetherMs = 5 * 60_000;

/** The messages. Each keeps its element from being written to being confirmed, so nothing jumps and nothing is read out twice. */
export function logView(chat: Chat, speech: Speech): { element: HTMLElement; update(): void } {
  const { t } = speech;
  const drawn = new Map<string, ReturnType<typeof draw>>();
  const days = new Map<string, HTMLElement>();
  const log = h('div', { class: 'log', role: 'log', tabindex: 0, 'aria-label': t('conversation', { name: chat.config.name }) });
  const earlier = h('button', { class: 'chip earlier', type: 'button', onclick: () => void chat.loadEarlier().catch(() => null) }, t('earlier'));
  const greeting = bubbleOf('theirs first', chat.config.greeting || t('greeting'));
  const typing = h('div', { class: 'message first' });
  const down = h('button', { class: 'chip', type: 'button', onclick: () => toEnd() }, icon('down', 16), t('newMessages'));
  const more = h('div', { class: 'more', hidden: true }, down);
  const element = h('div', { class: 'body' }, log, more);
  let atEnd = true;
  let last = '';

  const toEnd = () => log.scrollTo({ top: log.scrollHeight });
  log.addEventListener('scroll', () => {
    atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 40;
    if (atEnd) set(more, { hidden: true });
    if (atEnd) chat.see();
  });

  function draw(row: Row) {
    if (row.event) return { element: h('p', { class: 'event' }, t(row.event)), tell: () => {} };
    const author = h('p', { class: 'author' }, row.mine ? t('you') : (row.author ?? chat.config.name));
    const text = row.body && h('div', { class: 'bubble', dir: 'auto' }, ...linked(row.body));
    const meta = h('p', { class: 'meta' });
    const box = h('div', {}, author, text, ...row.attachments.map((each) => attachmentView(chat, speech, each)), meta);
    return {
      element: box,
      tell({ mine, at, queued, key }: Row, first: boolean, end: boolean) {
        set(box, { class: `message${mine ? ' mine' : ''}${first ? ' first' : ''}` });
        set(author, { class: mine || !first ? 'spoken' : 'author' });
        const failed = queued?.failed;
        set(meta, { hidden: !(end || queued), class: failed ? 'meta wrong' : 'meta' });
        const time = h('time', { datetime: at.toISOString(), title: speech.exact(at) }, speech.clock(at));
        if (failed) {
          const again = h('button', { type: 'button', onclick: () => chat.outbox.retry(key) }, t('retry'));
          const drop = h('button', { type: 'button', onclick: () => chat.outbox.remove(key) }, t('discard'));
          put(meta, icon('alert', 14), t(failed === 'chat.too-many-messages' ? 'tooMany' : 'failed'), again, drop);
        } else if (queued) put(meta, icon('clock', 14), t(chat.outbox.stuck ? 'waiting' : 'sending'));
        else if (mine) put(meta, time, icon('check', 14), h('span', { class: 'spoken' }, t('sent')));
        else put(meta, time);
      },
    };
  }

  function update(): void {
    const rows = rowsOf(chat);
    const [height, top] = [log.scrollHeight, log.scrollTop];
    const children: HTMLElement[] = rows.flatMap((row, index) => {
      const [before, after] = [rows[index - 1], rows[index + 1]];
      const newDay = before?.at.toDateString() !== row.at.toDateString();
      if (!drawn.has(row.key)) drawn.set(row.key, draw(row));
      const { element: own, tell } = drawn.get(row.key)!;
      tell(row, newDay || !together(before, row), !after || !together(row, after));
      return newDay ? [dayOf(row.at), own] : [own];
    });
    const showTyping = chat.typing !== null;
    if (showTyping) put(typing, h('p', { class: 'spoken' }, chat.typing ? t('typing', { name: chat.typing }) : t('somebodyTyping')), dots());
    put(log, chat.earlierThere ? earlier : greeting, ...children, showTyping && typing);
    const newest = rows.at(-1);
    const fresh = newest !== undefined && newest.key !== last;
    if (atEnd || (fresh && newest.mine)) toEnd();
    else if (fresh && last) set(more, { hidden: false });
    // Earlier ones came in above: what was looked at stays where it was.
    else if (!fresh && top < 40) log.scrollTop = top + log.scrollHeight - height;
    last = newest?.key ?? '';
    if (atEnd) chat.see();
  }

  const dayOf = (at: Date) => {
    const text = speech.day(at);
    const key = at.toDateString();
    if (!days.has(key)) days.set(key, h('p', { class: 'day' }));
    put(days.get(key)!, text);
    return days.get(key)!;
  };
  new ResizeObserver(() => atEnd && toEnd()).observe(log);
  return { element, update };
}

function rowsOf({ thread, outbox }: Chat): Row[] {
  const there = thread.items.map(({ key, kind, what, authorName, createdAt, body, attachments }): Row => ({
    ...{ key, body, attachments, mine: kind === 'incoming', author: authorName, at: new Date(createdAt) },
    ...{ event: kind === 'event' ? what : null, queued: null },
  }));
  const waiting = outbox.items
    .filter(({ key, form }) => !form && !thread.has(key))
    .map((queued): Row => ({ ...queued, mine: true, author: null, at: new Date(queued.at), event: null, queued }));
  return [...there, ...waiting];
}

const together = (one: Row | undefined, other: Row) =>
  one !== undefined && !one.event && !other.event && one.mine === other.mine && one.author === other.author && other.at.getTime() - one.at.getTime() < togetherMs;

const linked = (text: string) =>
  linkify(text).map(({ text: shown, href }) => (href ? h('a', { href, target: '_blank', rel: 'noopener noreferrer nofollow', dir: 'ltr' }, shown) : shown));
const bubbleOf = (kind: string, text: string) => h('div', { class: `message ${kind}` }, h('div', { class: 'bubble', dir: 'auto' }, ...linked(text)));
const dots = () => h('div', { class: 'bubble typing', 'aria-hidden': 'true' }, h('i'), h('i'), h('i'));
