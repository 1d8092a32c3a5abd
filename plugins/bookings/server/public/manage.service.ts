import { Injectable, StreamableFile } from '@nestjs/common';
import { problem } from '@loctelli/core/server';
import { bookingErrors } from '../../contract.ts';
import type { GuestRefusal, PublicBooking, PublicCancel, PublicReschedule, PublicSlotQuery, PublicSlots } from '../../contract.ts';
import { ChangeBooking } from '../bookings/change-booking.ts';
import { Reschedule } from '../bookings/reschedule.ts';
import { calendarText } from '../mail/calendar-entry.ts';
import { BookingMails, languageOf } from '../mail/booking-mails.ts';
import { SlotsService } from '../slots/slots.service.ts';
import { GuestLinks, refusalOf } from './guest-links.ts';

const minuteMs = 60_000;

/** What a guest does with the link in their mail. Cut-offs are judged here, whatever the page showed. */
@Injectable()
export class ManageService {
  constructor(
    private readonly guests: GuestLinks,
    private readonly slots: SlotsService,
    private readonly bookings: ChangeBooking,
    private readonly moves: Reschedule,
    private readonly mails: BookingMails,
  ) {}

  async get(token: string): Promise<PublicBooking> {
    return this.guests.shown((await this.guests.find(token)).row);
  }

  /** Where it could go, as if it were not there. */
  async days(token: string, query: PublicSlotQuery): Promise<PublicSlots> {
    const { row, type } = await this.guests.find(token);
    if (!type) throw problem(bookingErrors.linkNotFound);
    const length = (row.endsAt.getTime() - row.startsAt.getTime()) / minuteMs;
    return this.slots.days(type, { ...query, length, seats: row.seats }, { exceptBookingId: row.id, hostIds: this.moves.hostsFor(row, type) });
  }

  async reschedule(token: string, { start }: PublicReschedule): Promise<PublicBooking> {
    const { row, type } = await this.guests.find(token);
    demandAllowed(refusalOf('reschedule', row, type));
    return this.guests.shown(await this.moves.byGuest(row, Date.parse(start)));
  }

  async cancel(token: string, { reason }: PublicCancel): Promise<PublicBooking> {
    const { row, type } = await this.guests.find(token);
    demandAllowed(refusalOf('cancel', row, type));
    return this.guests.shown(await this.bookings.end(row, { version: row.version, reason, notify: true, by: 'guest' }));
  }

  /** The calendar entry, to download. */
  async calendar(token: string): Promise<StreamableFile> {
    const { row } = await this.guests.find(token);
    const text = calendarText('PUBLISH', [this.mails.entryOf(row, languageOf(row.guestLocale), await this.guests.linkOf(row))]);
    return new StreamableFile(Buffer.from(text), { type: 'text/calendar; charset=utf-8', disposition: 'attachment; filename="booking.ics"' });
  }
}

function demandAllowed(refusal: GuestRefusal | null): void {
  if (refusal) throw problem(bookingErrors.guestRefused, { reason: refusal.code, minutes: refusal.minutes });
}
