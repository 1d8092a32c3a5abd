import { isProblem } from '@loctelli/core/web';
import type { ChatMessage, MessageList, NewMessage } from '../../contract.ts';
import { arrived, heardOf, lastOf, missing, noThread, olderBefore, opened, received, unsent, type Outgoing, type Thread } from './merge.ts';

/** The server, as far as a conversation's messages need it. */
export interface Door {
  getMessages(id: number, query: { after?: number; before?: number; limit?: number }): Promise<MessageList>;
  sendMessage(id: number, body: NewMessage): Promise<ChatMessage>;
}
/** Keeps what was not sent yet over a reload. */
export interface Shelf {
  read(): Outgoing[];
  write(outbox: Outgoing[]): void;
}
export interface ThreadView {
  thread: Thread;
  /** On their way, in the order they were written. */
  outbox: Outgoing[];
  /** Why the first page could not be fetched. */
  error: unknown;
  loadingOlder: boolean;
}

const pageSize = 50;
const longestWait = 30_000;

/**
 * One conversation's messages and what is on its way to it. Fetching happens one call at a time and goes on until everything that was told of
 * is here; sending likewise, so that messages arrive in the order they were written.
 */
export class ThreadStore {
  view: ThreadView;
  private readonly listeners = new Set<() => void>();
  private fetching: Promise<void> | null = null;
  private again = false;
  private sending = false;
  private tries = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly id: number,
    private readonly door: Door,
    private readonly shelf: Shelf,
    private readonly describe: (error: unknown) => string,
  ) {
    this.view = { thread: noThread, outbox: shelf.read().map((entry) => (entry.state === 'failed' ? entry : { ...entry, state: 'waiting' })), error: null, loadingOlder: false };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };
  readonly read = (): ThreadView => this.view;

  /** Somebody wrote: a message of this sequence exists. */
  hear(sequence: number): void {
    this.set({ thread: heardOf(this.view.thread, sequence) });
    if (missing(this.view.thread) !== null) void this.sync();
  }

  /** Fetches the first page, or whatever came after the last message: to be called when it is opened and whenever something may have been missed. */
  sync(): Promise<void> {
    this.again = true;
    this.fetching ??= this.fetchAll().finally(() => (this.fetching = null));
    void this.flush();
    return this.fetching;
  }

  private async fetchAll(): Promise<void> {
    try {
      while (this.again) {
        this.again = false;
        const { thread } = this.view;
        const after = thread.floor === null ? undefined : lastOf(thread);
        const { items, more, lastSequence } = await this.door.getMessages(this.id, { after, limit: after === undefined ? pageSize : 200 });
        const before = lastOf(this.view.thread);
        this.take(opened(this.view.thread, items, lastSequence));
        if (after !== undefined && more) this.again = true;
        // Told of, not here, and this answer brought nothing: asking again at once would bring no more.
        else if (missing(this.view.thread) !== null && lastOf(this.view.thread) > before) this.again = true;
      }
      this.set({ error: null });
    } catch (error) {
      if (this.view.thread.floor === null || (isProblem(error) && error.status === 404)) this.set({ error });
    }
  }

  /** The newest ones again, for their state may have changed. */
  async refresh(): Promise<void> {
    const { thread } = this.view;
    if (thread.floor === null) return;
    const after = Math.max(thread.floor, lastOf(thread) - pageSize);
    const list = await this.door.getMessages(this.id, { after, limit: 200 }).catch(() => null);
    if (list) this.take(received(heardOf(this.view.thread, list.lastSequence), list.items));
    if (missing(this.view.thread) !== null) await this.sync();
  }

  async loadOlder(): Promise<void> {
    const before = olderBefore(this.view.thread);
    if (before === null || this.view.loadingOlder) return;
    this.set({ loadingOlder: true });
    const list = await this.door.getMessages(this.id, { before, limit: pageSize }).catch(() => null);
    if (list) this.take(received(this.view.thread, list.items));
    this.set({ loadingOlder: false });
  }

  /** Shown at once; tried until the server has it or refuses it. */
  send(message: Pick<Outgoing, 'key' | 'kind' | 'body' | 'attachments'>): void {
    this.outbox([...this.view.outbox, { ...message, at: new Date().toISOString(), state: 'sending' }]);
    void this.flush();
  }

  /** What the server answered about one message. */
  put(message: ChatMessage): void {
    this.take(received(this.view.thread, [message]));
  }

  retry(key: string): void {
    this.outbox(this.view.outbox.map((entry) => (entry.key === key ? { ...entry, state: 'sending', problem: undefined } : entry)));
    void this.flush();
  }

  discard(key: string): void {
    this.outbox(this.view.outbox.filter((entry) => entry.key !== key));
  }

  private async flush(): Promise<void> {
    if (this.sending) return;
    this.sending = true;
    clearTimeout(this.timer);
    try {
      for (let next = this.next(); next; next = this.next()) {
        const { key, kind, body, attachments } = next;
        try {
          this.mark(key, { state: 'sending' });
          const message = await this.door.sendMessage(this.id, { key, kind, body, attachmentIds: attachments.map(({ id }) => id) });
          this.tries = 0;
          this.take(received(this.view.thread, [message]));
          if (missing(this.view.thread) !== null) void this.sync();
        } catch (error) {
          if (!isProblem(error) || (error.status > 0 && error.status < 500 && error.status !== 408 && error.status !== 429)) {
            this.mark(key, { state: 'failed', problem: this.describe(error) });
            continue;
          }
          // No answer tells nothing: it may be there. The same key again is the same message.
          this.mark(key, { state: 'waiting' });
          this.tries += 1;
          this.timer = setTimeout(() => void this.flush(), Math.min(longestWait, 1000 * 2 ** this.tries));
          return;
        }
      }
    } finally {
      this.sending = false;
    }
  }

  private next(): Outgoing | undefined {
    return this.view.outbox.find(({ key, state }) => state !== 'failed' && !arrived(this.view.thread, key));
  }

  private mark(key: string, change: Partial<Outgoing>): void {
    this.outbox(this.view.outbox.map((entry) => (entry.key === key ? { ...entry, ...change } : entry)));
  }

  private take(thread: Thread): void {
    this.set({ thread });
    const left = unsent(thread, this.view.outbox);
    if (left.length < this.view.outbox.length) this.outbox(left);
  }

  private outbox(outbox: Outgoing[]): void {
    this.set({ outbox });
    this.shelf.write(outbox);
  }

  private set(change: Partial<ThreadView>): void {
    this.view = { ...this.view, ...change };
    this.listeners.forEach((listener) => listener());
  }
}
