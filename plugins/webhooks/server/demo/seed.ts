import { Access, Database, dice, one, type Dice, type PluginServices, type Prisma } from '@loctelli/core/server';
import { clientCreated, clientStageChanged } from '../../../clients/contract.ts';
import { hears, webhookErrors, webhookReceiverCreate, type WebhookEndpoint } from '../../contract.ts';
import { ReceiversService } from '../in/receivers.service.ts';
import { bodyOf } from '../out/body.ts';
import { EndpointsService } from '../out/endpoints.service.ts';
import { pauseAfter } from '../out/retry-schedule.ts';
import { sceneOf, type Scene } from './scenes.ts';

const dayMs = 86_400_000;
/** How far back the logs go. */
const days = 18;
type Told = { type: string; occurredAt: Date; data: Prisma.InputJsonObject };
type Client = Prisma.ClientGetPayload<{ select: typeof shown }>;
const shown = { id: true, name: true, email: true, phone: true, ownerId: true, source: true, stageId: true, stageSince: true, createdAt: true, lostReasonId: true, stage: { select: { kind: true } } } as const;

/**
 * Fills a new demo tenant with endpoints, and with what became of the events of the last weeks: nearly all arrived, some at a later try, two never.
 * The endpoints are off, for nobody answers at their addresses; and with a form whose answers became clients.
 */
export async function seed(services: PluginServices): Promise<void> {
  const db = services.get(Database);
  const { slug } = services.get(Access).tenant;
  if ((await db.webhookEndpoint.count()) + (await db.webhookReceiver.count()) > 0) return;
  const scene = sceneOf(slug);
  const random = dice(`${slug} webhooks`);
  const clients = await db.client.findMany({ where: { deletedAt: null }, orderBy: { createdAt: 'desc' }, take: 400, select: shown });
  const told = await writeMessages(db, happened(clients));
  const endpoints = services.get(EndpointsService);
  for (const { answer, server, ...endpoint } of scene.endpoints) {
    const { id, events, fields } = await endpoints.create(endpoint);
    const createdAt = new Date(Date.now() - (days + 40) * dayMs);
    await db.webhookEndpoint.updateMany({ where: { id }, data: { createdAt, hearsSince: createdAt } });
    await writeDeliveries(db, { id, events, fields }, told, { answer, server }, random);
  }
  await writeReceipts(services, scene, clients.filter(({ source, email }) => source === 'Website' && email !== null).slice(0, 9), random);
}

/** Who came and which deals ended in these weeks, as the events of clients tell it. */
function happened(clients: readonly Client[]): Told[] {
  const since = Date.now() - days * dayMs;
  const about = ({ id: clientId, name, ownerId }: Client) => ({ clientId, name, ownerId });
  const created = clients.filter(({ createdAt }) => createdAt.getTime() > since).map((client) => ({ type: clientCreated.name, occurredAt: client.createdAt, data: clientCreated.payload.parse(about(client)) }));
  const ended = clients.flatMap((client) => {
    const { stageSince, stage, stageId: toStageId, lostReasonId } = client;
    if (!stage || stage.kind === 'open' || !stageSince || stageSince.getTime() < since || stageSince.getTime() > Date.now()) return [];
    const data = clientStageChanged.payload.parse({ ...about(client), fromStageId: null, toStageId, kind: stage.kind, lostReasonId });
    return [{ type: clientStageChanged.name, occurredAt: stageSince, data }];
  });
  return [...created, ...ended].filter(({ occurredAt }) => occurredAt.getTime() < Date.now()).sort((a, b) => a.occurredAt.getTime() - b.occurredAt.getTime()).slice(-60);
}

async function writeMessages(db: Database, told: readonly Told[]) {
  const data = told.map((each) => ({ ...each, eventId: crypto.randomUUID(), createdAt: each.occurredAt }));
  return db.webhookMessage.createManyAndReturn({ data });
}
type Message = Awaited<ReturnType<typeof writeMessages>>[number];

