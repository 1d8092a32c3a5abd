import { Injectable } from '@nestjs/common';
import type { Page } from '@loctelli/core';
import { Access, Audit, Database, Events, problem, Procedures, seek, Timeline, UnitOfWork, type Prisma } from '@loctelli/core/server';
import { describeClients, reachableClients } from '../../../clients/contract.ts';
import { clientUnsubscribed, strategyErrors, type OptOut, type OptOutQuery, type UnsubscribeState } from '../../contract.ts';
import { EnrolmentStops } from '../enrolments/enrolment-stops.ts';
import { UnsubscribeLinks } from './unsubscribe-links.ts';

const withClient = { client: { select: { name: true } } } satisfies Prisma.StrategyOptOutInclude;
type Row = Prisma.StrategyOptOutGetPayload<{ include: typeof withClient }>;

/** Clients that no cadence writes to: because they said so, or somebody here did. */
@Injectable()
export class OptOutsService {
  constructor(
    private readonly db: Database,
    private readonly uow: UnitOfWork,
    private readonly access: Access,
    private readonly procedures: Procedures,
    private readonly links: UnsubscribeLinks,
    private readonly stops: EnrolmentStops,
    private readonly events: Events,
    private readonly timeline: Timeline,
    private readonly audit: Audit,
  ) {}

  /** Newest first; of clients the caller may read. */
  async page({ cursor, limit, clientId }: OptOutQuery): Promise<Page<OptOut>> {
    const order = seek({ sort: [{ field: 'id', direction: 'desc', type: 'number' }], cursor, limit });
    const rows = await this.db.strategyOptOut.findMany({ where: { AND: [clientId ? { clientId } : {}, this.#reach(), order.where] }, orderBy: order.orderBy, take: order.take, include: withClient });
    const { items, nextCursor } = order.page(rows);
    return { items: items.map(optOutOf), nextCursor };
  }

  /** Throws strategies.client-not-found. One that is there already is answered as it is. */
  async create(clientId: number): Promise<OptOut> {
    if (!(await this.procedures.call(reachableClients, { clientIds: [clientId] })).clientIds.length) throw problem(strategyErrors.clientNotFound);
    await this.#add(clientId, 'staff');
    return optOutOf((await this.db.strategyOptOut.findFirst({ where: { clientId }, include: withClient }))!);
  }

  /** Throws strategies.opt-out-not-found. Whoever was stopped stays so. */
  async remove(id: number): Promise<void> {
    const row = await this.db.strategyOptOut.findFirst({ where: { AND: [{ id }, this.#reach()] }, select: { clientId: true } });
    if (!row) throw problem(strategyErrors.optOutNotFound);
    await this.#drop(row.clientId);
  }

  /** What the page behind a link shows. Throws strategies.link-unknown, also where the client is gone. */
  async shown(token: string): Promise<UnsubscribeState> {
    const clientId = await this.#clientOf(token);
    const { items } = await this.procedures.call(describeClients, { clientIds: [clientId] });
    if (!items[0]) throw problem(strategyErrors.linkUnknown);
    const unsubscribed = (await this.db.strategyOptOut.findFirst({ where: { clientId }, select: { id: true } })) !== null;
    return { company: this.access.tenant.name, email: masked(items[0].email), unsubscribed };
  }

  /** A second time changes nothing. Throws strategies.link-unknown. */
  async set(token: string, unsubscribed: boolean): Promise<UnsubscribeState> {
    await this.shown(token);
    const clientId = await this.#clientOf(token);
    await this.uow.run(() => (unsubscribed ? this.#add(clientId, 'link') : this.#drop(clientId)));
    return this.shown(token);
  }

  /** The client a link is for, or who it was merged into since. */
  async #clientOf(token: string): Promise<number> {
    const clientId = this.links.clientOf(token);
    const row = clientId === null ? null : await this.db.client.findFirst({ where: { id: clientId }, select: { id: true, mergedIntoId: true } });
    if (!row) throw problem(strategyErrors.linkUnknown);
    return row.mergedIntoId ?? row.id;
  }

  async #add(clientId: number, source: OptOut['source']): Promise<void> {
    const { count } = await this.db.strategyOptOut.createMany({ data: [{ clientId, source }], skipDuplicates: true });
    if (count === 0) return;
    await this.stops.stop({ clientId }, 'unsubscribed');
    await this.events.emit(clientUnsubscribed, { clientId });
    await this.#tell(clientId, 'unsubscribed', { source });
  }

  async #drop(clientId: number): Promise<void> {
    const { count } = await this.db.strategyOptOut.deleteMany({ where: { clientId } });
    if (count) await this.#tell(clientId, 'resubscribed', {});
  }

  async #tell(clientId: number, what: string, changes: Record<string, unknown>): Promise<void> {
    await this.timeline.record({ subject: 'Client', subjectId: clientId, kind: `strategies.${what}` });
    await this.audit.record({ action: `client.${what}`, subject: 'Client', subjectId: clientId, changes });
  }

  #reach(): Prisma.StrategyOptOutWhereInput {
    return this.access.can('clients.read') ? { client: { is: this.access.where('clients.read') } } : { id: -1 };
  }
}

const optOutOf = ({ id, clientId, client, source, createdAt }: Row): OptOut => ({
  ...{ id, clientId, clientName: client.name, createdAt: createdAt.toISOString() },
  source: source as OptOut['source'],
});

/** Enough for its owner to know it, too little for whoever found the link: `a…z@example.com`. */
function masked(email: string | null): string | null {
  const [, first, last, host] = /^(.)(?:.*?)(.?)(@.+)$/.exec(email ?? '') ?? [];
  return host ? `${first}…${last}${host}` : null;
}
