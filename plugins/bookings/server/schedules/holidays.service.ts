import { Injectable } from '@nestjs/common';
import { Audit, Database, problem } from '@loctelli/core/server';
import { bookingErrors } from '../../contract.ts';
import type { Holiday } from '../../contract.ts';

/** Days off for everybody whose schedule observes them. */
@Injectable()
export class HolidaysService {
  constructor(
    private readonly db: Database,
    private readonly audit: Audit,
  ) {}

  async list(): Promise<{ items: Holiday[] }> {
    const rows = await this.db.bookingHoliday.findMany({ orderBy: { date: 'asc' } });
    return { items: rows.map(holidayOf) };
  }

  async create({ date, name }: { date: string; name: string }): Promise<Holiday> {
    const day = new Date(date);
    if (await this.db.bookingHoliday.findFirst({ where: { date: day } })) throw problem(bookingErrors.holidayExists);
    const row = await this.db.bookingHoliday.create({ data: { date: day, name } });
    await this.audit.record({ action: 'booking.holiday-created', subject: 'BookingHoliday', subjectId: row.id, changes: { date: [null, date], name: [null, name] } });
    return holidayOf(row);
  }

  async remove(id: number): Promise<void> {
    const { count } = await this.db.bookingHoliday.deleteMany({ where: { id } });
    if (!count) throw problem(bookingErrors.holidayNotFound);
    await this.audit.record({ action: 'booking.holiday-deleted', subject: 'BookingHoliday', subjectId: id });
  }
}

const holidayOf = ({ id, date, name }: { id: number; date: Date; name: string }): Holiday => ({ id, date: date.toISOString().slice(0, 10), name });