async function writeDeliveries(db: Database, { id: endpointId, events, fields }: Pick<WebhookEndpoint, 'id' | 'events' | 'fields'>, told: readonly Message[], { answer, server }: { answer: string; server: string }, random: Dice): Promise<void> {
  const heard = told.filter(({ type }) => hears(events, type));
  for (const [place, message] of heard.entries()) {
    // One in twelve needed more than one try; the one in the middle was given up.
    const isDead = place === Math.floor(heard.length / 2);
    const tries = isDead ? 12 : random() < 1 / 12 ? 2 + Math.floor(random() * 2) : 1;
    const attempts: { at: Date; durationMs: number; status: number; reason: string | null; answer: string }[] = [];
    for (let nth = 1, at = message.occurredAt.getTime() + 400; nth <= tries && at < Date.now(); nth++) {
      const fails = isDead || nth < tries;
      attempts.push({ at: new Date(at), durationMs: Math.round(70 + random() * (fails ? 900 : 260)), status: fails ? (isDead ? 404 : 503) : 200, reason: fails ? 'status' : null, answer: fails ? (isDead ? 'Not Found' : 'Service Unavailable') : answer });
      at += pauseAfter(nth, random(), 0) ?? 0;
    }
    const last = attempts.at(-1);
    if (!last || (last.reason && !isDead)) continue;
    const status = last.reason === null ? 'delivered' : 'dead';
    const seen = { lastAt: last.at, reason: last.reason, answer: last.status, durationMs: last.durationMs, body: bodyOf(message, fields) };
    const { id: deliveryId } = await db.webhookDelivery.create({
      data: { endpointId, messageId: message.id, type: message.type, status, attempts: attempts.length, ...seen, nextAt: last.at, queuedAt: message.occurredAt, createdAt: message.occurredAt },
      select: { id: true },
    });
    const headersOf = (said: string) => ({ 'content-type': said.startsWith('{') ? 'application/json' : 'text/plain', server });
    await db.webhookAttempt.createMany({ data: attempts.map((each) => ({ ...each, endpointId, deliveryId, answerHeaders: headersOf(each.answer), signedAt: Math.floor(each.at.getTime() / 1_000) })) });
  }
}

/** What came in by the website's form: those who became clients, and one that said nothing of who it was. */
async function writeReceipts(services: PluginServices, { receiver, form }: Scene, clients: readonly Client[], random: Dice): Promise<void> {
  const { id: receiverId } = await services.get(ReceiversService).create(webhookReceiverCreate.parse(receiver) as never);
  const sent = (contact: object, at: Date) => {
    const senderId = crypto.randomUUID();
    return {
      ...{ receiverId, at, doneAt: new Date(at.getTime() + 300), senderId, contentType: 'application/json' },
      headers: { 'user-agent': 'WebsiteForms/3.2', 'x-submission-id': senderId },
      body: JSON.stringify({ form: form.name, submitted_at: at.toISOString(), contact, message: one(random, form.about) }, null, 2),
    };
  };
  const known = clients.map(({ id: clientId, name, email, phone, createdAt }) => {
    const [first, ...rest] = name.split(' ');
    return { ...sent({ first_name: first, last_name: rest.join(' '), email, phone }, createdAt), status: 'done', outcome: 'created', clientId, clientName: name };
  });
  const nameless = { ...sent({ first_name: '', last_name: '', email: '', phone: '' }, new Date(Date.now() - 2.4 * dayMs)), status: 'failed', error: webhookErrors.noName.code, detail: webhookErrors.noName.detail };
  const data = [...known, { ...nameless, outcome: null, clientId: null, clientName: null }].sort((a, b) => a.at.getTime() - b.at.getTime());
  await services.get(Database).webhookReceipt.createMany({ data });
  await services.get(Database).webhookReceiver.updateMany({ where: { id: receiverId }, data: { createdAt: new Date(Date.now() - 120 * dayMs) } });
}
