import type { Answers, BookingCreateInput } from '../../contract.ts';
import type { Chosen } from '../slots/moment-picker.tsx';

/** A booking that is being made. */
export interface Draft extends Chosen {
  eventTypeId: number | null;
  length: number | null;
  hostId: number | null;
  who: 'client' | 'guest';
  clientId: number | null;
  guestName: string;
  guestEmail: string;
  guestPhone: string;
  answers: Answers;
  location: string;
  notes: string;
  notify: boolean;
}
export type DraftErrors = Partial<Record<'start' | 'clientId' | 'guestName' | 'guestEmail' | 'guestPhone' | 'location' | 'answers', string>>;

const filled = (text: string) => text.trim() || null;

/** What is sent of it. */
export function inputOf(draft: Draft): BookingCreateInput {
  const guest = { name: draft.guestName.trim(), email: filled(draft.guestEmail), phone: filled(draft.guestPhone) };
  return {
    eventTypeId: draft.eventTypeId!,
    start: draft.start!,
    ...(draft.length !== null && { length: draft.length }),
    ...(draft.hostId !== null && { hostId: draft.hostId }),
    ...(draft.who === 'client' ? { clientId: draft.clientId! } : { guest }),
    answers: draft.answers,
    location: filled(draft.location),
    notes: filled(draft.notes),
    override: draft.override,
    notify: draft.notify,
  };
}

/** Where the server's word on a field is shown. */
export const fieldOf: Record<string, keyof DraftErrors> = {
  'guest.name': 'guestName',
  'guest.email': 'guestEmail',
  'guest.phone': 'guestPhone',
  clientId: 'clientId',
  location: 'location',
  start: 'start',
};
/** Failures that are about one field. */
export const fieldOfCode: Record<string, keyof DraftErrors> = {
  'bookings.client-not-found': 'clientId',
  'bookings.wrong-phone': 'guestPhone',
  'bookings.phone-needed': 'guestPhone',
  'bookings.location-needed': 'location',
  'bookings.wrong-answers': 'answers',
  'bookings.not-offered': 'start',
  'bookings.taken': 'start',
};
