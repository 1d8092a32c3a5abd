import { Injectable } from '@nestjs/common';
import { Database, problem } from '@loctelli/core/server';
import { bookingErrors } from '../../contract.ts';
import type { GuestRefusal, PublicBooking } from '../../contract.ts';
import { BookingSetup, type EventTypeSetup } from '../booking-setup.ts';
import { hostsOf, withAll, type BookingRow } from '../bookings/booking-row.ts';
import { BookingLinks } from '../links.ts';

const minuteMs = 60_000;

/** Bookings as those see them who hold a guest's link. */
@Injectable()
export class GuestLinks {
  constructor(
    private readonly db: Database,
    private readonly setups: BookingSetup,
    private readonly links: BookingLinks,
  ) {}

  /** Throws bookings.link-not-found for a token that is not ours or whose booking is gone. */
  async find(token: string): Promise<{ row: BookingRow; type: EventTypeSetup | undefined }> {
    const uid = this.links.uidOf(token);
    const row = uid && (await this.db.booking.findFirst({ where: { uid }, include: withAll }));
    if (!row) throw problem(bookingErrors.linkNotFound);
    return { row, type: (await this.setups.get()).types.get(row.eventTypeId) };
  }

  /** The page the link leads to. */
  linkOf({ uid }: BookingRow): Promise<string> {
    return this.links.manage(uid);
  }

  async shown(row: BookingRow): Promise<PublicBooking> {
    const type = (await this.setups.get()).types.get(row.eventTypeId);
    return {
      ...{ token: this.links.token(row.uid), slug: row.eventType.slug, title: row.eventType.title, zone: row.guestZone, guestName: row.guestName, seats: row.seats, cancelReason: row.cancelReason, version: row.version },
      status: row.status as PublicBooking['status'],
      start: row.startsAt.toISOString(),
      end: row.endsAt.toISOString(),
      hosts: hostsOf(row).map(({ name }) => name),
      locationKind: row.locationKind as PublicBooking['locationKind'],
      location: row.location,
      cancelRefusal: refusalOf('cancel', row, type),
      rescheduleRefusal: refusalOf('reschedule', row, type),
    };
  }
}

/** Why the guest cannot do this any more; null when they can. */
export function refusalOf(what: 'cancel' | 'reschedule', { status, startsAt }: Pick<BookingRow, 'status' | 'startsAt'>, type: EventTypeSetup | undefined, now = Date.now()): GuestRefusal | null {
  const [may, cutoff] = what === 'cancel' ? [type?.guestMayCancel, type?.cancelCutoff] : [type?.guestMayReschedule, type?.rescheduleCutoff];
  const minutes = cutoff ?? 0;
  if (status === 'cancelled') return { code: 'cancelled', minutes };
  if (startsAt.getTime() <= now || status === 'no-show') return { code: 'past', minutes };
  if (!may) return { code: 'not-allowed', minutes };
  if (what === 'reschedule' && !type?.active) return { code: 'inactive', minutes };
  if (startsAt.getTime() - minutes * minuteMs <= now) return { code: 'cutoff', minutes };
  return null;
}
