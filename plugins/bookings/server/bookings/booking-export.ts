import { AsyncLocalStorage } from 'node:async_hooks';
import { Readable } from 'node:stream';
import { Injectable, StreamableFile } from '@nestjs/common';
import { stringify } from 'csv-stringify';
import { Audit, Database } from '@loctelli/core/server';
import type { BookingFilter } from '../../contract.ts';
import { BookingReach } from './booking-reach.ts';
import { whereOf } from './booking-list.ts';
import { bookingOf, withAll } from './booking-row.ts';

const batch = 500;
// prettier-ignore
const headers = { id: 'Id', title: 'Event type', status: 'Status', start: 'Start (UTC)', end: 'End (UTC)', hosts: 'Hosts', guestName: 'Name', guestEmail: 'Email', guestPhone: 'Phone', guestZone: 'Time zone', seats: 'Seats', location: 'Location', answers: 'Answers', notes: 'Notes', cancelReason: 'Cancelled because', cancelledBy: 'Cancelled by', source: 'Source', createdAt: 'Created (UTC)' };

type Snapshot = ReturnType<typeof AsyncLocalStorage.snapshot>;

/** The list as a file: the same filters, the bookings the caller may export, and nothing a spreadsheet would run as a formula. */
@Injectable()
export class BookingExport {
  constructor(
    private readonly db: Database,
    private readonly reach: BookingReach,
    private readonly audit: Audit,
  ) {}

  /** UTF-8 with a byte order mark, which spreadsheets need to read accents. Rows are fetched as the receiver takes them. */
  async csv({ direction: _direction, ...filter }: BookingFilter): Promise<StreamableFile> {
    const where = { AND: [this.reach.where('bookings.export'), whereOf(filter)] };
    await this.audit.record({ action: 'bookings.exported', subject: 'Booking', changes: { filter } });
    const columns = Object.entries(headers).map(([key, header]) => ({ key, header }));
    const csv = stringify({ header: true, bom: true, columns, escape_formulas: true, record_delimiter: 'windows' });
    Readable.from(this.#rows(where, AsyncLocalStorage.snapshot()))
      .on('error', (error) => csv.destroy(error))
      .pipe(csv);
    return new StreamableFile(csv, { type: 'text/csv; charset=utf-8', disposition: `attachment; filename="bookings-${new Date().toISOString().slice(0, 10)}.csv"` });
  }

  async *#rows(where: object, inRequest: Snapshot): AsyncGenerator<Record<string, unknown>> {
    // The socket asks for more in a context of its own; each batch is fetched in the request's, as its tenant.
    for (let lastId = 0; ;) {
      const rows = await inRequest(() => this.db.booking.findMany({ where: { AND: [where, { id: { gt: lastId } }] }, orderBy: { id: 'asc' }, take: batch, include: withAll }).then((found) => found));
      for (const row of rows) {
        const { hosts, answers, ...facts } = bookingOf(row);
        yield { ...facts, hosts: hosts.map(({ name }) => name).join(', '), answers: answers.map(({ label, value }) => `${label}: ${Array.isArray(value) ? value.join(', ') : String(value)}`).join('; ') };
      }
      if (rows.length < batch) return;
      lastId = rows.at(-1)!.id;
    }
  }
}
