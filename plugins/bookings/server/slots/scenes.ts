import { Injectable } from '@nestjs/common';
import { Prisma, Statement } from '@loctelli/core/server';
import { liveStatuses, type Assignment } from '../../contract.ts';
import { BookingSetup, type EventTypeSetup, type Setup } from '../booking-setup.ts';
import type { HostState, Rules, Scene, Taken } from '../engine/scene.ts';
import { dayOf } from '../engine/zone.ts';

const minuteMs = 60_000;
const dayMs = 86_400_000;
/** How far back turns are counted. */
const lately = '60 days';
const live = Prisma.join([...liveStatuses]);

export interface SceneOptions {
  /** Only these hosts. */
  hostIds?: readonly number[] | undefined;
  /** As if this booking were not there. */
  exceptBookingId?: number | undefined;
  /** Whose turn it is will be asked. */
  forTurn?: boolean;
}

interface TakenRow {
  hostId: number;
  sessionId: number;
  eventTypeId: number;
  start: number;
  end: number;
  bookings: number;
  seats: number;
}

/** Reads what the engine decides by. */
@Injectable()
export class Scenes {
  constructor(
    private readonly statement: Statement,
    private readonly setups: BookingSetup,
  ) {}

  /** What holds for an event type between two instants, as the database has it now. */
  async load(type: EventTypeSetup, from: number, to: number, { hostIds, exceptBookingId = 0, forTurn = false }: SceneOptions = {}): Promise<Scene> {
    const setup = await this.setups.get();
    const hosts = setup.hostsOf(type).filter(({ id }) => !hostIds || hostIds.includes(id));
    const ids = hosts.map(({ id }) => id);
    // Limits look at whole weeks, buffers and long bookings at the days around.
    const margin = (type.hostWeeklyLimit !== null ? 8 : 3) * dayMs;
    // One after the other: inside a unit of work they share a connection.
    const taken = await this.#taken(setup, ids, from - margin, to + margin, exceptBookingId);
    const perDay = type.dailyLimit === null ? new Map<number, number>() : await this.#perDay(setup, type.id, from - 2 * dayMs, to + 2 * dayMs, exceptBookingId);
    const turns = forTurn && hosts.length > 1 ? await this.#turns(type.id) : new Map<number, { load: number; lastGiven: number }>();
    const states = hosts.map((host): HostState => ({ ...host, taken: taken.get(host.id) ?? [], load: turns.get(host.id)?.load ?? 0, lastGiven: turns.get(host.id)?.lastGiven ?? 0 }));
    return { rules: rulesOf(type, setup), hosts: states, now: Date.now(), perDay };
  }

  async #taken(setup: Setup, hostIds: number[], from: number, to: number, exceptBookingId: number): Promise<Map<number, Taken[]>> {
    const byHost = new Map<number, Taken[]>(hostIds.map((id) => [id, []]));
    if (!hostIds.length) return byHost;
    const rows = await this.statement.rows<TakenRow>(Prisma.sql`
      select o."hostId", o."sessionId", s."eventTypeId", (extract(epoch from o."startsAt") / 60)::int as start, (extract(epoch from o."endsAt") / 60)::int as end, b.bookings, b.seats
      from "BookingOccupancy" o join "BookingSession" s on s."tenantId" = o."tenantId" and s.id = o."sessionId"
      cross join lateral (
        select count(*)::int as bookings, coalesce(sum(k.seats), 0)::int as seats from "Booking" k
        where k."tenantId" = o."tenantId" and k."sessionId" = o."sessionId" and k.status in (${live}) and k.id <> ${exceptBookingId}
      ) b
      where o.live and o."hostId" = any(${hostIds}::int[]) and o."startsAt" > ${new Date(from)} and o."startsAt" < ${new Date(to)}
      order by o."startsAt"`);
    for (const { hostId, start, end, ...row } of rows) {
      if (!row.bookings) continue;
      const own = setup.types.get(row.eventTypeId);
      byHost.get(hostId)!.push({ ...row, start: start * minuteMs, end: end * minuteMs, before: (own?.bufferBefore ?? 0) * minuteMs, after: (own?.bufferAfter ?? 0) * minuteMs });
    }
    return byHost;
  }

  async #perDay(setup: Setup, eventTypeId: number, from: number, to: number, exceptBookingId: number): Promise<Map<number, number>> {
    const rows = await this.statement.rows<{ start: number }>(Prisma.sql`
      select (extract(epoch from b."startsAt") / 60)::int as start from "Booking" b
      where b."eventTypeId" = ${eventTypeId} and b.status in (${live}) and b.id <> ${exceptBookingId} and b."startsAt" > ${new Date(from)} and b."startsAt" < ${new Date(to)}`);
    const days = new Map<number, number>();
    for (const { start } of rows) {
      const day = setup.zone.dayAt(start * minuteMs);
      days.set(day, (days.get(day) ?? 0) + 1);
    }
    return days;
  }

  async #turns(eventTypeId: number): Promise<Map<number, { load: number; lastGiven: number }>> {
    const rows = await this.statement.rows<{ hostId: number; load: number; lastGiven: number }>(Prisma.sql`
      select b."hostId", count(*)::int as load, max(b.id)::int as "lastGiven" from "Booking" b
      where b."eventTypeId" = ${eventTypeId} and b.status in (${live}) and b."createdAt" > now() at time zone 'utc' - ${lately}::interval group by b."hostId"`);
    return new Map(rows.map(({ hostId, ...turn }) => [hostId, turn]));
  }
}

/** An event type's rules as the engine takes them. */
export function rulesOf(type: EventTypeSetup, { zone }: Setup, now = Date.now()): Rules {
  const isRange = type.horizonKind === 'range';
  const ms = (minutes: number) => minutes * minuteMs;
  const beginOf = (day: number) => zone.firstAt(day * dayMs);
  return {
    eventTypeId: type.id,
    active: type.active,
    lengths: type.lengths.map(ms),
    step: type.slotStep === null ? null : ms(type.slotStep),
    before: ms(type.bufferBefore),
    after: ms(type.bufferAfter),
    notice: ms(type.minimumNotice),
    opensAt: isRange && type.rangeFrom ? beginOf(dayOf(type.rangeFrom)) : -Infinity,
    closesAt: isRange && type.rangeTo ? beginOf(dayOf(type.rangeTo) + 1) : beginOf(zone.dayAt(now) + type.horizonDays + 1),
    dailyLimit: type.dailyLimit,
    hostDailyLimit: type.hostDailyLimit,
    hostWeeklyLimit: type.hostWeeklyLimit,
    seats: type.seats,
    assignment: type.assignment as Assignment,
    zone,
  };
}
