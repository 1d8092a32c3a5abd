import { Injectable } from '@nestjs/common';
import { Database, Handles, UnitOfWork } from '@loctelli/core/server';
import { remindGuest } from '../../contract.ts';
import { withAll } from '../bookings/booking-row.ts';
import { BookingMails } from './booking-mails.ts';

/** Reminds guests of what they booked. */
@Injectable()
export class Reminders {
  constructor(
    private readonly db: Database,
    private readonly uow: UnitOfWork,
    private readonly mails: BookingMails,
  ) {}

  /**
   * What was planned is checked against the booking as it stands: moved, cancelled or over, and nobody is written to. The mark and the mail
   * commit together, so a repeated attempt writes to nobody twice.
   */
  @Handles(remindGuest)
  async remind({ bookingId, start, minutes }: { bookingId: number; start: string; minutes: number }): Promise<void> {
    await this.uow.run(async () => {
      const startsAt = new Date(start);
      const row = await this.db.booking.findFirst({ where: { id: bookingId, startsAt, status: 'confirmed' }, include: withAll });
      if (!row || startsAt <= new Date()) return;
      const { count } = await this.db.bookingReminder.createMany({ data: [{ bookingId, minutes, startsAt }], skipDuplicates: true });
      if (count) await this.mails.toGuest(row, 'reminder');
    });
  }
}
