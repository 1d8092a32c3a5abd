import { Injectable, Logger } from '@nestjs/common';
import type { Redis } from 'ioredis';
import { RedisConnection } from '../cache/redis.ts';

/** Messages kept per tenant for those who come back. */
const kept = 2_000;

/** Where a stream stands to which nothing was sent yet. */
const beginning = '0-0';

/** KEYS: stream, ARGV: channel, message, length. One step, so that the order on the channel is the order in the stream. */
const send = `
local id = redis.call('XADD', KEYS[1], 'MAXLEN', '~', ARGV[3], '*', 'm', ARGV[2])
redis.call('EXPIRE', KEYS[1], 86400)
redis.call('PUBLISH', ARGV[1], id .. ' ' .. ARGV[2])
return id`;

/** A message as listeners get it; ids grow within a tenant. */
export interface LiveMessage {
  id: string;
  topic: string;
  data: unknown;
  userId?: number;
  permission?: string;
}

type Listener = (message: LiveMessage) => void;

/**
 * Carries messages between processes over Redis: a stream per tenant, which is the memory for those who reconnect, and a channel, which
 * is the way to those who are connected. A process listens only to tenants that somebody here listens to.
 */
@Injectable()
export class LiveHub {
  readonly #logger = new Logger('Live');
  readonly #listeners = new Map<number, Set<Listener>>();
  /** The last id each tenant's listeners here have seen, to catch up from after Redis was away. */
  readonly #seen = new Map<number, string>();
  /** Tenants whose channel Redis has confirmed. */
  readonly #confirmed = new Set<number>();
  #subscriber: Redis | undefined;

  constructor(private readonly redis: RedisConnection) {}

  async send(tenantId: number, message: string): Promise<void> {
    await this.redis.client
      .eval(send, 1, this.#stream(tenantId), this.#channel(tenantId), message, kept)
      .catch((error: Error) => this.#logger.warn(`not told: ${error.message}`));
  }

  /** Starts listening; what it returns stops it. */
  listen(tenantId: number, listener: Listener): () => void {
    const listeners = this.#listeners.get(tenantId) ?? new Set();
    this.#listeners.set(tenantId, listeners.add(listener));
    if (listeners.size === 1) void this.#subscribe(tenantId);
    return () => {
      listeners.delete(listener);
      if (listeners.size > 0) return;
      this.#listeners.delete(tenantId);
      this.#seen.delete(tenantId);
      this.#confirmed.delete(tenantId);
      void this.#connection().unsubscribe(this.#channel(tenantId)).catch(() => null);
    };
  }

  /** Resolves once everything sent from now on is heard; without Redis after a second, for then nothing is sent either. */
  async hears(tenantId: number): Promise<void> {
    const end = Date.now() + 1_000;
    while (!this.#confirmed.has(tenantId) && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 5));
  }

  /** The id of the last message, or of the place before the first one; null without Redis. */
  async place(tenantId: number): Promise<string | null> {
    try {
      const [last] = await this.redis.client.xrevrange(this.#stream(tenantId), '+', '-', 'COUNT', 1);
      return last?.[0] ?? beginning;
    } catch {
      return null;
    }
  }

  /**
   * What was sent after `id`. `complete` is false when some of it is no longer kept, so that the listener must load everything afresh.
   */
  async since(tenantId: number, id: string): Promise<{ messages: LiveMessage[]; complete: boolean }> {
    try {
      const stream = this.#stream(tenantId);
      const [entries, first] = await Promise.all([this.redis.client.xrange(stream, `(${id}`, '+'), this.redis.client.xrange(stream, '-', '+', 'COUNT', 1)]);
      const oldest = first[0]?.[0];
      const complete = id === beginning ? entries.length < kept : oldest !== undefined && !isBefore(id, oldest);
      return { messages: entries.map(([entryId, fields]) => parse(entryId, fields[1]!)), complete };
    } catch {
      return { messages: [], complete: false };
    }
  }

  #connection(): Redis {
    if (this.#subscriber) return this.#subscriber;
    const subscriber = this.redis.open({ autoResubscribe: true });
    subscriber.on('message', (channel: string, text: string) => {
      const cut = text.indexOf(' ');
      this.#deliver(Number(channel.split(':').at(-1)), parse(text.slice(0, cut), text.slice(cut + 1)));
    });
    subscriber.on('close', () => this.#confirmed.clear());
    subscriber.on('ready', () => void this.#resubscribe());
    this.#subscriber = subscriber;
    return subscriber;
  }

  /** While the connection is not there yet this comes to nothing, and is done again once it is. */
  async #subscribe(tenantId: number): Promise<void> {
    try {
      await this.#connection().subscribe(this.#channel(tenantId));
      if (this.#listeners.has(tenantId)) this.#confirmed.add(tenantId);
    } catch (error) {
      this.#logger.debug(`not subscribed: ${(error as Error).message}`);
    }
  }

  /** After a lost connection: subscribe again, and hand on what was sent meanwhile. */
  async #resubscribe(): Promise<void> {
    for (const tenantId of this.#listeners.keys()) {
      await this.#subscribe(tenantId);
      const seen = this.#seen.get(tenantId);
      if (seen) for (const message of (await this.since(tenantId, seen)).messages) this.#deliver(tenantId, message);
    }
  }

  #deliver(tenantId: number, message: LiveMessage): void {
    const seen = this.#seen.get(tenantId);
    if (seen && !isBefore(seen, message.id)) return;
    this.#seen.set(tenantId, message.id);
    for (const listener of this.#listeners.get(tenantId) ?? []) listener(message);
  }

  #stream = (tenantId: number) => `${this.redis.prefix}live:stream:${tenantId}`;
  #channel = (tenantId: number) => `${this.redis.prefix}live:channel:${tenantId}`;
}

const parse = (id: string, text: string): LiveMessage => ({ id, ...(JSON.parse(text) as Omit<LiveMessage, 'id'>) });

/** Order of Redis stream ids: `<milliseconds>-<sequence>`. */
export function isBefore(a: string, b: string): boolean {
  const [aTime = 0, aSequence = 0] = a.split('-').map(Number);
  const [bTime = 0, bSequence = 0] = b.split('-').map(Number);
  return aTime < bTime || (aTime === bTime && aSequence < bSequence);
}
