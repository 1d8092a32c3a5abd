import { Injectable } from '@nestjs/common';
import { Audit, Database, Live, problem, updateVersioned, type Prisma } from '@loctelli/core/server';
import { bookingErrors, bookingsChanged } from '../../contract.ts';
import type { EventType, EventTypeCreate, EventTypeUpdate, HostChoices } from '../../contract.ts';
import { BookingSetup } from '../booking-setup.ts';
import { BookingLinks } from '../links.ts';
import { eventTypeOf, withHosts, type EventTypeRow } from './event-type-row.ts';

type Facts = Omit<EventTypeUpdate, 'version' | 'hosts'>;
type Hosts = EventTypeCreate['hosts'];

/** What can be booked. */
@Injectable()
export class EventTypesService {
  constructor(
    private readonly db: Database,
    private readonly setups: BookingSetup,
    private readonly links: BookingLinks,
    private readonly audit: Audit,
    private readonly live: Live,
  ) {}

  async list(): Promise<{ items: EventType[] }> {
    const rows = await this.db.bookingEventType.findMany({ include: withHosts, orderBy: [{ title: 'asc' }, { id: 'asc' }] });
    const origin = await this.links.origin();
    return { items: rows.map((row) => eventTypeOf(row, origin)) };
  }

  /** Throws bookings.event-type-not-found. */
  async get(id: number): Promise<EventType> {
    return eventTypeOf(await this.#find(id), await this.links.origin());
  }

  async create({ hosts, slug, ...facts }: EventTypeCreate): Promise<EventType> {
    await this.#demandSound({ ...facts, assignment: facts.assignment ?? 'single' }, hosts);
    const row = await this.db.bookingEventType.create({ data: { ...columns(facts), title: facts.title, lengths: facts.lengths, slug: await this.#slug(slug, facts.title) } });
    await this.#putHosts(row.id, hosts);
    await this.#record('created', row.id, { title: [null, facts.title] });
    return this.get(row.id);
  }

  /** Throws core.version-conflict. Bookings that were made stay as they are. */
  async update(id: number, { version, hosts, ...facts }: EventTypeUpdate): Promise<EventType> {
    const before = await this.#find(id);
    const after = { ...eventTypeOf(before, ''), ...facts };
    await this.#demandSound(after, hosts ?? after.hosts);
    if (facts.slug && facts.slug !== before.slug) await this.#demandFree(facts.slug);
    await updateVersioned(this.db.bookingEventType, { id, version }, columns(facts));
    if (hosts) await this.#putHosts(id, hosts);
    await this.#record('updated', id, { fields: [...Object.keys(facts), ...(hosts ? ['hosts'] : [])] });
    return this.get(id);
  }

  /** Throws bookings.event-type-in-use where somebody booked it, ever. */
  async remove(id: number): Promise<void> {
    const { title } = await this.#find(id);
    if (await this.db.booking.findFirst({ where: { eventTypeId: id }, select: { id: true } })) throw problem(bookingErrors.eventTypeInUse);
    await this.db.bookingSession.deleteMany({ where: { eventTypeId: id } });
    await this.db.bookingEventType.deleteMany({ where: { id } });
    await this.#record('deleted', id, { title: [title, null] });
  }

  /** Whom a form may offer as hosts. */
  async hosts(): Promise<HostChoices> {
    const setup = await this.setups.get();
    return { items: setup.users.filter(({ isActive }) => isActive).map(({ id, name }) => ({ userId: id, name, hasSchedule: setup.hasSchedule(id) })) };
  }

  async #find(id: number): Promise<EventTypeRow> {
    const row = await this.db.bookingEventType.findFirst({ where: { id }, include: withHosts });
    if (!row) throw problem(bookingErrors.eventTypeNotFound);
    return row;
  }

  async #demandSound({ assignment, horizonKind, rangeFrom, rangeTo, questions }: Facts, hosts: Hosts): Promise<void> {
    if (horizonKind === 'range' && !(rangeFrom && rangeTo && rangeFrom <= rangeTo)) throw problem(bookingErrors.wrongRange);
    const keys = new Set(questions?.map(({ key }) => key));
    const lacksOptions = questions?.some(({ type, options }) => (type === 'select' || type === 'multiselect') && !options.length);
    if (questions && (keys.size !== questions.length || lacksOptions)) throw problem(bookingErrors.wrongQuestions);
    const ids = hosts.map(({ userId }) => userId);
    if (new Set(ids).size !== ids.length || (assignment === 'single' && ids.length !== 1)) throw problem(bookingErrors.wrongHosts);
    const active = await this.db.user.count({ where: { id: { in: ids }, isActive: true } });
    if (active !== ids.length) throw problem(bookingErrors.unknownHost);
    const named = hosts.filter(({ scheduleId }) => scheduleId !== null);
    const schedules = await this.db.bookingSchedule.findMany({ where: { id: { in: named.map(({ scheduleId }) => scheduleId!) } }, select: { id: true, userId: true } });
    if (!named.every(({ userId, scheduleId }) => schedules.some((schedule) => schedule.id === scheduleId && schedule.userId === userId))) throw problem(bookingErrors.unknownSchedule);
  }

  async #putHosts(eventTypeId: number, hosts: Hosts): Promise<void> {
    await this.db.bookingHost.deleteMany({ where: { eventTypeId, userId: { notIn: hosts.map(({ userId }) => userId) } } });
    const known = await this.db.bookingHost.findMany({ where: { eventTypeId }, select: { userId: true } });
    for (const { userId, scheduleId, priority, weight } of hosts) {
      const facts = { scheduleId, priority, weight };
      if (known.some((host) => host.userId === userId)) await this.db.bookingHost.updateMany({ where: { eventTypeId, userId }, data: facts });
      else await this.db.bookingHost.create({ data: { eventTypeId, userId, ...facts } });
    }
  }

  /** The one that was wanted, or the title's words with a number where they are taken. */
  async #slug(wanted: string | undefined, title: string): Promise<string> {
    if (wanted) {
      await this.#demandFree(wanted);
      return wanted;
    }
    const words = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().match(/[a-z0-9]+/g)?.join('-').slice(0, 60) || 'meeting';
    const taken = await this.db.bookingEventType.findMany({ where: { slug: { startsWith: words } }, select: { slug: true } });
    for (let number = 1; ; number++) {
      const slug = number === 1 ? words : `${words}-${number}`;
      if (!taken.some((each) => each.slug === slug)) return slug;
    }
  }

  async #demandFree(slug: string): Promise<void> {
    // The pages of guests' links begin with this word.
    const isTaken = slug === 'manage' || (await this.db.bookingEventType.findFirst({ where: { slug }, select: { id: true } }));
    if (isTaken) throw problem(bookingErrors.slugTaken, undefined, [{ path: 'slug', code: 'taken', message: bookingErrors.slugTaken.detail }]);
  }

  async #record(what: string, id: number, changes: Record<string, unknown>): Promise<void> {
    await this.audit.record({ action: `booking.event-type-${what}`, subject: 'BookingEventType', subjectId: id, changes });
    await this.live.publish(bookingsChanged, { eventTypeId: id }, { permission: 'bookings.read' });
  }
}

const columns = ({ rangeFrom, rangeTo, questions, ...facts }: Facts) => ({
  ...facts,
  ...(questions && { questions: questions as unknown as Prisma.InputJsonArray }),
  ...(rangeFrom !== undefined && { rangeFrom: rangeFrom && new Date(rangeFrom) }),
  ...(rangeTo !== undefined && { rangeTo: rangeTo && new Date(rangeTo) }),
});
