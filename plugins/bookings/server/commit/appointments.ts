import { Injectable } from '@nestjs/common';
import { Database, problem } from '@loctelli/core/server';
import { bookingErrors, liveStatuses } from '../../contract.ts';

/** What an appointment takes up. */
export interface Claim {
  eventTypeId: number;
  hostIds: readonly number[];
  start: Date;
  end: Date;
}

/**
 * Hosts' time in the database. The constraint `BookingOccupancy_no_overlap` is what makes two appointments at once impossible; the locks make
 * contenders wait their turn instead of finding each other in a deadlock. Call all of it inside a unit of work.
 */
@Injectable()
export class Appointments {
  constructor(private readonly db: Database) {}

  /** Waits until nobody else commits for one of these hosts, or for this event type when all of its bookings are counted. Bounded: throws bookings.contended. */
  async lock(hostIds: readonly number[], countedTypeId?: number | null): Promise<void> {
    // One order for everybody: event types first, then hosts by id.
    const keys = [...(countedTypeId ? [`type:${countedTypeId}`] : []), ...[...new Set(hostIds)].sort((a, b) => a - b).map((id) => `host:${id}`)];
    try {
      await this.db.$executeRaw`select set_config('lock_timeout', '5s', true)`;
      await this.db.$executeRaw`select pg_advisory_xact_lock(hashtextextended('bookings:' || key, current_setting('app.tenant_id')::int)) from unnest(${keys}::text[]) with ordinality as wanted(key, n) order by n`;
    } catch (error) {
      if (JSON.stringify((error as { meta?: object }).meta ?? '').includes('55P03') || /55P03|lock timeout/.test(String(error))) throw problem(bookingErrors.contended);
      throw error;
    }
  }

  /** Takes the hosts' time for a new appointment. Throws bookings.taken when one of them has another one then. @returns its id */
  async take({ eventTypeId, hostIds, start, end }: Claim): Promise<number> {
    const { id } = await this.db.bookingSession.create({ data: { eventTypeId, startsAt: start, endsAt: end }, select: { id: true } });
    await this.#occupy(id, hostIds, start, end);
    return id;
  }

  /** Takes the time of an appointment again that nobody was left in. Throws bookings.taken. */
  async retake(sessionId: number): Promise<void> {
    const rows = await this.db.bookingOccupancy.findMany({ where: { sessionId } });
    const waiting = rows.filter(({ live }) => !live);
    if (!waiting.length) return;
    await this.db.bookingOccupancy.deleteMany({ where: { sessionId, live: false } });
    await this.#occupy(sessionId, waiting.map(({ hostId }) => hostId), waiting[0]!.startsAt, waiting[0]!.endsAt);
  }

  /** Gives the time back once nobody is left in the appointment. */
  async release(sessionId: number): Promise<void> {
    const left = await this.db.booking.findFirst({ where: { sessionId, status: { in: [...liveStatuses] } }, select: { id: true } });
    if (!left) await this.db.bookingOccupancy.updateMany({ where: { sessionId }, data: { live: false } });
  }

  /** Forgets an appointment that no booking points at any more. */
  async forget(sessionId: number): Promise<void> {
    if (await this.db.booking.findFirst({ where: { sessionId }, select: { id: true } })) return;
    await this.db.bookingSession.deleteMany({ where: { id: sessionId } });
  }

  /** What overlaps is left out without an error, which would end the transaction and, among many, the peace. */
  async #occupy(sessionId: number, hostIds: readonly number[], start: Date, end: Date): Promise<void> {
    const { count } = await this.db.bookingOccupancy.createMany({ data: hostIds.map((hostId) => ({ sessionId, hostId, startsAt: start, endsAt: end })), skipDuplicates: true });
    if (count !== hostIds.length) throw problem(bookingErrors.taken);
  }
}
