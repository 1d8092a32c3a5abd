import { Injectable } from '@nestjs/common';
import { Audit, Database, problem, updateVersioned, type Prisma } from '@loctelli/core/server';
import type { z } from 'zod';
import { hmacOptions, webhookErrors, type webhookReceiverCreate, type webhookReceiverUpdate } from '../../contract.ts';
import type { HmacOptions, MappingEntry, MatchBy, ReceiverScheme, WebhookReceiver, WebhookReceiverWithSecret, WebhookSample } from '../../contract.ts';
import { readPayload } from './payload.ts';
import { ReceiverSecrets } from './receiver-secrets.ts';

export type ReceiverRow = Prisma.WebhookReceiverGetPayload<object>;
type Create = z.output<typeof webhookReceiverCreate>;
type Update = z.output<typeof webhookReceiverUpdate>;

/** The addresses other programs tell a tenant things at. */
@Injectable()
export class ReceiversService {
  constructor(
    private readonly db: Database,
    private readonly secrets: ReceiverSecrets,
    private readonly audit: Audit,
  ) {}

  async list(): Promise<WebhookReceiver[]> {
    return this.#shown(await this.db.webhookReceiver.findMany({ orderBy: { id: 'asc' } }));
  }

  async get(id: number): Promise<WebhookReceiver> {
    const [receiver] = await this.#shown([await this.find(id)]);
    return receiver!;
  }

  async create({ secret: given, ...input }: Create): Promise<WebhookReceiverWithSecret> {
    await this.#judge(input);
    const key = crypto.randomUUID();
    const secret = given ?? this.secrets.make(input.scheme);
    if (given) this.secrets.demand(input.scheme, given);
    const sealed = { key, ...this.secrets.makeToken(key), secret: secret && this.secrets.close(secret, key) };
    const row = await this.db.webhookReceiver.create({ data: { ...input, ...sealed, hmac: input.hmac ?? hmacOptions.parse({}) } });
    await this.audit.record({ action: 'webhook-receiver.created', subject: 'WebhookReceiver', subjectId: row.id, changes: { name: [null, row.name], scheme: [null, row.scheme] } });
    return { ...(await this.get(row.id)), secret: given ? null : secret };
  }

