import { Injectable } from '@nestjs/common';
import type { Page } from '@loctelli/core';
import { Audit, Database, problem, seek, type Prisma } from '@loctelli/core/server';
import { webhookErrors } from '../../contract.ts';
import type { DeliveryStatus, FailureReason, WebhookDelivery, WebhookDeliveryDetail, WebhookDeliveryQuery } from '../../contract.ts';
import { bodyOf } from './body.ts';
import { Requeue } from './requeue.ts';

const withParts = { message: { select: { eventId: true, isTest: true, occurredAt: true } }, endpoint: { select: { url: true } } } satisfies Prisma.WebhookDeliveryInclude;
type Row = Prisma.WebhookDeliveryGetPayload<{ include: typeof withParts }>;

/** The log of what was sent. */
@Injectable()
export class DeliveriesService {
  constructor(
    private readonly db: Database,
    private readonly requeue: Requeue,
    private readonly audit: Audit,
  ) {}

  /** The newest first. */
  async list({ cursor, limit, eventId, ...filter }: WebhookDeliveryQuery): Promise<Page<WebhookDelivery>> {
    const order = seek({ sort: [{ field: 'createdAt', direction: 'desc', type: 'date' }], cursor, limit });
    const where = { AND: [filter, eventId ? { message: { eventId } } : {}, order.where] };
    const page = order.page(await this.db.webhookDelivery.findMany({ where, orderBy: order.orderBy, take: order.take, include: withParts }));
    return { ...page, items: page.items.map(deliveryOf) };
  }

  /** Throws webhooks.delivery-not-found. */
  async get(id: number): Promise<WebhookDeliveryDetail> {
    const include = { message: true, endpoint: true, log: { orderBy: { id: 'desc' as const }, take: 50 } };
    const row = await this.db.webhookDelivery.findFirst({ where: { id }, include });
    if (!row) throw problem(webhookErrors.deliveryNotFound);
    const { message, endpoint, log } = row;
    const own = (endpoint.headers as { name: string }[]).map(({ name }) => [name, '•••']);
    const sent = { 'content-type': 'application/json', 'webhook-id': message.eventId, ...(log[0] && { 'webhook-timestamp': String(log[0].signedAt) }), 'webhook-signature': 'v1,…' };
    return {
      ...deliveryOf(row),
      body: row.body ?? bodyOf(message, endpoint.fields as Record<string, string[]>),
      headers: { ...sent, ...Object.fromEntries(own) },
      log: log.map(({ id: attemptId, at, durationMs, status, reason, detail, answer, answerHeaders }) => ({
        ...{ id: attemptId, durationMs, status, detail, answer, at: at.toISOString() },
        reason: reason as FailureReason | null,
        answerHeaders: answerHeaders as Record<string, string>,
      })),
    };
  }

  /** Sends it again, under the same id. Throws webhooks.delivery-waiting, webhooks.endpoint-off. */
  async replay(id: number): Promise<WebhookDeliveryDetail> {
    const row = await this.db.webhookDelivery.findFirst({ where: { id }, include: { endpoint: { select: { active: true } } } });
    if (!row) throw problem(webhookErrors.deliveryNotFound);
    if (!row.endpoint.active) throw problem(webhookErrors.endpointOff);
    if ((await this.requeue.again([id])) === 0) throw problem(webhookErrors.deliveryWaiting);
    await this.requeue.wake([row.endpointId]);
    await this.audit.record({ action: 'webhook-delivery.replayed', subject: 'WebhookDelivery', subjectId: id });
    return this.get(id);
  }
}

function deliveryOf(row: Row): WebhookDelivery {
  const { id, endpointId, type, attempts, answer, durationMs, replays, message, endpoint } = row;
  return {
    ...{ id, endpointId, type, attempts, durationMs, replays, endpointUrl: endpoint.url, eventId: message.eventId, isTest: message.isTest, answerStatus: answer },
    status: row.status as DeliveryStatus,
    reason: row.reason as FailureReason | null,
    occurredAt: message.occurredAt.toISOString(),
    nextAt: row.status === 'waiting' ? row.nextAt.toISOString() : null,
    lastAt: row.lastAt?.toISOString() ?? null,
  };
}
