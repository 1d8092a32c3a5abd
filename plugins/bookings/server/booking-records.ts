import { Injectable } from '@nestjs/common';
import { Access, Database, Implements } from '@loctelli/core/server';
import { clientRecords } from '../../clients/contract.ts';
import type { ClientRecords } from '../../clients/contract.ts';
import { BookingReach } from './bookings/booking-reach.ts';

const guest = { guestName: true, guestEmail: true, guestPhone: true, guestZone: true, guestLocale: true, answers: true } as const;
const meeting = { status: true, startsAt: true, endsAt: true, seats: true, location: true, notes: true, cancelReason: true, cancelledBy: true, cancelledAt: true, source: true, createdAt: true } as const;

/** The bookings of a client, for the file that is handed to them. */
@Injectable()
export class BookingRecords {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly reach: BookingReach,
  ) {}

  @Implements(clientRecords)
  async of({ clientId }: { clientId: number }): Promise<ClientRecords> {
    const total = await this.db.booking.count({ where: { clientId } });
    const bookings = this.access.can('bookings.export')
      ? await this.db.booking.findMany({
          where: { AND: [{ clientId }, this.reach.where('bookings.export')] },
          orderBy: { id: 'asc' },
          select: { ...guest, ...meeting, eventType: { select: { title: true } }, host: { select: { name: true } } },
        })
      : [];
    return { sections: { bookings }, leftOut: bookings.length < total ? ['bookings'] : [] };
  }
}
