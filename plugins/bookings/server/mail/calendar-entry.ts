import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';

/** One booking as calendars take it. */
export interface CalendarEntry {
  uid: string;
  sequence: number;
  start: Date;
  end: Date;
  summary: string;
  description: string;
  location: string | null;
  url: string | null;
  organizer: { name: string; email: string };
  attendees: { name: string; email: string }[];
  status: 'confirmed' | 'tentative' | 'cancelled';
  changedAt: Date;
}

/**
 * An iCalendar object (RFC 5545) with times in UTC, which every calendar shows on its owner's clock. UID and SEQUENCE say which entry it
 * replaces, so a mail that arrives late changes nothing.
 * @param method REQUEST invites or moves, CANCEL takes back (RFC 5546), PUBLISH is for feeds and downloads
 * @param name what a feed calls itself
 */
export function calendarText(method: 'REQUEST' | 'CANCEL' | 'PUBLISH', entries: readonly CalendarEntry[], name?: string): string {
  const calendar = ical({ method: ICalCalendarMethod[method], prodId: '//bookings//calendar//EN', ...(name && { name, ttl: 3600 }) });
  for (const entry of entries) {
    const event = calendar.createEvent({
      id: entry.uid,
      sequence: entry.sequence,
      start: entry.start,
      end: entry.end,
      stamp: entry.changedAt,
      lastModified: entry.changedAt,
      summary: entry.summary,
      description: entry.description,
      ...(entry.location && { location: entry.location }),
      ...(entry.url && { url: entry.url }),
      organizer: entry.organizer,
      status: { confirmed: ICalEventStatus.CONFIRMED, tentative: ICalEventStatus.TENTATIVE, cancelled: ICalEventStatus.CANCELLED }[entry.status],
    });
    for (const { name: person, email } of entry.attendees) event.createAttendee({ name: person, email, rsvp: false });
  }
  return calendar.toString();
}
