import type { Page } from '@loctelli/core';
import { defineApi } from '@loctelli/core/web';
import type * as contract from '../contract.ts';
import type { Booking, EventType, Holiday, PublicBooking, PublicEventType, Schedule } from '../contract.ts';

type Query<T> = Omit<T, 'seats'> & { seats?: number };
const manage = '/bookings/public/manage/{token}';

/** `api.bookings`: every route of the plugin. */
export const bookings = defineApi((http) => ({
  getBookings: (query?: contract.BookingQueryInput) => http.get<Page<Booking>>('/bookings', { query }),
  getBookingsByUser: (userId: number, query?: contract.BookingQueryInput) => http.get<Page<Booking>>('/bookings/by-user/{userId}', { params: { userId }, query }),
  getCalendar: (query: contract.CalendarQueryInput) => http.get<contract.Calendar>('/bookings/calendar', { query }),
  getSummary: () => http.get<contract.BookingSummary>('/bookings/summary'),
  exportBookings: (query?: Partial<contract.BookingFilterInput>) => http.get<Blob>('/bookings/export', { query, as: 'blob' }),
  getBooking: (id: number) => http.get<Booking>('/bookings/{id}', { params: { id } }),
  createBooking: (body: contract.BookingCreateInput) => http.post<Booking>('/bookings', { body }),
  updateBooking: (id: number, body: contract.BookingUpdate) => http.patch<Booking>('/bookings/{id}', { params: { id }, body }),
  rescheduleBooking: (id: number, body: contract.BookingRescheduleInput) => http.post<Booking>('/bookings/{id}/reschedule', { params: { id }, body }),
  cancelBooking: (id: number, body: contract.BookingCancelInput) => http.post<Booking>('/bookings/{id}/cancel', { params: { id }, body }),
  confirmBooking: (id: number, body: contract.BookingStepInput) => http.post<Booking>('/bookings/{id}/confirm', { params: { id }, body }),
  declineBooking: (id: number, body: contract.BookingCancelInput) => http.post<Booking>('/bookings/{id}/decline', { params: { id }, body }),
  markNoShow: (id: number, body: contract.BookingStepInput) => http.post<Booking>('/bookings/{id}/no-show', { params: { id }, body }),
  restoreBooking: (id: number, body: contract.BookingStepInput) => http.post<Booking>('/bookings/{id}/restore', { params: { id }, body }),
  getSlots: (query: Query<contract.SlotQuery>) => http.get<contract.SlotList>('/bookings/slots', { query }),
  explain: (query: Query<contract.WhyQuery>) => http.get<contract.Why>('/bookings/why', { query }),

  getEventTypes: () => http.get<{ items: EventType[] }>('/bookings/event-types'),
  getEventType: (eventTypeId: number) => http.get<EventType>('/bookings/event-types/{eventTypeId}', { params: { eventTypeId } }),
  createEventType: (body: contract.EventTypeCreateInput) => http.post<EventType>('/bookings/event-types', { body }),
  updateEventType: (eventTypeId: number, body: contract.EventTypeUpdateInput) => http.patch<EventType>('/bookings/event-types/{eventTypeId}', { params: { eventTypeId }, body }),
  deleteEventType: (eventTypeId: number) => http.delete<void>('/bookings/event-types/{eventTypeId}', { params: { eventTypeId } }),
  getHostChoices: () => http.get<contract.HostChoices>('/bookings/hosts'),

  getSchedules: (query?: { userId?: number }) => http.get<{ items: Schedule[] }>('/bookings/schedules', { query }),
  getSchedule: (scheduleId: number) => http.get<Schedule>('/bookings/schedules/{scheduleId}', { params: { scheduleId } }),
  createSchedule: (body: contract.ScheduleCreateInput) => http.post<Schedule>('/bookings/schedules', { body }),
  updateSchedule: (scheduleId: number, body: contract.ScheduleUpdateInput) => http.patch<Schedule>('/bookings/schedules/{scheduleId}', { params: { scheduleId }, body }),
  deleteSchedule: (scheduleId: number) => http.delete<void>('/bookings/schedules/{scheduleId}', { params: { scheduleId } }),
  previewSchedule: (body: contract.SchedulePreviewRequest) => http.post<contract.SchedulePreview>('/bookings/schedules/preview', { body }),
  getHolidays: () => http.get<{ items: Holiday[] }>('/bookings/holidays'),
  createHoliday: (body: { date: string; name: string }) => http.post<Holiday>('/bookings/holidays', { body }),
  deleteHoliday: (holidayId: number) => http.delete<void>('/bookings/holidays/{holidayId}', { params: { holidayId } }),

  getFeed: () => http.get<contract.Feed>('/bookings/feed'),
  createFeed: () => http.post<contract.Feed>('/bookings/feed'),
  revokeFeed: () => http.delete<void>('/bookings/feed'),
  getEmbed: () => http.get<contract.EmbedConfig>('/bookings/embed'),

  getPublicEventTypes: () => http.get<{ items: PublicEventType[] }>('/bookings/public/event-types'),
  getPublicEventType: (slug: string) => http.get<PublicEventType>('/bookings/public/event-types/{slug}', { params: { slug } }),
  getPublicSlots: (slug: string, query: Query<contract.PublicSlotQuery>) => http.get<contract.PublicSlots>('/bookings/public/event-types/{slug}/slots', { params: { slug }, query }),
  book: (slug: string, body: contract.PublicBookInput, idempotencyKey: string) =>
    http.post<PublicBooking>('/bookings/public/event-types/{slug}/book', { params: { slug }, body, idempotencyKey }),
  getManaged: (token: string) => http.get<PublicBooking>(manage, { params: { token } }),
  getManagedSlots: (token: string, query: Query<contract.PublicSlotQuery>) => http.get<contract.PublicSlots>(`${manage}/slots`, { params: { token }, query }),
  rescheduleManaged: (token: string, body: contract.PublicReschedule) => http.post<PublicBooking>(`${manage}/reschedule`, { params: { token }, body }),
  cancelManaged: (token: string, body: contract.PublicCancel) => http.post<PublicBooking>(`${manage}/cancel`, { params: { token }, body }),
  getManagedCalendar: (token: string) => http.get<Blob>(`${manage}/calendar`, { params: { token }, as: 'blob' }),
}));
