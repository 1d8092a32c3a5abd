import { Injectable, Logger } from '@nestjs/common';
import { createPostgresBackend, Queue, setDefaultBackendFactory, UnrecoverableError, Worker, type Job } from 'bullmq';
import type { EmittedEvent } from '@loctelli/core';
import { Config } from '../config/config.ts';
import { anyEvent } from '../events/events.ts';
import { PlatformConnection } from '../database/platform-connection.ts';
import { SteadyClient } from '../database/steady-client.ts';
import { Problem } from '../http/problem.ts';
import { runAs } from '../tenancy/context.ts';
import { TenantDirectory } from '../tenancy/tenant-directory.ts';
import { Handlers } from './handlers.ts';

/** What a queued job carries. */
export interface QueuedWork {
  tenantId: number;
  /** A `tick` begins a round of what is done again and again; it becomes one `round` per tenant. */
  kind: 'event' | 'job' | 'tick' | 'round';
  name: string;
  /** Subscriber of an event. */
  handler?: string;
  payload: unknown;
  event?: Omit<EmittedEvent, 'payload' | 'tenantId'>;
}

const queueName = 'work';

/** The one queue, BullMQ on PostgreSQL: jobs survive whatever the database survives, and nothing else has to run. */
@Injectable()
export class WorkQueue {
  readonly #logger = new Logger('Jobs');
  #queue: Queue<QueuedWork> | undefined;
  #worker: Worker<QueuedWork> | undefined;

  constructor(
    private readonly config: Config,
    private readonly handlers: Handlers,
    private readonly tenants: TenantDirectory,
    private readonly platform: PlatformConnection,
  ) {}

  async open(): Promise<void> {
    setDefaultBackendFactory(createPostgresBackend as never);
    this.#queue = new Queue(queueName, { connection: this.#connection() });
    this.#queue.on('error', (error) => this.#logger.warn(error.message));
    await this.#queue.waitUntilReady();
    if (!this.config.jobs) return;
    await this.#schedule();
    this.#worker = new Worker(queueName, (job) => this.#run(job), { connection: this.#connection(), concurrency: 4, maxStalledCount: 5, stalledInterval: 5_000, lockDuration: 15_000 });
    this.#worker.on('error', (error) => this.#logger.warn(error.message));
    this.#worker.on('failed', (job, error) => {
      const last = !job || job.attemptsMade >= (job.opts.attempts ?? 1);
      this.#logger[last ? 'error' : 'warn'](`${job?.name} failed at attempt ${job?.attemptsMade}${last ? ', for good' : ''}: ${error.message}`);
    });
  }

  /** Puts work in line. Work with an id that is in line already, or was done within the hour, is not put there again. */
  async add(items: { id: string; work: QueuedWork; delayMs?: number }[]): Promise<void> {
    await this.#queue!.addBulk(
      items.map(({ id, work, delayMs }) => ({
        name: work.name,
        data: work,
        opts: {
          jobId: id,
          ...(delayMs ? { delay: delayMs } : {}),
          attempts: work.kind === 'job' ? (this.handlers.jobs.get(work.name)?.definition.attempts ?? 5) : 8,
          backoff: { type: 'exponential', delay: 1_000, jitter: 0.5 },
          removeOnComplete: { age: 3_600, count: 5_000 },
          removeOnFail: { age: 14 * 86_400 },
        },
      })),
    );
  }

  /** Schedules live in the database: every process says the same, one of them runs each. What no code asks for any more is taken off. */
  async #schedule(): Promise<void> {
    const queue = this.#queue!;
    for (const { key } of await queue.getJobSchedulers()) if (!this.handlers.rounds.has(key)) await queue.removeJobScheduler(key);
    for (const { name, intervalMs } of this.handlers.rounds.values()) {
      const data: QueuedWork = { tenantId: 0, kind: 'tick', name, payload: null };
      await queue.upsertJobScheduler(name, { every: intervalMs }, { name, data, opts: { attempts: 5, removeOnComplete: { age: 3_600 }, removeOnFail: { age: 86_400 } } });
    }
  }

  /** One piece of work per tenant, so that a slow or failing one holds up no other; named after the tick, so that a repeat adds nothing. */
  async #beginRound(name: string, tick: string): Promise<void> {
    const { rows } = await this.platform.pool.query<{ id: number }>(`select id from "Tenant" where status <> 'suspended' order by id`);
    await this.add(rows.map(({ id }) => ({ id: `${tick}-${id}`, work: { tenantId: id, kind: 'round', name, payload: null } })));
  }

  /** Finishes what is running, takes nothing new. */
  async close(): Promise<void> {
    await this.#worker?.close();
    await this.#queue?.close();
  }

  async #run(job: Job<QueuedWork>): Promise<void> {
    const { tenantId, kind, name, handler, payload, event } = job.data;
    if (kind === 'tick') return this.#beginRound(name, String(job.id).replaceAll(':', '-'));
    const tenant = await this.tenants.byId(tenantId);
    if (!tenant) throw new UnrecoverableError(`tenant ${tenantId} is gone`);
    await runAs(tenant, async () => {
      if (kind === 'event') {
        const subscriber = [name, anyEvent].flatMap((each) => this.handlers.events.get(each) ?? []).find((each) => each.name === handler);
        // A subscriber that was uninstalled meanwhile has nothing to hear any more.
        await subscriber?.handle({ ...event!, tenantId, payload });
        return;
      }
      if (kind === 'round') return void (await this.handlers.rounds.get(name)?.handle());
      const found = this.handlers.jobs.get(name);
      if (!found) throw new Error(`nothing handles ${name} here`);
      const { data } = payload as { data: unknown };
      await found.handle(found.definition.data.parse(data), { id: String(job.id), attempt: job.attemptsMade + 1 }).catch((error: unknown) => {
        // A refusal that a repeat cannot change.
        if (error instanceof Problem && error.definition.status < 500) throw new UnrecoverableError(error.message);
        throw error;
      });
    });
  }

  #connection() {
    return { connectionString: this.config.databasePlatformUrl, schema: 'jobs', max: 3, application_name: 'loctelli jobs', Client: SteadyClient } as never;
  }
}