  /** Another scheme comes with a secret of its own: the one given, or one made here and shown. Throws core.version-conflict. */
  async update(id: number, { version, secret: given, ...input }: Update): Promise<WebhookReceiverWithSecret> {
    const before = await this.find(id);
    await this.#judge(input);
    const scheme = input.scheme ?? (before.scheme as ReceiverScheme);
    if (given) this.secrets.demand(scheme, given);
    const made = !given && scheme !== before.scheme ? this.secrets.make(scheme) : null;
    const secret = given ?? made;
    const stored = secret ? { secret: this.secrets.close(secret, before.key) } : scheme === 'none' ? { secret: null } : {};
    await updateVersioned(this.db.webhookReceiver, { id, version }, { ...input, ...stored });
    const changed = Object.entries(input).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof ReceiverRow]));
    const changes = { ...Object.fromEntries(changed.map(([name, value]) => [name, [before[name as keyof ReceiverRow], value]])), ...(secret && { secret: ['•••', '•••'] }) };
    await this.audit.record({ action: 'webhook-receiver.updated', subject: 'WebhookReceiver', subjectId: id, changes });
    return { ...(await this.get(id)), secret: made };
  }

  async remove(id: number): Promise<void> {
    const { name } = await this.find(id);
    await this.db.webhookReceiver.deleteMany({ where: { id } });
    await this.audit.record({ action: 'webhook-receiver.deleted', subject: 'WebhookReceiver', subjectId: id, changes: { name: [name, null] } });
  }

  /** A new secret, which counts at once. */
  async newSecret(id: number): Promise<WebhookReceiverWithSecret> {
    const { key, scheme } = await this.find(id);
    const secret = this.secrets.make(scheme as ReceiverScheme);
    await this.db.webhookReceiver.updateMany({ where: { id }, data: { secret: secret && this.secrets.close(secret, key), version: { increment: 1 } } });
    await this.audit.record({ action: 'webhook-receiver.secret-changed', subject: 'WebhookReceiver', subjectId: id });
    return { ...(await this.get(id)), secret };
  }

  /** A new address; the former one is none any more. */
  async newAddress(id: number): Promise<WebhookReceiver> {
    const { key } = await this.find(id);
    await this.db.webhookReceiver.updateMany({ where: { id }, data: { ...this.secrets.makeToken(key), version: { increment: 1 } } });
    await this.audit.record({ action: 'webhook-receiver.address-changed', subject: 'WebhookReceiver', subjectId: id });
    return this.get(id);
  }

  /** What to map by: the newest thing that came in, refused or not. */
  async sample(id: number): Promise<WebhookSample> {
    await this.find(id);
    const rows = await this.db.webhookReceipt.findMany({ where: { receiverId: id }, orderBy: [{ at: 'desc' }, { id: 'desc' }], take: 10 });
    for (const row of rows) {
      const payload = readPayload(row.contentType, row.body);
      if (payload !== undefined) return { receiptId: row.id, at: row.at.toISOString(), payload };
    }
    return { receiptId: null, at: null, payload: null };
  }

  /** Throws webhooks.receiver-not-found. */
  async find(id: number): Promise<ReceiverRow> {
    const row = await this.db.webhookReceiver.findFirst({ where: { id } });
    if (!row) throw problem(webhookErrors.receiverNotFound);
    return row;
  }

  async #judge({ mapping, stageId, ownerId }: { mapping?: MappingEntry[] | undefined; stageId?: number | null | undefined; ownerId?: number | null | undefined }): Promise<void> {
    const twice = mapping?.find(({ target }, index) => mapping.findIndex((each) => each.target === target) !== index);
    if (twice) throw problem(webhookErrors.targetTwice, { target: twice.target }, [{ path: 'mapping', code: 'twice', message: webhookErrors.targetTwice.detail }]);
    const identifies = mapping?.some(({ target }) => ['name', 'email', 'phone'].includes(target));
    if (mapping?.length && !identifies) throw problem(webhookErrors.nothingMapped, undefined, [{ path: 'mapping', code: 'required', message: webhookErrors.nothingMapped.detail }]);
    if (stageId && !(await this.db.stage.count({ where: { id: stageId, pipeline: { archivedAt: null } } }))) refuse('unknownStage', 'stageId');
    if (ownerId && !(await this.db.user.count({ where: { id: ownerId, isActive: true } }))) refuse('unknownOwner', 'ownerId');
  }

  async #shown(rows: ReceiverRow[]): Promise<WebhookReceiver[]> {
    const day = new Date(Date.now() - 86_400_000);
    const ids = rows.map(({ id }) => id);
    const counted = await this.db.webhookReceipt.groupBy({ by: ['receiverId', 'status'], where: { receiverId: { in: ids }, at: { gt: day } }, _count: true });
    const last = await this.db.webhookReceipt.groupBy({ by: ['receiverId'], where: { receiverId: { in: ids } }, _max: { at: true } });
    return rows.map((row) => {
      const count = (status: string) => counted.find((each) => each.receiverId === row.id && each.status === status)?._count ?? 0;
      const recent = { done: count('done'), failed: count('failed'), refused: count('refused') };
      return { ...this.#of(row), recent, lastAt: last.find(({ receiverId }) => receiverId === row.id)?._max.at?.toISOString() ?? null };
    });
  }

  #of({ scheme, hmac, mapping, matchBy, onMatch, createdAt, ...row }: ReceiverRow): Omit<WebhookReceiver, 'recent' | 'lastAt'> {
    const { id, name, active, idHeader, source, tags, stageId, ownerId, version } = row;
    return {
      ...{ id, name, active, idHeader, source, tags, stageId, ownerId, version },
      scheme: scheme as ReceiverScheme,
      hmac: hmac as HmacOptions,
      mapping: mapping as MappingEntry[],
      matchBy: matchBy as MatchBy,
      onMatch: onMatch as WebhookReceiver['onMatch'],
      path: `/api/v1/webhooks/in/${this.secrets.open(row.token, row.key)}`,
      hasSecret: row.secret !== null,
      createdAt: createdAt.toISOString(),
    };
  }
}

function refuse(error: 'unknownStage' | 'unknownOwner', path: string): never {
  throw problem(webhookErrors[error], undefined, [{ path, code: 'unknown', message: webhookErrors[error].detail }]);
}
