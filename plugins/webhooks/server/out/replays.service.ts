import { Injectable } from '@nestjs/common';
import { Audit, BackgroundJobs, Database, Jobs, problem, type Prisma } from '@loctelli/core/server';
import { runWebhookReplay, webhookErrors } from '../../contract.ts';
import type { WebhookReplay, WebhookReplayCreate } from '../../contract.ts';
import { EndpointsService } from './endpoints.service.ts';

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

  async get(id: number): Promise<WebhookReplay> {
    const row = await this.db.webhookReplay.findFirst({ where: { id } });
    if (!row) throw problem(webhookErrors.replayNotFound);
    return replayOf(row);
  }

  /** What is in line already goes out. */
  async cancel(id: number): Promise<WebhookReplay> {
    const [row] = await this.db.webhookReplay.updateManyAndReturn({ where: { id, status: { in: ['queued', 'running'] } }, data: { status: 'cancelled', finishedAt: new Date() } });
    if (row?.progressId) await this.progress.finish(row.progressId, 'cancelled', { params: { count: row.queued } });
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
