import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Database, Jobs, Live, problem, UnitOfWork } from '@loctelli/core/server';
import { processWebhookReceipt, webhookErrors, webhooksChanged } from '../../contract.ts';
import type { HmacOptions, ReceiverScheme } from '../../contract.ts';
import { readPayload } from './payload.ts';
import { contentTypeOf } from './raw-bodies.ts';
import { ReceiverSecrets } from './receiver-secrets.ts';
import type { ReceiverRow } from './receivers.service.ts';
import { verify } from './verify.ts';

/** Of what is refused, so much is kept to see why. */
const refusedCharacters = 4_000;
const refusedKept = 100;
/** Headers that are secret, or say nothing about the message. */
const untold = /^(authorization|cookie|proxy-.*|x-forwarded-.*|forwarded|x-real-ip|connection|host|content-length|accept.*|x-sent-content-type|content-type)$/;

/** The door: what comes in is verified, kept and answered at once; what it means is worked out by a job. */
@Injectable()
export class IncomingService {
  constructor(
    private readonly db: Database,
    private readonly uow: UnitOfWork,
    private readonly jobs: Jobs,
    private readonly secrets: ReceiverSecrets,
    private readonly live: Live,
  ) {}

  async take(token: string, request: FastifyRequest): Promise<{ id: number; duplicate: boolean }> {
    const receiver = await this.db.webhookReceiver.findFirst({ where: { tokenDigest: this.secrets.digest(token) } });
    if (!receiver) throw problem(webhookErrors.noSuchAddress);
    if (!receiver.active) throw problem(webhookErrors.receiverOff);
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const secret = receiver.secret && this.secrets.open(receiver.secret, receiver.key);
    const terms = { secret, scheme: receiver.scheme as ReceiverScheme, hmac: receiver.hmac as HmacOptions, idHeader: receiver.idHeader };
    const verdict = verify({ headers: request.headers, body }, terms, Date.now());
    if (verdict.fault) return this.#refuse(receiver, request, body, verdict.fault);
    if (readPayload(contentTypeOf(request), textOf(body)) === undefined) return this.#refuse(receiver, request, body, 'unreadable');
    return this.uow.run(async () => {
      const data = { receiverId: receiver.id, senderId: verdict.senderId, ...told(request), body: textOf(body) };
      const [row] = await this.db.webhookReceipt.createManyAndReturn({ data: [data], skipDuplicates: true });
      if (!row) {
        const first = await this.db.webhookReceipt.findFirstOrThrow({ where: { receiverId: receiver.id, senderId: verdict.senderId }, select: { id: true } });
        return { id: first.id, duplicate: true };
      }
      await this.jobs.add(processWebhookReceipt, { receiptId: row.id });
      await this.#tell(receiver);
      return { id: row.id, duplicate: false };
    });
  }

  /** Kept, so that whoever sets the sender up sees what is wrong; only the last ones, because anybody who knows the address can cause them. */
  async #refuse(receiver: ReceiverRow, request: FastifyRequest, body: Buffer, fault: 'unsigned' | 'tooOld' | 'unreadable'): Promise<never> {
    const error = webhookErrors[fault];
    await this.uow.run(async () => {
      const where = { receiverId: receiver.id, status: 'refused' };
      const data = { ...where, error: error.code, doneAt: new Date(), ...told(request), body: textOf(body).slice(0, refusedCharacters) };
      await this.db.webhookReceipt.createMany({ data: [data] });
      const old = await this.db.webhookReceipt.findMany({ where, orderBy: { id: 'desc' }, skip: refusedKept, take: 50, select: { id: true } });
      if (old.length) await this.db.webhookReceipt.deleteMany({ where: { id: { in: old.map(({ id }) => id) } } });
      await this.#tell(receiver);
    });
    throw problem(error);
  }

  #tell = ({ id }: ReceiverRow) => this.live.publish(webhooksChanged, { receiverId: id }, { permission: 'webhooks.read' });
}

// PostgreSQL keeps no NUL in text.
const textOf = (body: Buffer) => body.toString('utf8').replaceAll('\0', '');

function told(request: FastifyRequest): { contentType: string | null; headers: Record<string, string> } {
  const headers = Object.entries(request.headers).filter(([name]) => !untold.test(name)).slice(0, 40);
  return { contentType: contentTypeOf(request)?.slice(0, 200) ?? null, headers: Object.fromEntries(headers.map(([name, value]) => [name, String(value).slice(0, 500)])) };
}
