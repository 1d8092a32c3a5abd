import { Body, Controller, Get, Headers, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answer, OutsideUnitOfWork, Public } from '@loctelli/core/server';
import { z } from 'zod';
import { publicBook, publicBooking, publicCancel, publicEventType, publicEventTypeList, publicReschedule, publicSlotQuery, publicSlots, slug } from '../../contract.ts';
import type { PublicBook, PublicCancel, PublicReschedule, PublicSlotQuery } from '../../contract.ts';
import { ManageService } from './manage.service.ts';
import { PublicBookings } from './public-bookings.service.ts';

const token = z.string().regex(/^[\w-]{1,100}$/);
const key = z.string().min(1).max(200).optional();

@ApiTags('bookings')
@Controller('bookings/public')
@Public()
export class PublicBookingsController {
  constructor(
    private readonly bookings: PublicBookings,
    private readonly managed: ManageService,
  ) {}

  @Get('event-types')
  @Answer(publicEventTypeList)
  getPublicEventTypes() {
    return this.bookings.list();
  }

  @Get('event-types/:slug')
  @Answer(publicEventType)
  getPublicEventType(@Param('slug', { schema: slug }) of: string) {
    return this.bookings.get(of);
  }

  @Get('event-types/:slug/slots')
  @Answer(publicSlots)
  getPublicSlots(@Param('slug', { schema: slug }) of: string, @Query({ schema: publicSlotQuery }) query: PublicSlotQuery) {
    return this.bookings.days(of, query);
  }

  /** Opens its own unit of work once its turn has come. */
  @Post('event-types/:slug/book')
  @OutsideUnitOfWork()
  @Answer(publicBooking, 201)
  book(@Param('slug', { schema: slug }) of: string, @Body({ schema: publicBook }) input: PublicBook, @Headers('idempotency-key') once?: string) {
    return this.bookings.book(of, input, key.parse(once));
  }

  @Get('manage/:token')
  @Answer(publicBooking)
  getManaged(@Param('token', { schema: token }) link: string) {
    return this.managed.get(link);
  }

  @Get('manage/:token/slots')
  @Answer(publicSlots)
  getManagedSlots(@Param('token', { schema: token }) link: string, @Query({ schema: publicSlotQuery }) query: PublicSlotQuery) {
    return this.managed.days(link, query);
  }

  @Get('manage/:token/calendar')
  getManagedCalendar(@Param('token', { schema: token }) link: string) {
    return this.managed.calendar(link);
  }

  /** As above. */
  @Post('manage/:token/reschedule')
  @OutsideUnitOfWork()
  @Answer(publicBooking)
  rescheduleManaged(@Param('token', { schema: token }) link: string, @Body({ schema: publicReschedule }) input: PublicReschedule) {
    return this.managed.reschedule(link, input);
  }

  @Post('manage/:token/cancel')
  @Answer(publicBooking)
  cancelManaged(@Param('token', { schema: token }) link: string, @Body({ schema: publicCancel }) input: PublicCancel) {
    return this.managed.cancel(link, input);
  }
}
