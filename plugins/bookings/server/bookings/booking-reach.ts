import { Injectable } from '@nestjs/common';
import { Access, Database, problem } from '@loctelli/core/server';
import { bookingErrors } from '../../contract.ts';
import { BookingSetup } from '../booking-setup.ts';
import { withAll, type BookingRow } from './booking-row.ts';

/** Which bookings the caller may see and change, and to whom they may give one. */
@Injectable()
export class BookingReach {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly setups: BookingSetup,
  ) {}

  /** Those whose hosts the permission reaches, and those the caller takes part in. */
  where(permission: string): object {
    const mine = { session: { occupancies: { some: { hostId: this.access.user.id } } } };
    const reach = this.access.where(permission);
    return this.access.can(permission) === 'all' ? reach : { OR: [reach, mine] };
  }

  /** Throws bookings.not-found. */
  async find(id: number, permission: string): Promise<BookingRow> {
    const row = await this.db.booking.findFirst({ where: { AND: [{ id }, this.where(permission)] }, include: withAll });
    if (!row) throw problem(bookingErrors.notFound);
    return row;
  }

  /** Those of the hosts to whom the caller may give a booking. */
  async givable(hostIds: readonly number[], permission: string): Promise<number[]> {
    const { id, teamId } = this.access.user;
    const scope = this.access.can(permission);
    if (scope === 'all') return [...hostIds];
    const setup = await this.setups.get();
    return hostIds.filter((hostId) => hostId === id || (scope === 'team' && teamId !== null && setup.user(hostId)?.teamId === teamId));
  }
}
