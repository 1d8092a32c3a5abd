import type { ChatAttachment, VisitorMessage } from '../../../contract.ts';
import { alone } from './alone.ts';
import { Refused, type Doors } from './doors.ts';
import type { About, Session } from './session.ts';
import type { Shelf } from './shelf.ts';
import { backOff, sleep } from './wait.ts';

/** A message of the visitor's that the server has not confirmed. */
export interface Queued {
  /** Made once for the message: however often it is sent, it is one. */
  key: string;
  at: number;
  body: string;
  attachments: ChatAttachment[];
  /** Left outside office hours, by a form. */
  form?: About & { name: string; email: string };
  /** Why the server will not have it; such a one waits for the visitor. */
  failed?: string;
}

export interface OutboxHooks {
  /** The server has it; null of what a form left. */
  confirmed(item: Queued, message: VisitorMessage | null): void;
  /** The server will not have it as it is. Answers whether the visitor is asked for what it lacks, so that it need not stand there as failed. */
  refused(item: Queued, code: string): boolean;
  /** The server no longer knows this browser. */
  lost(): void;
  changed(): void;
}

/**
 * What was written and is not confirmed yet. It stands in the browser's storage before anything is sent, one entry a message, so that neither a
 * closed page nor a lost network loses it; it goes out in the order it was written, one after the other, until the server has it.
 */
export class Outbox {
  /** Whether the last try did not reach the server. */
  stuck = false;
  #running = false;
  #again = false;
  #nudge: () => void = () => {};

  constructor(
    private readonly doors: Doors,
    private readonly shelf: Shelf,
    private readonly session: Session,
    private readonly name: string,
    private readonly hooks: OutboxHooks,
  ) {}

  get items(): Queued[] {
    return this.shelf.all<Queued>('out ').sort((one, other) => one.at - other.at);
  }
  add(item: Omit<Queued, 'key' | 'at'>): Queued {
    const at = Math.max(Date.now(), (this.items.at(-1)?.at ?? 0) + 1);
    const queued = { ...item, key: newKey(), at };
    this.#keep(queued);
    void this.flush();
    return queued;
  }
  /** Tries one that the server refused again. */
  retry(key: string): void {
    const item = this.items.find((each) => each.key === key);
    if (item) this.#keep({ ...item, failed: undefined });
    void this.flush();
  }
  remove(key: string): void {
    this.shelf.remove(`out ${key}`);
    this.hooks.changed();
  }
  clear(): void {
    for (const { key } of this.items) this.shelf.remove(`out ${key}`);
  }

  /** Sends all there is; on and on while the network is away. */
  async flush(): Promise<void> {
    this.#nudge();
    if (this.#running) return void (this.#again = true);
    this.#running = true;
    let tries = 0;
    while (this.#waiting().length > 0 || this.#again) {
      this.#again = false;
      const waitMs = await alone(`${this.name} send`, () => this.#sendAll());
      if (waitMs === null) {
        tries = 0;
        continue;
      }
      this.stuck = true;
      this.hooks.changed();
      const { done, nudge } = sleep(Math.max(waitMs, backOff(tries++)));
      this.#nudge = nudge;
      await done;
    }
    this.#running = false;
    // Another tab may have sent what could not be sent from here.
    if (this.stuck) this.hooks.changed();
    this.stuck = false;
  }

  #waiting = () => this.items.filter(({ failed }) => !failed);
  #keep(item: Queued): void {
    this.shelf.set(`out ${item.key}`, item);
    this.hooks.changed();
  }

  /** Milliseconds to wait where the server could not be reached; null when nothing is left to send. */
  async #sendAll(): Promise<number | null> {
    for (let item = this.#waiting()[0]; item; item = this.#waiting()[0]) {
      try {
        const message = await this.#send(item);
        this.stuck = false;
        this.hooks.confirmed(item, message);
        this.shelf.remove(`out ${item.key}`);
        this.hooks.changed();
      } catch (error) {
        if (!(error instanceof Refused)) return 0;
        if (error.passing) return error.waitMs;
        // The server no longer knows this browser: a new conversation begins with what waits here.
        if (error.code === 'chat.visitor-unknown') this.hooks.lost();
        else if (this.hooks.refused(item, error.code)) this.remove(item.key);
        else this.#keep({ ...item, failed: error.code });
      }
    }
    return null;
  }

  async #send({ key, body, attachments, form }: Queued): Promise<VisitorMessage | null> {
    if (form) {
      this.session.adopt(await this.doors.leave(this.session.token, { ...form, key, body }));
      return null;
    }
    return this.doors.send(await this.session.ready(), { key, body, attachmentIds: attachments.map(({ id }) => id) });
  }
}

/** A random UUID, also on pages without TLS, where browsers offer no `randomUUID`. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
