import { Injectable } from '@nestjs/common';
import { Audit, Database, EventLog, isOutboundUrl, Jobs, problem, updateVersioned } from '@loctelli/core/server';
import { deliverWebhooks, webhookErrors } from '../../contract.ts';
import type { OffReason, WebhookEndpoint, WebhookEndpointCreate, WebhookEndpointUpdate, WebhookEndpointWithSecret } from '../../contract.ts';
import { closed, stateOf } from './breaker.ts';
import type { Endpoint } from './endpoint-hold.ts';
import { EndpointHealth } from './health.ts';
import { EndpointSecrets } from './endpoint-secrets.ts';

const most = 50;
type StoredHeaders = { name: string; value: string }[];

/** The addresses a tenant tells what happens. */
@Injectable()
export class EndpointsService {
  constructor(
    private readonly db: Database,
    private readonly secrets: EndpointSecrets,
    private readonly health: EndpointHealth,
    private readonly jobs: Jobs,
    private readonly events: EventLog,
    private readonly audit: Audit,
  ) {}

  async list(): Promise<WebhookEndpoint[]> {
    const rows = await this.db.webhookEndpoint.findMany({ orderBy: { id: 'asc' } });
    return this.#shown(rows);
  }

  async get(id: number): Promise<WebhookEndpoint> {
    const [endpoint] = await this.#shown([await this.find(id)]);
    return endpoint!;
  }

