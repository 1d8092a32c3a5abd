import type { VisitorSession, VisitorStart } from '../../../contract.ts';
import { alone } from './alone.ts';
import { Refused, type Doors } from './doors.ts';
import type { Identity } from './public.ts';
import type { Shelf } from './shelf.ts';
import { warn } from './warn.ts';

interface Kept {
  token: string;
  /** Who the page said they are. */
  who: string | null;
}
/** What the visitor says of themselves before they write. */
export type About = Pick<VisitorStart, 'name' | 'email' | 'answers'>;

/** Who this browser is to the server: a token, kept for all tabs, asked for when it is first needed. */
export class Session {
  now: VisitorSession | null = null;
  #identity: Identity | null = null;
  #starting: Promise<string> | null = null;

  constructor(
    private readonly doors: Doors,
    private readonly shelf: Shelf,
    private readonly name: string,
    private readonly language: () => VisitorStart['locale'],
  ) {}

  get token(): string | null {
    return this.shelf.get<Kept>('session')?.token ?? null;
  }
  /** Whether the visitor is known already, or the page vouches for them. */
  get known(): boolean {
    return this.token !== null || this.#identity !== null;
  }
  /** Whether what the visitor said of themselves waits to be sent. */
  get about(): About | null {
    return this.shelf.get<About>('about');
  }

  /** Says who the visitor is. Answers whether it is somebody else than before, whose conversation is gone from here. */
  identify(identity: Identity | null): boolean {
    this.#identity = identity;
    const kept = this.shelf.get<Kept>('session');
    this.now = null;
    this.#starting = null;
    if (!kept || (kept.who !== null && kept.who === identity?.externalId) || (kept.who === null && identity !== null)) return false;
    this.forget();
    return true;
  }
  forget(): void {
    this.now = null;
    this.#starting = null;
    for (const key of ['session', 'about', 'draft']) this.shelf.remove(key);
  }
  /** Keeps what they say of themselves until the server has it. */
  tell(about: About): void {
    this.shelf.set('about', about);
    this.#starting = null;
    this.now = null;
  }

  /** Goes on as what the server says this browser is. */
  adopt(session: VisitorSession): string {
    const kept = this.shelf.get<Kept>('session');
    const token = session.token ?? kept!.token;
    const who = this.#identity?.externalId ?? kept?.who ?? null;
    if (token !== kept?.token || who !== kept.who) this.shelf.set('session', { token, who } satisfies Kept);
    this.now = session;
    return token;
  }

  /** The token, after the server has all that is to be said about the visitor. */
  ready(): Promise<string> {
    if (this.now && this.token) return Promise.resolve(this.token);
    this.#starting ??= alone(`${this.name} start`, () => this.#start()).finally(() => (this.#starting = null));
    return this.#starting;
  }

  async #start(): Promise<string> {
    const about = this.about;
    const { origin, pathname } = location;
    const body: VisitorStart = {
      ...about,
      ...(this.#identity && { identity: this.#identity }),
      locale: this.language(),
      zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      page: `${origin}${pathname}`.slice(0, 500),
    };
    const sent = this.token;
    try {
      const session = await this.doors.start(sent, body);
      // What was said meanwhile goes with the next start.
      if (JSON.stringify(this.about) === JSON.stringify(about)) this.shelf.remove('about');
      return this.adopt(session);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      if (this.#identity && !error.passing && error.code !== 'chat.visitor-unknown') {
        const why = error.code === 'chat.wrong-identity' ? 'The signature of the identity is wrong' : `The identity was refused (${error.code})`;
        warn(`${why}; the visitor stays unknown.`);
        this.#identity = null;
        return this.#start();
      }
      if (error.code === 'chat.visitor-unknown' && sent) {
        this.shelf.remove('session');
        return this.#start();
      }
      throw error;
    }
  }
}
