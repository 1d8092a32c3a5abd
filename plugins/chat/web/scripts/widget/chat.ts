import type { ChatAttachment, VisitorMessage, WidgetConfig } from '../../../contract.ts';
import type { Doors } from './doors.ts';
import { catchUp, follow, type Link } from './follow.ts';
import { Outbox, type Queued } from './outbox.ts';
import type { ChatEvents, Identity } from './public.ts';
import { Session, type About } from './session.ts';
import type { Shelf } from './shelf.ts';
import { joinTabs } from './tabs.ts';
import { Thread } from './thread.ts';
import { typingTeller } from './typing.ts';

export interface ChatHooks {
  /** Something that is drawn has changed. */
  changed(): void;
  emit<Name extends keyof ChatEvents>(name: Name, detail: ChatEvents[Name]): void;
}

/** How many messages are loaded at first, and with each step back. */
const window = 60;
/** How long a page that nobody looks at keeps its stream. */
const patienceMs = 60_000;

/** The conversation of this browser, without anything that is drawn. */
export class Chat {
  readonly thread = new Thread();
  readonly session: Session;
  readonly outbox: Outbox;
  link: Link = 'live';
  /** Who is writing now; the empty string for somebody without a name. */
  typing: string | null = null;
  seen = 0;
  closed = false;
  isOpen = false;
  loading = false;
  /** Where answers to what was left by the form go. */
  left: string | null = null;
  /** Whether the server refused a message for what is not known of the visitor. */
  mustAsk = false;
  readonly tellTyping: (typing: boolean) => void;
  #following: ReturnType<typeof follow> | null = null;
  #resting = 0;
  #quiet = 0;
  #unread = 0;
  readonly #tabs;

  constructor(
    readonly doors: Doors,
    readonly shelf: Shelf,
    public config: WidgetConfig,
    name: string,
    language: () => WidgetConfig['locale'],
    private readonly hooks: ChatHooks,
  ) {
    this.session = new Session(doors, shelf, name, language);
    const lost = () => this.#begin(() => this.session.forget());
    this.outbox = new Outbox(doors, shelf, this.session, name, {
      ...{ changed: () => this.#changed(), lost },
      confirmed: (item, message) => this.#confirmed(item, message),
      refused: (item, code) => this.#refused(item, code),
    });
    this.tellTyping = typingTeller((typing) => this.active && this.session.token && void doors.typing(this.session.token, typing).catch(() => null));
    this.#tabs = joinTabs(name, shelf, {
      messages: (messages) => this.#take(messages),
      seen: (sequence) => this.#see(sequence),
      session: () => this.#begin(() => (this.session.now = null)),
      outbox: () => (this.#changed(), void this.outbox.flush()),
    });
    document.addEventListener('visibilitychange', () => (this.#attend(), this.#changed()));
  }

  /** Whether there is a conversation, or soon will be. */
  get active(): boolean {
    return this.thread.items.length > 0 || this.outbox.items.some(({ form }) => !form);
  }
  get unread(): number {
    return this.thread.unread(this.seen);
  }
  get earlierThere(): boolean {
    return this.thread.from > 0;
  }

  /** Goes on where this browser was, if it was anywhere. */
  async resume(identity: Identity | null): Promise<void> {
    if (identity) this.session.identify(identity);
    void this.outbox.flush();
    if (!this.session.known) return;
    await this.#load();
  }
  identify(identity: Identity | null): void {
    const another = this.session.identify(identity);
    if (another) this.outbox.clear();
    this.#begin(() => {}, another);
  }

  send(body: string, attachments: ChatAttachment[] = [], about?: About): void {
    if (about) this.session.tell(about);
    this.mustAsk = false;
    this.outbox.add({ body, attachments });
    this.#attend();
  }
  leave(form: About & { name: string; email: string }, body: string): void {
    this.left = form.email;
    this.mustAsk = false;
    this.outbox.add({ body, attachments: [], form });
  }
  async upload(file: File): Promise<ChatAttachment> {
    return this.doors.upload(await this.session.ready(), file);
  }
  async content(id: number): Promise<Blob> {
    return this.doors.content(await this.session.ready(), id);
  }

  setOpen(open: boolean): void {
    this.isOpen = open;
    this.#attend();
    this.#changed();
  }
  /** What is on the screen was read. */
  see(): void {
    const last = this.thread.items.at(-1)?.sequence ?? 0;
    if (this.unread === 0 || !this.isOpen || document.visibilityState !== 'visible') return;
    this.#see(last);
    this.#tabs.tell({ seen: last });
    if (this.session.token) void this.doors.read(this.session.token, last).catch(() => null);
  }
  async loadEarlier(): Promise<void> {
    const { thread } = this;
    const from = Math.max(0, thread.from - window);
    const { items } = await this.doors.messages(await this.session.ready(), from, Math.max(1, thread.from - from));
    thread.add(items);
    thread.from = from;
    this.#changed();
  }

  async #load(): Promise<void> {
    this.loading = true;
    this.#changed();
    try {
      const token = await this.session.ready();
      const conversation = this.session.now?.conversation;
      if (conversation) {
        this.thread.reset(Math.max(0, conversation.lastSequence - window));
        this.seen = Math.max(this.seen, conversation.readSequence);
        this.closed = conversation.status === 'closed';
        await catchUp(this.doors, token, this.thread, (messages) => void this.thread.add(messages));
      }
    } catch {
      // The network is away: following goes on trying.
    }
    this.loading = false;
    this.#changed();
    this.#attend();
  }
  /** Another visitor, or none: nothing of the one before stays. */
  #begin(change: () => void, clear = true): void {
    this.#stop();
    change();
    if (clear) {
      this.thread.reset();
      this.seen = 0;
      this.closed = false;
      this.left = null;
    }
    this.#changed();
    if (this.session.known) void this.#load();
  }

