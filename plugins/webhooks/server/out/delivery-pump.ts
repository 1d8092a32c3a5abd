import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Access, Database, Handles, Live, PluginSwitch, runAs, type TenantContext } from '@loctelli/core/server';
import { deliverWebhooks, webhooksChanged } from '../../contract.ts';
import { stateOf } from './breaker.ts';
import { DeliverySender, type SharedBreaker } from './delivery-sender.ts';
import { EndpointHold, holdMs, type Endpoint } from './endpoint-hold.ts';

/** So many requests are under way to one endpoint at most. */
const lanes = 4;
const batch = 40;
const tellMs = 1_000;

/** One endpoint that this process works off. */
interface Run {
  tenant: TenantContext;
  endpointId: number;
  holder: string;
  held: boolean;
  /** Whether something was put in line meanwhile. */
  poked: boolean;
  told: number;
  done?: Promise<void>;
}

/**
 * Works off what waits at endpoints. Each is worked off by itself, beside the queue's workers: an endpoint that is slow to answer keeps nobody waiting but
 * itself, whoever's it is.
 */
@Injectable()
export class DeliveryPump implements OnModuleDestroy {
  readonly #logger = new Logger('Webhooks');
  readonly #runs = new Map<string, Run>();
  readonly #heart: NodeJS.Timeout;
  #stopping = false;

  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly hold: EndpointHold,
    private readonly sender: DeliverySender,
    private readonly live: Live,
    private readonly on: PluginSwitch,
  ) {
    this.#heart = setInterval(() => void this.#beat(), holdMs / 4).unref();
  }

  @Handles(deliverWebhooks)
  async deliver({ endpointId, watch }: { endpointId: number; watch?: string | undefined }): Promise<void> {
    const hold = watch ? await this.hold.of(endpointId, watch) : 'late';
    if (hold === 'alive') await this.hold.watch(endpointId, watch!);
    if (hold === 'late') await this.wake(endpointId);
  }

  /** Begins with what waits at an endpoint, unless somebody is at it. @returns whether it has begun */
  async wake(endpointId: number): Promise<boolean> {
    const { tenant } = this.access;
    const key = `${tenant.id}:${endpointId}`;
    const running = this.#runs.get(key);
    if (running) running.poked = true;
    if (running || this.#stopping || !(await this.on.isOn('webhooks'))) return false;
    const run: Run = { tenant, endpointId, holder: crypto.randomUUID(), held: true, poked: false, told: 0 };
    this.#runs.set(key, run);
    const taken = await this.hold.take(endpointId, run.holder).catch((error: unknown) => {
      this.#runs.delete(key);
      throw error;
    });
    if (!taken) {
      this.#runs.delete(key);
      return run.poked ? this.wake(endpointId) : false;
    }
    // In a context of its own: what woke it ends long before it does.
    run.done = runAs(tenant, () => this.#work(run))
      .catch((error: Error) => this.#logger.warn(`endpoint ${endpointId}: ${error.message}`))
      .then(() => {
        this.#runs.delete(key);
        if (run.poked && !this.#stopping) return runAs(tenant, async () => void (await this.wake(endpointId))).catch((error: Error) => this.#logger.warn(error.message));
      });
    return true;
  }

  /** Takes nothing new, and waits a little for what is under way: what does not end in time is sent again by whoever comes next. */
  async onModuleDestroy(): Promise<void> {
    this.#stopping = true;
    const done = Promise.allSettled([...this.#runs.values()].map((run) => run.done));
    let late: NodeJS.Timeout | undefined;
    await Promise.race([done, new Promise((resolve) => (late = setTimeout(resolve, 5_000)))]);
    clearTimeout(late);
    clearInterval(this.#heart);
  }

  async #work(run: Run): Promise<void> {
    while (!this.#stopping && run.held && (await this.on.isOn('webhooks'))) {
      run.poked = false;
      const endpoint = await this.db.webhookEndpoint.findFirst({ where: { id: run.endpointId, holder: run.holder, active: true } });
      if (!endpoint || !(await this.#batch(run, endpoint))) break;
      await this.#tell(run, tellMs);
    }
    await this.hold.release(run.endpointId, run.holder);
    await this.#tell(run, 0);
  }

  /** @returns whether there may be more to do now */
  async #batch(run: Run, endpoint: Endpoint): Promise<boolean> {
    const state = stateOf(endpoint, new Date());
    if (state === 'open') return false;
    const where = { endpointId: endpoint.id, status: 'waiting', nextAt: { lte: new Date() } };
    const due = await this.db.webhookDelivery.findMany({ where, orderBy: [{ nextAt: 'asc' }, { id: 'asc' }], take: state === 'half-open' ? 1 : batch, include: { message: true } });
    const shared: SharedBreaker = { breaker: endpoint, turn: Promise.resolve() };
    let isOn = true;
    const lane = async () => {
      for (let next = due.shift(); next && isOn && run.held && !this.#stopping; next = due.shift()) {
        if (stateOf(shared.breaker, new Date()) === 'open') return;
        isOn = (await this.sender.send(endpoint, next, shared)) && isOn;
        await this.#tell(run, tellMs);
      }
    };
    const some = due.length > 0;
    const ended = await Promise.allSettled(Array.from({ length: lanes }, lane));
    const failed = ended.find((each) => each.status === 'rejected');
    if (failed) throw failed.reason;
    return some && isOn;
  }

  /** Browsers hear of an endpoint now and then, and when it is done. */
  async #tell(run: Run, pauseMs: number): Promise<void> {
    if (Date.now() - run.told < pauseMs) return;
    run.told = Date.now();
    await this.live.publish(webhooksChanged, { endpointId: run.endpointId }, { permission: 'webhooks.read' });
  }

  async #beat(): Promise<void> {
    for (const run of this.#runs.values()) {
      if (!run.done) continue;
      await runAs(run.tenant, async () => {
        run.held = await this.hold.keep(run.endpointId, run.holder);
      }).catch((error: Error) => this.#logger.warn(error.message));
    }
  }
}
