import type { VisitorMessage } from '../../../contract.ts';
import { Refused, type Doors, type MessagePage } from './doors.ts';
import { eventReader } from './read-events.ts';
import type { Session } from './session.ts';
import type { Thread } from './thread.ts';
import { backOff, sleep } from './wait.ts';

/** How news come: at once, by asking every few seconds, or not at all. */
export type Link = 'live' | 'asking' | 'away';

export interface FollowHooks {
  messages(messages: VisitorMessage[]): void;
  typing(name: string | null, typing: boolean): void;
  link(link: Link): void;
  /** The server no longer knows this browser. */
  lost(): void;
}

/** Streams beat every 15 s; one that is silent for longer is dead, even if nobody said so. */
const silentMs = 40_000;
const openMs = 10_000;

/**
 * Follows the conversation from the last sequence on, until it is stopped. Where a stream ends or cannot be had, it asks for what it missed before
 * it tries again, so a proxy that lets no stream through costs seconds and no message.
 */
export function follow(doors: Doors, session: Session, thread: Thread, hooks: FollowHooks): { stop: () => void; nudge: () => void } {
  let stopped = false;
  let nudge = () => {};
  let ending = new AbortController();

  async function stream(token: string): Promise<void> {
    ending = new AbortController();
    let timer = setTimeout(() => ending.abort(), openMs);
    const listen = () => {
      clearTimeout(timer);
      timer = setTimeout(() => ending.abort(), silentMs);
    };
    const read = eventReader(({ id, type, data }) => {
      listen();
      hooks.link('live');
      tries = 0;
      if (!data) return;
      const news = JSON.parse(data) as Partial<VisitorMessage> & { typing?: boolean; name?: string | null };
      if (type === 'chat.visitor-typing') hooks.typing(news.name ?? null, news.typing !== false);
      else if (news.sequence && news.key) {
        thread.cursor = Math.max(thread.cursor, Number(id ?? news.sequence));
        hooks.messages([news as VisitorMessage]);
      }
    });
    try {
      const answer = await doors.stream(token, thread.cursor, ending.signal);
      const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
      for (let part = await reader.read(); !part.done && !stopped; part = await reader.read()) read(part.value);
    } finally {
      clearTimeout(timer);
      ending.abort();
    }
  }

  let tries = 0;
  async function run(): Promise<void> {
    while (!stopped) {
      try {
        const token = await session.ready();
        await stream(token).catch((error: unknown) => {
          if (error instanceof Refused) throw error;
        });
        if (stopped) return;
        await catchUp(doors, token, thread, hooks.messages);
        hooks.link(tries > 1 ? 'asking' : 'live');
      } catch (error) {
        if (stopped) return;
        if (error instanceof Refused && error.code === 'chat.visitor-unknown') return hooks.lost();
        hooks.link('away');
      }
      const pause = sleep(Math.min(backOff(tries++, 500), 10_000));
      nudge = pause.nudge;
      await pause.done;
    }
  }
  void run();
  const offline = () => ending.abort();
  addEventListener('offline', offline);
  return {
    stop() {
      stopped = true;
      removeEventListener('offline', offline);
      ending.abort();
      nudge();
    },
    nudge: () => nudge(),
  };
}

/** Reads all after the thread's last sequence. */
export async function catchUp(doors: Doors, token: string, thread: Thread, take: (messages: VisitorMessage[]) => void): Promise<MessagePage> {
  let page: MessagePage;
  do {
    page = await doors.messages(token, thread.cursor);
    thread.cursor = Math.max(thread.cursor, page.items.at(-1)?.sequence ?? 0);
    take(page.items);
  } while (page.more && page.items.length > 0);
  return page;
}
