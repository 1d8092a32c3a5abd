import { Injectable } from '@nestjs/common';
import type { Page } from '@loctelli/core';
import { Audit, Database, Events, Handles, Jobs, Live, Problem, problem, seek, UnitOfWork, type JobRun, type Prisma } from '@loctelli/core/server';
import { processWebhookReceipt, webhookErrors, webhookReceived, webhooksChanged } from '../../contract.ts';
import type { ReceiptOutcome, ReceiptStatus, WebhookReceipt, WebhookReceiptDetail, WebhookReceiptQuery } from '../../contract.ts';
import { readPayload } from './payload.ts';
import { ReceiptWriter } from './receipt-writer.ts';

type Row = Prisma.WebhookReceiptGetPayload<object>;

/** What came in, and what became of it. */
@Injectable()
export class ReceiptsService {
  constructor(
    private readonly db: Database,
    private readonly uow: UnitOfWork,
    private readonly jobs: Jobs,
    private readonly writer: ReceiptWriter,
    private readonly events: Events,
    private readonly audit: Audit,
    private readonly live: Live,
  ) {}

  /** The newest first. */
  async list({ cursor, limit, ...filter }: WebhookReceiptQuery): Promise<Page<WebhookReceipt>> {
    const order = seek({ sort: [{ field: 'at', direction: 'desc', type: 'date' }], cursor, limit });
    const page = order.page(await this.db.webhookReceipt.findMany({ where: { AND: [filter, order.where] }, orderBy: order.orderBy, take: order.take }));
    return { ...page, items: page.items.map(receiptOf) };
  }

  async get(id: number): Promise<WebhookReceiptDetail> {
    const row = await this.#find(id);
    return { ...receiptOf(row), contentType: row.contentType, body: row.body, headers: row.headers as Record<string, string> };
  }

  /** Works it out again, by the mapping as it is now. Throws webhooks.receipt-refused, webhooks.receipt-waiting. */
  async replay(id: number): Promise<WebhookReceiptDetail> {
    const { status } = await this.#find(id);
    if (status === 'refused') throw problem(webhookErrors.receiptRefused);
    const { count } = await this.db.webhookReceipt.updateMany({ where: { id, status: { in: ['done', 'failed'] } }, data: { status: 'waiting', error: null, detail: null, replays: { increment: 1 } } });
    if (count === 0) throw problem(webhookErrors.receiptWaiting);
    await this.jobs.add(processWebhookReceipt, { receiptId: id });
    await this.audit.record({ action: 'webhook-receipt.replayed', subject: 'WebhookReceipt', subjectId: id });
    return this.get(id);
  }

  /** A refusal that a repeat cannot change is written down and not repeated. */
  @Handles(processWebhookReceipt)
  async process({ receiptId }: { receiptId: number }, { attempt }: Pick<JobRun, 'attempt'>): Promise<void> {
    try {
      await this.uow.run(() => this.#process(receiptId));
    } catch (error) {
      const refusal = error instanceof Problem && error.definition.status < 500 ? error : null;
      if (!refusal && attempt < processWebhookReceipt.attempts) throw error;
      const data = { status: 'failed', error: refusal?.definition.code ?? 'core.internal', detail: refusal?.message ?? null, doneAt: new Date() };
      const [row] = await this.db.webhookReceipt.updateManyAndReturn({ where: { id: receiptId, status: 'waiting' }, data });
      if (row) await this.#tell(row.receiverId);
      if (!refusal) throw error;
    }
  }

  async #process(id: number): Promise<void> {
    const [row] = await this.db.$queryRaw<{ receiverId: number }[]>`select "receiverId" from "WebhookReceipt" where id = ${id} and status = 'waiting' for update`;
    if (!row) return;
    const receipt = await this.db.webhookReceipt.findFirstOrThrow({ where: { id }, include: { receiver: true } });
    const { receiver } = receipt;
    const { outcome, clientId, clientName, left } = await this.writer.write(receiver, readPayload(receipt.contentType, receipt.body));
    const data = { status: 'done', outcome, clientId, clientName, error: null, detail: left.length ? left.join(', ') : null, doneAt: new Date() };
    await this.db.webhookReceipt.updateMany({ where: { id }, data });
    await this.events.emit(webhookReceived, { receiptId: id, receiverId: receiver.id, receiver: receiver.name, outcome, clientId });
    await this.#tell(receiver.id);
  }

  async #find(id: number): Promise<Row> {
    const row = await this.db.webhookReceipt.findFirst({ where: { id } });
    if (!row) throw problem(webhookErrors.receiptNotFound);
    return row;
  }

  #tell = (receiverId: number) => this.live.publish(webhooksChanged, { receiverId }, { permission: 'webhooks.read' });
}

const receiptOf = ({ id, receiverId, status, outcome, clientId, clientName, error, detail, senderId, replays, at, doneAt }: Row): WebhookReceipt => ({
  ...{ id, receiverId, clientId, clientName, error, detail, senderId, replays },
  status: status as ReceiptStatus,
  outcome: outcome as ReceiptOutcome | null,
  at: at.toISOString(),
  doneAt: doneAt?.toISOString() ?? null,
});
