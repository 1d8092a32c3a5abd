import type { MessageEvent } from '@nestjs/common';
import { Observable } from 'rxjs';

/** A row of a sequence as a listener gets it. */
export interface Followed {
  /** Grows by at least 1 from row to row; the listener names the last one it saw when it comes back. */
  sequence: number;
  /** Type of the event. */
  type: string;
  data: unknown;
}

export interface FollowOptions {
  /** Live topics that say there may be something new. */
  topics: readonly string[];
  /** The last sequence the listener has. */
  after: number;
  /** Reads what comes after a sequence, in order, at most some hundred at a time; asked again until nothing is left. */
  load: (after: number) => Promise<readonly Followed[]>;
  /** Topics whose messages are passed on as they come, without sequence: typing and the like. */
  ephemeral?: readonly string[];
  /** Which messages of those topics concern this listener; all unless told. */
  matches?: (topic: string, data: unknown) => boolean;
  /** Whether the listener still may listen; asked every few seconds. */
  alive?: () => Promise<boolean>;
}

/** What a follower stands on; the kernel hands it over. */
export interface Wire {
  /** Starts hearing the tenant's messages; what it returns stops that. */
  listen(onMessage: (topic: string, data: unknown) => void): () => void;
  /** Resolves once messages are heard. */
  ready(): Promise<void>;
  /** Runs within the context the stream was opened in. */
  within<T>(work: () => Promise<T>): Promise<T>;
  heartbeatMs: number;
  aliveMs: number;
}

/**
 * A stream of rows that loses and repeats none: the database has the rows and their order, messages only say when to look. Looking happens one at
 * a time, from the last row that was handed over, and also with every heartbeat, so that a message that got lost delays a row and never drops it.
 */
export function follow({ topics, after, load, ephemeral = [], matches = () => true, alive }: FollowOptions, wire: Wire): Observable<MessageEvent> {
  return new Observable((subscriber) => {
    let last = after;
    let looking = false;
    let again = false;

    const look = async () => {
      if (looking) return void (again = true);
      looking = true;
      try {
        do {
          again = false;
          const rows = await wire.within(() => load(last));
          for (const { sequence, type, data } of rows) {
            if (subscriber.closed || sequence <= last) continue;
            last = sequence;
            subscriber.next({ id: String(sequence), type, data: JSON.stringify(data) });
          }
          if (rows.length > 0) again = true;
        } while (again && !subscriber.closed);
      } catch {
        // The database is away for a moment: the listener comes back with the last row it has.
        subscriber.complete();
      } finally {
        looking = false;
      }
    };

    const stop = wire.listen((topic, data) => {
      if (!matches(topic, data)) return;
      if (ephemeral.includes(topic)) subscriber.next({ type: topic, data: JSON.stringify(data) });
      else if (topics.includes(topic)) void look();
    });
    void wire.ready().then(async () => {
      await look();
      subscriber.next({ type: 'open', data: '' });
    });
    const beating = setInterval(() => {
      subscriber.next({ type: 'ping', data: '' });
      void look();
    }, wire.heartbeatMs);
    const checking = alive && setInterval(() => void wire.within(alive).then((may) => may || subscriber.complete(), () => null), wire.aliveMs);
    return () => {
      stop();
      clearInterval(beating);
      clearInterval(checking);
    };
  });
}