  #confirmed(item: Queued, message: VisitorMessage | null): void {
    if (!message) return void this.#load();
    this.#take([message]);
    this.#tabs.tell({ messages: [message] });
    this.tellTyping(false);
  }
  /** What a form could not say is asked again, with the words that were written. */
  #refused({ body, form }: Queued, code: string): boolean {
    if (!form && code !== 'chat.name-required' && code !== 'chat.email-required') return false;
    this.shelf.set('draft', body);
    this.left = null;
    this.mustAsk = true;
    return true;
  }
  #take(messages: VisitorMessage[], share = false): void {
    const fresh = this.thread.add(messages);
    for (const { kind, what, body, authorName } of fresh) {
      if (kind === 'event') this.closed = what === 'closed';
      if (kind === 'incoming') this.closed = false;
      if (kind === 'outgoing') {
        this.typing = null;
        this.hooks.emit('message', { text: body, author: authorName });
      }
    }
    if (share && fresh.length > 0) this.#tabs.tell({ messages: fresh });
    if (fresh.length > 0) this.#changed();
    this.#attend();
  }
  #see(sequence: number): void {
    this.seen = Math.max(this.seen, sequence);
    this.#changed();
  }

  /** Follows while somebody looks at the page and there is something to follow. */
  #attend(): void {
    clearTimeout(this.#resting);
    const wanted = this.session.known && (this.active || this.session.now?.conversation) && (!this.closed || this.isOpen);
    if (!wanted) return this.#stop();
    if (document.visibilityState !== 'visible') return void (this.#resting = self.setTimeout(() => this.#stop(), patienceMs));
    this.#following ??= follow(this.doors, this.session, this.thread, {
      messages: (messages) => this.#take(messages, true),
      typing: (name, typing) => this.#hear(typing ? (name ?? '') : null),
      link: (link) => {
        if (this.link === link) return;
        this.link = link;
        if (link !== 'away') void this.outbox.flush();
        this.#changed();
      },
      lost: () => this.#begin(() => this.session.forget()),
    });
  }
  #stop(): void {
    this.#following?.stop();
    this.#following = null;
  }
  #hear(name: string | null): void {
    clearTimeout(this.#quiet);
    this.typing = name;
    if (name !== null) this.#quiet = self.setTimeout(() => this.#hear(null), 6_000);
    this.#changed();
  }
  #changed(): void {
    if (this.#unread !== this.unread) this.hooks.emit('unread', (this.#unread = this.unread));
    this.hooks.changed();
  }
}
