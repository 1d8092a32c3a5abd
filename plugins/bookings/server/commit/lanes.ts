import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { Access, Problem, problem } from '@loctelli/core/server';
import { bookingErrors } from '../../contract.ts';

interface Waiter {
  slot: string;
  since: number;
  attempt: () => Promise<unknown>;
  resolve: (value: never) => void;
  reject: (error: unknown) => void;
}
interface Lane {
  waiting: Waiter[];
}
/** Whoever waited this long is told to try again. */
const patienceMs = 8_000;

/**
 * Lets one commit of a tenant after the other into the database, so that a crowd does not hold every connection while it waits for one host. As
 * soon as somebody finds a slot taken, all who wait for the same one are told without asking anew: it was taken while they waited. Several
 * processes are kept apart by the locks of `Appointments`.
 */
@Injectable()
export class Lanes {
  readonly #lanes = new Map<number, Lane>();

  constructor(private readonly access: Access) {}

  /**
   * Runs the attempt when its turn comes.
   * @param slot what is wanted, to the letter: attempts with the same one fail alike
   * @throws what the attempt throws, bookings.taken in its stead, bookings.contended after 8 s
   */
  run<T>(slot: string, attempt: () => Promise<T>): Promise<T> {
    const tenantId = this.access.tenant.id;
    return new Promise<T>((resolve, reject) => {
      // Each attempt runs in the request it belongs to, whoever's turn ended before.
      const waiter = { slot, since: Date.now(), attempt: AsyncLocalStorage.bind(attempt), resolve, reject };
      const lane = this.#lanes.get(tenantId);
      if (lane) lane.waiting.push(waiter);
      else {
        const fresh = { waiting: [waiter] };
        this.#lanes.set(tenantId, fresh);
        void this.#serve(tenantId, fresh);
      }
    });
  }

  async #serve(tenantId: number, lane: Lane): Promise<void> {
    for (let next = lane.waiting.shift(); next; next = lane.waiting.shift()) {
      if (Date.now() - next.since > patienceMs) {
        next.reject(problem(bookingErrors.contended));
        continue;
      }
      try {
        next.resolve((await next.attempt()) as never);
      } catch (error) {
        next.reject(error);
        if (isTaken(error)) this.#dismiss(lane, next.slot, error);
      }
    }
    this.#lanes.delete(tenantId);
  }

  #dismiss(lane: Lane, slot: string, error: unknown): void {
    const others = lane.waiting.filter((waiter) => waiter.slot === slot);
    lane.waiting = lane.waiting.filter((waiter) => waiter.slot !== slot);
    for (const { reject } of others) reject(error);
  }
}

const isTaken = (error: unknown): boolean => error instanceof Problem && error.definition === bookingErrors.taken;
