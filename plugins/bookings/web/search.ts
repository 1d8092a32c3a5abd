import type { Page } from '@loctelli/core';
import { http, type RecordSearch } from '@loctelli/core/web';
import type { Booking } from '../contract.ts';

/** Bookings for the command palette: the latest few whose guest fits what was typed. */
const searchBookings: RecordSearch = async (text, signal) => {
  const { items } = await http.get<Page<Booking>>('/bookings', { query: { search: text, limit: 5, direction: 'desc' }, signal });
  return items.map(({ id, guestName, title, start }) => ({
    id: String(id),
    title: guestName,
    subtitle: `${title} · ${new Date(start).toLocaleDateString(document.documentElement.lang, { day: 'numeric', month: 'short', year: 'numeric' })}`,
    href: `/bookings?booking=${id}`,
  }));
};

export default searchBookings;
