import { Injectable } from '@nestjs/common';
import type { EmittedEvent } from '@loctelli/core';
import { Database, Live, On, UnitOfWork } from '@loctelli/core/server';
import { clientErased, clientMerged, clientUnmerged } from '../../clients/contract.ts';
import { bookingsChanged } from '../contract.ts';

interface Merge {
  mergeId: number;
  clientId: number;
  mergedIds: number[];
}
type Moved = Record<string, number[]>;

/** Bookings go with their client: to another one in a merge, and back when it is undone. */
@Injectable()
export class ClientFollower {
  constructor(
    private readonly db: Database,
    private readonly uow: UnitOfWork,
    private readonly live: Live,
  ) {}

  @On(clientMerged)
  async merged({ payload: { mergeId, clientId, mergedIds } }: EmittedEvent<Merge>): Promise<void> {
    await this.uow.run(async () => {
      // Events come at least once, and in no promised order: an undo that came first leaves its mark, and nothing moves.
      const { count } = await this.db.bookingMerge.createMany({ data: [{ mergeId }], skipDuplicates: true });
      if (!count) return;
      const rows = await this.db.booking.findMany({ where: { clientId: { in: mergedIds } }, select: { id: true, clientId: true } });
      const moved: Moved = Object.fromEntries(mergedIds.map((from) => [from, rows.filter((row) => row.clientId === from).map(({ id }) => id)]));
      await this.db.booking.updateMany({ where: { id: { in: rows.map(({ id }) => id) } }, data: { clientId } });
      await this.db.bookingMerge.updateMany({ where: { mergeId }, data: { moved } });
      await this.#tell();
    });
  }

  /** What still hangs on the survivor goes back; what was given to somebody else since stays there. */
  @On(clientUnmerged)
  async unmerged({ payload: { mergeId, clientId } }: EmittedEvent<Merge>): Promise<void> {
    await this.uow.run(async () => {
      await this.db.bookingMerge.createMany({ data: [{ mergeId }], skipDuplicates: true });
      const { moved } = await this.db.bookingMerge.findFirstOrThrow({ where: { mergeId } });
      for (const [from, ids] of Object.entries(moved as Moved)) await this.db.booking.updateMany({ where: { id: { in: ids }, clientId }, data: { clientId: Number(from) } });
      await this.db.bookingMerge.updateMany({ where: { mergeId }, data: { moved: {} } });
      await this.#tell();
    });
  }

  /** What told of the person went with the client (migration `booking_merges`); screens fetch anew. */
  @On(clientErased)
  erased(): Promise<void> {
    return this.#tell();
  }

  #tell(): Promise<void> {
    return this.live.publish(bookingsChanged, {}, { permission: 'bookings.read' });
  }
}
