import { Injectable } from '@nestjs/common';
import { Access, Audit, Database, Live, problem, updateVersioned, type Prisma } from '@loctelli/core/server';
import { bookingErrors, bookingsChanged } from '../../contract.ts';
import type { Schedule, ScheduleCreate, SchedulePreview, SchedulePreviewRequest, ScheduleUpdate } from '../../contract.ts';
import { BookingSetup } from '../booking-setup.ts';
import { Calendar, stretchesOf } from '../engine/calendar.ts';
import { dateOf, dayOf } from '../engine/zone.ts';

const withUser = { user: { select: { name: true } } } satisfies Prisma.BookingScheduleInclude;
type Row = Prisma.BookingScheduleGetPayload<{ include: typeof withUser }>;
const previewDays = 62;

/** When people can be booked. */
@Injectable()
export class SchedulesService {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly setups: BookingSetup,
    private readonly audit: Audit,
    private readonly live: Live,
  ) {}

  /** Of one user, as far as the caller's permission reaches. */
  async list(userId = this.access.user.id): Promise<{ items: Schedule[] }> {
    const where = { AND: [this.access.where('bookings.availability'), { userId }] };
    const rows = await this.db.bookingSchedule.findMany({ where, include: withUser, orderBy: [{ isDefault: 'desc' }, { name: 'asc' }, { id: 'asc' }] });
    return { items: rows.map(scheduleOf) };
  }

  /** Throws bookings.schedule-not-found. */
  async get(id: number): Promise<Schedule> {
    return scheduleOf(await this.#find(id));
  }

  async create({ userId = this.access.user.id, zone, isDefault, ...facts }: ScheduleCreate): Promise<Schedule> {
    await this.#demandReach(userId);
    const user = await this.db.user.findFirst({ where: { id: userId, isActive: true }, select: { zone: true } });
    if (!user) throw problem(bookingErrors.unknownHost);
    const isFirst = !(await this.db.bookingSchedule.findFirst({ where: { userId }, select: { id: true } }));
    if (isDefault && !isFirst) await this.#noDefault(userId);
    const row = await this.db.bookingSchedule.create({ data: { ...facts, userId, zone: zone ?? user.zone ?? this.access.tenant.zone, isDefault: isFirst || isDefault }, include: withUser });
    await this.#record('created', row.id, { name: [null, row.name] });
    return scheduleOf(row);
  }

  /** Throws core.version-conflict. */
  async update(id: number, { version, isDefault, ...facts }: ScheduleUpdate): Promise<Schedule> {
    const before = await this.#find(id);
    if (isDefault && !before.isDefault) await this.#noDefault(before.userId);
    await updateVersioned(this.db.bookingSchedule, { id, version }, { ...facts, ...(isDefault && { isDefault }) });
    await this.#record('updated', id, { fields: Object.keys({ ...facts, ...(isDefault && { isDefault }) }) });
    return this.get(id);
  }

  async remove(id: number): Promise<void> {
    const row = await this.#find(id);
    if (row.isDefault) throw problem(bookingErrors.lastSchedule);
    if (await this.db.bookingHost.findFirst({ where: { scheduleId: id }, select: { id: true } })) throw problem(bookingErrors.scheduleInUse);
    await this.db.bookingSchedule.deleteMany({ where: { id } });
    await this.#record('deleted', id, { name: [row.name, null] });
  }

  /** What a schedule comes to, day by day, whether or not it is kept. Looks at 62 days at most. */
  async preview({ from, to, ...availability }: SchedulePreviewRequest): Promise<SchedulePreview> {
    const { holidays } = await this.setups.get();
    const calendar = new Calendar(availability, holidays);
    const first = dayOf(from);
    const count = Math.min(dayOf(to) - first + 1, previewDays);
    const plans = Array.from({ length: count }, (_, index) => calendar.plan(first + index));
    return {
      items: plans.map((plan) => ({
        date: dateOf(plan.day),
        zone: plan.zone.name,
        source: plan.source,
        note: plan.note,
        windows: stretchesOf(plan).map(({ start, end }) => ({ from: new Date(start).toISOString(), to: new Date(end).toISOString() })),
      })),
    };
  }

  async #find(id: number): Promise<Row> {
    const row = await this.db.bookingSchedule.findFirst({ where: { AND: [{ id }, this.access.where('bookings.availability')] }, include: withUser });
    if (!row) throw problem(bookingErrors.scheduleNotFound);
    return row;
  }

  async #demandReach(userId: number): Promise<void> {
    const { id, teamId } = this.access.user;
    const scope = this.access.can('bookings.availability');
    if (scope === 'all' || userId === id) return;
    const isTeam = scope === 'team' && teamId !== null && (await this.db.user.findFirst({ where: { id: userId, teamId }, select: { id: true } }));
    if (!isTeam) throw problem(bookingErrors.hostOutOfReach);
  }

  async #noDefault(userId: number): Promise<void> {
    await this.db.bookingSchedule.updateMany({ where: { userId, isDefault: true }, data: { isDefault: false } });
  }

  async #record(what: string, id: number, changes: Record<string, unknown>): Promise<void> {
    await this.audit.record({ action: `booking.schedule-${what}`, subject: 'BookingSchedule', subjectId: id, changes });
    await this.live.publish(bookingsChanged, { scheduleId: id }, { permission: 'bookings.read' });
  }
}

const scheduleOf = ({ tenantId: _tenant, user, ...row }: Row): Schedule => ({
  ...row,
  userName: user.name,
  weekly: row.weekly as unknown as Schedule['weekly'],
  overrides: row.overrides as unknown as Schedule['overrides'],
  travels: row.travels as unknown as Schedule['travels'],
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});
