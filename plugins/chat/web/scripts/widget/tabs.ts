import type { VisitorMessage } from '../../../contract.ts';
import type { Shelf } from './shelf.ts';

interface News {
  messages?: VisitorMessage[];
  seen?: number;
}
interface TabHooks {
  messages(messages: VisitorMessage[]): void;
  seen(sequence: number): void;
  /** Another tab began or ended a conversation. */
  session(): void;
  /** Another tab wrote, or what it wrote has arrived. */
  outbox(): void;
}

/** Keeps the tabs of one browser alike: what one of them learns the others show at once, without asking. */
export function joinTabs(name: string, shelf: Shelf, hooks: TabHooks): { tell: (news: News) => void } {
  const channel = typeof BroadcastChannel === 'function' ? new BroadcastChannel(name) : null;
  channel?.addEventListener('message', ({ data }: MessageEvent<News>) => {
    if (data.messages) hooks.messages(data.messages);
    if (data.seen) hooks.seen(data.seen);
  });
  shelf.watch((key) => {
    if (key === 'session') hooks.session();
    else if (key.startsWith('out ')) hooks.outbox();
  });
  return { tell: (news) => channel?.postMessage(news) };
}
