import { Injectable } from '@nestjs/common';
import { Database, Outbound, OutboundFailure, UnitOfWork, type OutboundAnswer, type Prisma } from '@loctelli/core/server';
import type { FailureReason } from '../../contract.ts';
import { bodyOf } from './body.ts';
import { afterFailure, closed, type Breaker } from './breaker.ts';
import type { Endpoint } from './endpoint-hold.ts';
import { EndpointSecrets } from './endpoint-secrets.ts';
import { EndpointSwitch } from './endpoint-switch.ts';
import { oldestMs, pauseAfter, retryAfterOf } from './retry-schedule.ts';
import { SchemaJudge } from './schema-judge.ts';

export type Due = Prisma.WebhookDeliveryGetPayload<{ include: { message: true } }>;

const timeoutMs = 10_000;
const answerCharacters = 2_000;

interface Attempt {
  durationMs: number;
  status: number | null;
  reason: FailureReason | null;
  detail: string | null;
  answer: string | null;
  answerHeaders: Record<string, string>;
  retryAfterMs: number;
}

/** Failures of our own making that no repeat changes. */
const final: readonly FailureReason[] = ['url', 'address', 'schema', 'unpublished', 'expired'];
/** Failures that say nothing about the endpoint. */
const innocent: readonly FailureReason[] = ['schema', 'unpublished', 'expired'];

/** The breaker of an endpoint that several attempts are under way to, and the settling of the one before. */
export interface SharedBreaker {
  breaker: Breaker;
  turn: Promise<unknown>;
}

/** One attempt at one delivery, and what follows from it. */
@Injectable()
export class DeliverySender {
  constructor(
    private readonly db: Database,
    private readonly uow: UnitOfWork,
    private readonly outbound: Outbound,
    private readonly secrets: EndpointSecrets,
    private readonly judge: SchemaJudge,
    private readonly switches: EndpointSwitch,
  ) {}

  /**
   * Attempts run side by side; what follows from them is settled one after the other, for each failure counts on the one before it.
   * @returns whether the endpoint is on
   */
  async send(endpoint: Endpoint, delivery: Due, shared: SharedBreaker): Promise<boolean> {
    const at = new Date();
    const body = bodyOf(delivery.message, endpoint.fields as Record<string, string[]>);
    const attempt = await this.#attempt(endpoint, delivery, at, body);
    const settled = shared.turn.then(async () => {
      const after = await this.uow.run(() => this.#record(endpoint, delivery, attempt, at, body, shared.breaker));
      if (after) shared.breaker = after;
      return after !== null;
    });
    shared.turn = settled.catch(() => null);
    return settled;
  }

  /** @returns the breaker after it; null when the endpoint is off now */
  async #record(endpoint: Endpoint, delivery: Due, attempt: Attempt, at: Date, body: string, breaker: Breaker): Promise<Breaker | null> {
    const signedAt = Math.floor(at.getTime() / 1_000);
    const { retryAfterMs, ...logged } = attempt;
    await this.db.webhookAttempt.createMany({ data: [{ ...logged, at, signedAt, endpointId: endpoint.id, deliveryId: delivery.id }] });
    await this.#settle(delivery, attempt, at, body);
    if (attempt.reason === null) return this.#succeed(endpoint, breaker);
    if (innocent.includes(attempt.reason)) return breaker;
    if (attempt.status === 410) return this.switches.off(endpoint, 'gone').then(() => null);
    const now = new Date();
    const after = afterFailure(breaker, now, Math.random(), retryAfterMs);
    await this.db.webhookEndpoint.updateMany({ where: { id: endpoint.id }, data: kept(after) });
    if (!(await this.switches.hasFailedTooLong(after.failingSince, now))) return after;
    await this.switches.off(endpoint, 'failing');
    return null;
  }

  async #attempt(endpoint: Endpoint, { message, queuedAt }: Due, at: Date, body: string): Promise<Attempt> {
    const nothing = { durationMs: 0, status: null, answer: null, answerHeaders: {}, retryAfterMs: 0 };
    if (at.getTime() - queuedAt.getTime() > oldestMs) return { ...nothing, reason: 'expired', detail: null };
    const fault = await this.judge.faultOf(message.type, message.data);
    if (fault) return { ...nothing, ...fault };
    const { own, standard } = this.secrets.headersFor(endpoint, message.eventId, at, body);
    try {
      return heard(await this.outbound.send({ url: endpoint.url, headers: { ...own, ...standard }, body, timeoutMs, maxBytes: 16_384 }));
    } catch (error) {
      if (!(error instanceof OutboundFailure)) throw error;
      return { ...nothing, durationMs: Math.round(error.durationMs), reason: error.reason, detail: error.message.slice(0, 500) };
    }
  }

  /** Leaves alone what was put in line anew or deleted while the attempt was under way. */
  async #settle({ id, attempts, replays }: Due, { status, reason, durationMs, retryAfterMs }: Attempt, lastAt: Date, body: string): Promise<void> {
    const tried = attempts + 1;
    const pause = reason === null || final.includes(reason) ? null : pauseAfter(tried, Math.random(), retryAfterMs);
    const next = reason === null ? 'delivered' : pause === null ? 'dead' : 'waiting';
    const seen = { answer: status, reason, durationMs, lastAt, body, attempts: tried };
    await this.db.webhookDelivery.updateMany({ where: { id, replays, status: 'waiting' }, data: { ...seen, status: next, ...(pause !== null && { nextAt: new Date(Date.now() + pause) }) } });
  }

  async #succeed(endpoint: Endpoint, before: Breaker): Promise<Breaker> {
    if (before.failures > 0 || before.openUntil) await this.db.webhookEndpoint.updateMany({ where: { id: endpoint.id }, data: kept(closed) });
    return closed;
  }
}

const kept = ({ failures, failingSince, openUntil, openings }: Breaker) => ({ failures, failingSince, openUntil, openings });

function heard({ status, headers, body, cut, durationMs }: OutboundAnswer): Attempt {
  const fits = !cut && body.length <= answerCharacters;
  return {
    ...{ status, durationMs: Math.round(durationMs) },
    ...(status >= 200 && status < 300 ? { reason: null, retryAfterMs: 0 } : { reason: 'status' as const, retryAfterMs: retryAfterOf(headers['retry-after'], Date.now()) }),
    detail: null,
    // PostgreSQL keeps no NUL in text.
    answer: body.replaceAll('\0', '').slice(0, answerCharacters) + (fits ? '' : '…'),
    answerHeaders: Object.fromEntries(Object.entries(headers).slice(0, 30).map(([name, value]) => [name, value.replaceAll('\0', '').slice(0, 300)])),
  };
}

