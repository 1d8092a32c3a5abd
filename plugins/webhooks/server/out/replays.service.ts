import { Injectable } from '@nestjs/common';
import { Audit, BackgroundJobs, Database, Jobs, problem, type Prisma } from '@loctelli/core/server';
import { runWebhookReplay, webhookErrors } from '../../contract.ts';
import type { WebhookReplay, WebhookReplayCreate } from '../../contract.ts';
import { EndpointsService } from './endpoints.service.ts';

const underWay = ['queued', 'running'];
const mostShown = 20;
export type ReplayRow = Prisma.WebhookReplayGetPayload<object>;

/** What a user does to a replay of many; its work is in run-replay.ts. */
@Injectable()
export class ReplaysService {
  constructor(
    private readonly db: Database,
    private readonly endpoints: EndpointsService,
    private readonly jobs: Jobs,
    private readonly progress: BackgroundJobs,
    private readonly audit: Audit,
  ) {}

  /** Throws webhooks.endpoint-not-found, webhooks.endpoint-off, webhooks.range-empty. */
  async start(input: WebhookReplayCreate): Promise<WebhookReplay> {
    const endpointId = input.endpointId ?? null;
    if (endpointId !== null && !(await this.endpoints.find(endpointId)).active) throw problem(webhookErrors.endpointOff);
    const span = input.what === 'range' ? { from: new Date(input.from), to: new Date(input.to), types: input.types ?? [] } : {};
    if (input.what === 'range' && span.from! >= span.to!) throw problem(webhookErrors.rangeEmpty, undefined, [{ path: 'to', code: 'range', message: webhookErrors.rangeEmpty.detail }]);
    const where = { status: 'dead', ...(endpointId !== null && { endpointId }), endpoint: { active: true } };
    const total = input.what === 'dead' ? await this.db.webhookDelivery.count({ where }) : null;
    const href = endpointId === null ? '/webhooks/dead' : `/webhooks/${endpointId}`;
    const progressId = await this.progress.start({ kind: `webhooks.replay-${input.what}`, total, href });
    const row = await this.db.webhookReplay.create({ data: { what: input.what, endpointId, progressId, ...span } });
    await this.jobs.add(runWebhookReplay, { replayId: row.id });
    await this.audit.record({ action: 'webhook-replay.started', subject: 'WebhookReplay', subjectId: row.id, changes: { ...input } });
    return replayOf(row);
  }

  /** Those that are under way, whoever started them. */
  async running(): Promise<WebhookReplay[]> {
    const rows = await this.db.webhookReplay.findMany({ where: { status: { in: underWay } }, orderBy: { id: 'asc' }, take: mostShown });
    return rows.map(replayOf);
  }

  async get(id: number): Promise<WebhookReplay> {
    const row = await this.db.webhookReplay.findFirst({ where: { id } });
    if (!row) throw problem(webhookErrors.replayNotFound);
    return replayOf(row);
  }

  /** Stops after the batch that is being put in line; what is in line already goes out. One that has ended stays as it is. */
  async cancel(id: number): Promise<WebhookReplay> {
    const [row] = await this.db.webhookReplay.updateManyAndReturn({ where: { id, status: { in: underWay } }, data: { status: 'cancelled', finishedAt: new Date() } });
    if (row?.progressId) await this.progress.finish(row.progressId, 'cancelled', { params: { count: row.queued } });
    if (row) await this.audit.record({ action: 'webhook-replay.cancelled', subject: 'WebhookReplay', subjectId: id, changes: { queued: row.queued } });
    return this.get(id);
  }
}

const replayOf = ({ id, what, endpointId, status, processed, queued, createdAt, finishedAt }: ReplayRow): WebhookReplay => ({
  ...{ id, endpointId, processed, queued },
  what: what as WebhookReplay['what'],
  status: status as WebhookReplay['status'],
  createdAt: createdAt.toISOString(),
  finishedAt: finishedAt?.toISOString() ?? null,
});
