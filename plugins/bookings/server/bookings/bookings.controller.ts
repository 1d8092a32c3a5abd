import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { id } from '@loctelli/core';
import { Answer, Can } from '@loctelli/core/server';
import { booking, bookingCancel, bookingCreate, bookingFilter, bookingPage, bookingQuery, bookingReschedule, bookingStep, bookingSummary, bookingUpdate, calendar, calendarQuery } from '../../contract.ts';
import type { BookingCancel, BookingCreate, BookingFilter, BookingQuery, BookingReschedule, BookingStep, BookingUpdate, CalendarQuery } from '../../contract.ts';
import { BookingExport } from './booking-export.ts';
import { BookingList } from './booking-list.ts';
import { ChangeBooking } from './change-booking.ts';
import { Reschedule } from './reschedule.ts';
import { StaffBooking } from './staff-booking.ts';

@ApiTags('bookings')
@Controller('bookings')
export class BookingsController {
  constructor(
    private readonly list: BookingList,
    private readonly staff: StaffBooking,
    private readonly bookings: ChangeBooking,
    private readonly moves: Reschedule,
    private readonly exports: BookingExport,
  ) {}

  @Get()
  @Can('bookings.read')
  @Answer(bookingPage)
  getBookings(@Query({ schema: bookingQuery }) query: BookingQuery) {
    return this.list.page(query);
  }

  @Get('by-user/:userId')
  @Can('bookings.read')
  @Answer(bookingPage)
  getBookingsByUser(@Param('userId', { schema: id }) userId: number, @Query({ schema: bookingQuery }) query: BookingQuery) {
    return this.list.page({ ...query, hostId: userId });
  }

  @Get('calendar')
  @Can('bookings.read')
  @Answer(calendar)
  getCalendar(@Query({ schema: calendarQuery }) query: CalendarQuery) {
    return this.list.calendar(query);
  }

  @Get('summary')
  @Can('bookings.read')
  @Answer(bookingSummary)
  getSummary() {
    return this.list.summary();
  }

  @Get('export')
  @Can('bookings.export')
  exportBookings(@Query({ schema: bookingFilter }) query: BookingFilter) {
    return this.exports.csv(query);
  }

  @Post()
  @Can('bookings.create')
  @Answer(booking, 201)
  createBooking(@Body({ schema: bookingCreate }) input: BookingCreate) {
    return this.staff.create(input);
  }

  @Get(':id')
  @Can('bookings.read')
  @Answer(booking)
  getBooking(@Param('id', { schema: id }) bookingId: number) {
    return this.bookings.get(bookingId);
  }

  @Patch(':id')
  @Can('bookings.update')
  @Answer(booking)
  updateBooking(@Param('id', { schema: id }) bookingId: number, @Body({ schema: bookingUpdate }) input: BookingUpdate) {
    return this.bookings.update(bookingId, input);
  }

  @Post(':id/reschedule')
  @Can('bookings.update')
  @Answer(booking)
  rescheduleBooking(@Param('id', { schema: id }) bookingId: number, @Body({ schema: bookingReschedule }) input: BookingReschedule) {
    return this.moves.byStaff(bookingId, input);
  }

  @Post(':id/cancel')
  @Can('bookings.delete')
  @Answer(booking)
  cancelBooking(@Param('id', { schema: id }) bookingId: number, @Body({ schema: bookingCancel }) input: BookingCancel) {
    return this.bookings.cancel(bookingId, input);
  }

  @Post(':id/confirm')
  @Can('bookings.update')
  @Answer(booking)
  confirmBooking(@Param('id', { schema: id }) bookingId: number, @Body({ schema: bookingStep }) input: BookingStep) {
    return this.bookings.confirm(bookingId, input);
  }

  @Post(':id/decline')
  @Can('bookings.update')
  @Answer(booking)
  declineBooking(@Param('id', { schema: id }) bookingId: number, @Body({ schema: bookingCancel }) input: BookingCancel) {
    return this.bookings.decline(bookingId, input);
  }

  @Post(':id/no-show')
  @Can('bookings.update')
  @Answer(booking)
  markNoShow(@Param('id', { schema: id }) bookingId: number, @Body({ schema: bookingStep }) input: BookingStep) {
    return this.bookings.markNoShow(bookingId, input);
  }

  @Post(':id/restore')
  @Can('bookings.update')
  @Answer(booking)
  restoreBooking(@Param('id', { schema: id }) bookingId: number, @Body({ schema: bookingStep }) input: BookingStep) {
    return this.bookings.restore(bookingId, input);
  }
}
