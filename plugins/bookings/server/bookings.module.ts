import { Module } from '@nestjs/common';
import { BookingProcedures } from './booking-procedures.ts';
import { BookingSetup } from './booking-setup.ts';
import { Book } from './bookings/book.ts';
import { BookingExport } from './bookings/booking-export.ts';
import { BookingList } from './bookings/booking-list.ts';
import { BookingNews } from './bookings/booking-news.ts';
import { BookingReach } from './bookings/booking-reach.ts';
import { BookingsController } from './bookings/bookings.controller.ts';
import { ChangeBooking } from './bookings/change-booking.ts';
import { Reschedule } from './bookings/reschedule.ts';
import { StaffBooking } from './bookings/staff-booking.ts';
import { ClientFollower } from './client-follower.ts';
import { BookingRecords } from './booking-records.ts';
import { Appointments } from './commit/appointments.ts';
import { Lanes } from './commit/lanes.ts';
import { Placing } from './commit/placing.ts';
import { EventTypesController } from './event-types/event-types.controller.ts';
import { EventTypesService } from './event-types/event-types.service.ts';
import { FeedsController } from './feeds/feeds.controller.ts';
import { FeedsService } from './feeds/feeds.service.ts';
import { BookingLinks } from './links.ts';
import { BookingMails } from './mail/booking-mails.ts';
import { Reminders } from './mail/reminders.ts';
import { GuestLinks } from './public/guest-links.ts';
import { ManageService } from './public/manage.service.ts';
import { PublicBookingsController } from './public/public-bookings.controller.ts';
import { PublicBookings } from './public/public-bookings.service.ts';
import { HolidaysService } from './schedules/holidays.service.ts';
import { SchedulesController } from './schedules/schedules.controller.ts';
import { SchedulesService } from './schedules/schedules.service.ts';
import { Scenes } from './slots/scenes.ts';
import { SlotsController } from './slots/slots.controller.ts';
import { SlotsService } from './slots/slots.service.ts';

const setUp = [BookingSetup, EventTypesService, SchedulesService, HolidaysService, Scenes, SlotsService];
const committing = [Appointments, Lanes, Placing, Book, StaffBooking, Reschedule, ChangeBooking];
const telling = [BookingNews, BookingMails, BookingLinks, Reminders, FeedsService];
const reading = [BookingReach, BookingList, BookingExport, GuestLinks];

/** Controllers with fixed paths stand before the one with `:id`. */
@Module({
  controllers: [EventTypesController, SchedulesController, SlotsController, FeedsController, PublicBookingsController, BookingsController],
  providers: [...setUp, ...committing, ...telling, ...reading, PublicBookings, ManageService, ClientFollower, BookingRecords, BookingProcedures],
})
export class BookingsModule {}