  /** Throws webhooks.wrong-url, webhooks.too-many-endpoints. */
  async create({ headers = [], fields = {}, url, ...input }: WebhookEndpointCreate): Promise<WebhookEndpointWithSecret> {
    demandUrl(url);
    if ((await this.db.webhookEndpoint.count()) >= most) throw problem(webhookErrors.tooManyEndpoints, { count: most });
    const key = crypto.randomUUID();
    const secret = this.secrets.make();
    const sealed = { key, secret: this.secrets.close(secret, key), secretEnd: secret.slice(-5, -1), headers: this.#headers(headers, [], key) };
    const off = input.active === false ? { offReason: 'person', offAt: new Date() } : {};
    const row = await this.db.webhookEndpoint.create({ data: { ...input, ...sealed, ...off, url, fields } });
    await this.audit.record({ action: 'webhook-endpoint.created', subject: 'WebhookEndpoint', subjectId: row.id, changes: { url: [null, url], events: [null, row.events] } });
    return { ...(await this.get(row.id)), secret };
  }

  /** Switching it on begins with a clean slate, and with what waits. Throws core.version-conflict. */
  async update(id: number, { version, headers, ...input }: WebhookEndpointUpdate): Promise<WebhookEndpoint> {
    const before = await this.find(id);
    if (input.url !== undefined) demandUrl(input.url);
    const stored = headers && this.#headers(headers, before.headers as StoredHeaders, before.key);
    const switched = input.active === undefined || input.active === before.active ? {} : input.active ? { offReason: null, offAt: null, ...closed } : { offReason: 'person', offAt: new Date() };
    const after = await updateVersioned(this.db.webhookEndpoint, { id, version }, { ...input, ...switched, ...(stored && { headers: stored }) });
    if (after.active && !before.active) await this.jobs.add(deliverWebhooks, { endpointId: id });
    const told = Object.entries(input).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof Endpoint]));
    const changes = { ...Object.fromEntries(told.map(([name, value]) => [name, [before[name as keyof Endpoint], value]])), ...(headers && { headers: headers.map(({ name }) => name) }) };
    await this.audit.record({ action: 'webhook-endpoint.updated', subject: 'WebhookEndpoint', subjectId: id, changes });
    return this.get(id);
  }

  /** Its log goes with it. */
  async remove(id: number): Promise<void> {
    const { url } = await this.find(id);
    await this.db.webhookEndpoint.deleteMany({ where: { id } });
    await this.audit.record({ action: 'webhook-endpoint.deleted', subject: 'WebhookEndpoint', subjectId: id, changes: { url: [url, null] } });
  }

  /** Makes a new secret. The former one signs beside it until the overlap is over; one that did so already ends now. */
  async rotate(id: number, { overlapHours }: { overlapHours: number }): Promise<WebhookEndpointWithSecret> {
    const { key, secret: former } = await this.find(id);
    const secret = this.secrets.make();
    const until = new Date(Date.now() + overlapHours * 3_600_000);
    const previous = overlapHours > 0 ? { previousSecret: former, previousSecretUntil: until } : { previousSecret: null, previousSecretUntil: null };
    await this.db.webhookEndpoint.updateMany({ where: { id }, data: { ...previous, secret: this.secrets.close(secret, key), secretEnd: secret.slice(-5, -1), version: { increment: 1 } } });
    await this.audit.record({ action: 'webhook-endpoint.secret-rotated', subject: 'WebhookEndpoint', subjectId: id, changes: { overlapHours } });
    return { ...(await this.get(id)), secret };
  }

  /** Ends the former secret before its time. */
  async endOverlap(id: number): Promise<WebhookEndpoint> {
    await this.find(id);
    await this.db.webhookEndpoint.updateMany({ where: { id }, data: { previousSecret: null, previousSecretUntil: null, version: { increment: 1 } } });
    await this.audit.record({ action: 'webhook-endpoint.overlap-ended', subject: 'WebhookEndpoint', subjectId: id });
    return this.get(id);
  }

  /** Tries what waits now, whatever the breaker says. Throws webhooks.endpoint-off. */
  async resume(id: number): Promise<WebhookEndpoint> {
    if (!(await this.find(id)).active) throw problem(webhookErrors.endpointOff);
    const now = new Date();
    await this.db.webhookEndpoint.updateMany({ where: { id }, data: { openUntil: null, openings: 0, failures: 0 } });
    await this.db.webhookDelivery.updateMany({ where: { endpointId: id, status: 'waiting', nextAt: { gt: now } }, data: { nextAt: now } });
    await this.jobs.add(deliverWebhooks, { endpointId: id });
    await this.audit.record({ action: 'webhook-endpoint.resumed', subject: 'WebhookEndpoint', subjectId: id });
    return this.get(id);
  }

  /** Sends the example of a type, signed and logged like any event. @returns the delivery's id. Throws webhooks.unknown-type, webhooks.endpoint-off. */
  async test(id: number, type: string): Promise<number> {
    if (!(await this.find(id)).active) throw problem(webhookErrors.endpointOff);
    const found = (await this.events.types()).find(({ name }) => name === type);
    if (!found) throw problem(webhookErrors.unknownType, undefined, [{ path: 'type', code: 'unknown', message: webhookErrors.unknownType.detail }]);
    const now = new Date();
    const message = await this.db.webhookMessage.create({ data: { eventId: crypto.randomUUID(), type, isTest: true, occurredAt: now, data: found.example as object } });
    const delivery = await this.db.webhookDelivery.create({ data: { endpointId: id, messageId: message.id, type, nextAt: now } });
    await this.jobs.add(deliverWebhooks, { endpointId: id });
    return delivery.id;
  }

  /** Throws webhooks.endpoint-not-found. */
  async find(id: number): Promise<Endpoint> {
    const row = await this.db.webhookEndpoint.findFirst({ where: { id } });
    if (!row) throw problem(webhookErrors.endpointNotFound);
    return row;
  }

  #headers(given: { name: string; value?: string | undefined }[], before: StoredHeaders, key: string): StoredHeaders {
    const stored = this.secrets.storedHeaders(given, before, key);
    if (stored) return stored;
    throw problem(webhookErrors.headerValueNeeded, undefined, [{ path: 'headers', code: 'required', message: webhookErrors.headerValueNeeded.detail }]);
  }

  async #shown(rows: Endpoint[]): Promise<WebhookEndpoint[]> {
    const health = await this.health.of(rows.map(({ id }) => id));
    return rows.map((row) => ({ ...endpointOf(row), health: health(row.id) }));
  }
}

function demandUrl(url: string): void {
  if (isOutboundUrl(url)) return;
  throw problem(webhookErrors.wrongUrl, undefined, [{ path: 'url', code: 'url', message: webhookErrors.wrongUrl.detail }]);
}

function endpointOf(row: Endpoint): Omit<WebhookEndpoint, 'health'> {
  const { id, url, description, events, active, failures, secretEnd, version } = row;
  const now = new Date();
  const until = row.previousSecretUntil && row.previousSecretUntil > now ? row.previousSecretUntil : null;
  return {
    ...{ id, url, description, events, active, secretEnd, version, failuresInARow: failures },
    fields: row.fields as Record<string, string[]>,
    headers: (row.headers as StoredHeaders).map(({ name }) => name),
    offReason: row.offReason as OffReason | null,
    offAt: row.offAt?.toISOString() ?? null,
    breaker: stateOf(row, now),
    openUntil: row.openUntil?.toISOString() ?? null,
    previousSecretUntil: until?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  };
}
