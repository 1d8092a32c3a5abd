import { Injectable } from '@nestjs/common';
import { locale as languages, type Locale } from '@loctelli/core';
import { Access, Mail, Settings } from '@loctelli/core/server';
import { BookingSetup } from '../booking-setup.ts';
import { hostsOf, type BookingRow } from '../bookings/booking-row.ts';
import { BookingLinks } from '../links.ts';
import { calendarText, type CalendarEntry } from './calendar-entry.ts';
import { ar } from './words/ar.ts';
import { en } from './words/en.ts';
import { es } from './words/es.ts';
import type { MailKind } from './words/mail-words.ts';

export type { MailKind };
const words = { en, es, ar };
type Host = ReturnType<typeof hostsOf>[number];

/** Mails about a booking to its guest and its hosts, each on the reader's clock and in their language, with the calendar entry. */
@Injectable()
export class BookingMails {
  constructor(
    private readonly mail: Mail,
    private readonly access: Access,
    private readonly settings: Settings,
    private readonly setups: BookingSetup,
    private readonly links: BookingLinks,
  ) {}

  /** To whoever booked; nothing where no address is known. @param before the time it was moved from */
  async toGuest(row: BookingRow, kind: MailKind, before?: Date): Promise<void> {
    if (!row.guestEmail) return;
    const language = languageOf(row.guestLocale, this.access.tenant.locale);
    const say = words[language];
    const link = await this.links.manage(row.uid);
    const fill = this.#filler(row, language, row.guestZone, before);
    const hosts = hostsOf(row);
    const lines = [
      `${say.labels.when}: ${fill('{at}')}`,
      `${say.labels.who}: ${hosts.map(({ name }) => name).join(', ')}`,
      ...(placeOf(row, language) ? [`${say.labels.where}: ${placeOf(row, language)}`] : []),
      ...(row.cancelReason && (kind === 'cancelled' || kind === 'declined') ? [`${say.labels.reason}: ${row.cancelReason}`] : []),
    ];
    const attachments = kind === 'requested' || kind === 'reminder' ? [] : [this.#attachment(row, kind, language, link)];
    await this.mail.send({
      to: row.guestEmail,
      template: 'notice',
      locale: language,
      replyTo: hosts[0]!.email,
      params: { subject: fill(say.subject[kind]), heading: say.heading[kind], body: `${fill(say.guest[kind])}\n\n${lines.join('\n')}`, button: say.manage, link, note: attachments.length ? say.note : '' },
      attachments,
    });
  }

  /** To those hosts, unless the tenant wishes none. */
  async toHosts(row: BookingRow, kind: MailKind, hosts: readonly Host[], before?: Date): Promise<void> {
    if (!hosts.length || !(await this.settings.get<{ notifyHosts?: boolean }>('bookings')).notifyHosts) return;
    const link = `${await this.links.origin()}/bookings?booking=${row.id}`;
    for (const host of hosts) {
      const language = languageOf(host.locale, this.access.tenant.locale);
      const say = words[language];
      const fill = this.#filler(row, language, host.zone ?? this.access.tenant.zone, before);
      const lines = [
        `${say.labels.when}: ${fill('{at}')}`,
        `${say.labels.guest}: ${row.guestName}`,
        ...(row.guestEmail || row.guestPhone ? [`${say.labels.contact}: ${[row.guestEmail, row.guestPhone].filter(Boolean).join(', ')}`] : []),
        ...(placeOf(row, language) ? [`${say.labels.where}: ${placeOf(row, language)}`] : []),
        ...(row.answers as { label: string; value: unknown }[]).map(({ label, value }) => `${label}: ${Array.isArray(value) ? value.join(', ') : String(value)}`),
        ...(row.cancelReason ? [`${say.labels.reason}: ${row.cancelReason}`] : []),
      ];
      const attachments = kind === 'requested' ? [] : [this.#attachment(row, kind, language, null)];
      await this.mail.send({
        to: host.email,
        template: 'notice',
        locale: language,
        ...(row.guestEmail && { replyTo: row.guestEmail }),
        params: { subject: fill(say.subject[kind]), heading: fill(say.host[kind]), body: lines.join('\n'), button: say.open, link, note: attachments.length ? say.note : '' },
        attachments,
      });
    }
  }

  /** Minutes before the start at which guests of an event type are reminded. */
  async remindersOf(eventTypeId: number): Promise<readonly number[]> {
    return (await this.setups.get()).types.get(eventTypeId)?.reminders ?? [];
  }

  /** The booking as a calendar entry. @param link the guest's own; left out where others may read it */
  entryOf(row: BookingRow, language: Locale, link: string | null): CalendarEntry {
    const say = words[language];
    const hosts = hostsOf(row);
    const organizer = { name: hosts[0]!.name, email: hosts[0]!.email };
    const guests = row.guestEmail ? [{ name: row.guestName, email: row.guestEmail }] : [];
    return {
      ...{ uid: row.uid, sequence: row.sequence, start: row.startsAt, end: row.endsAt, changedAt: row.updatedAt, organizer },
      summary: `${row.eventType.title}: ${row.guestName}`,
      description: [`${say.labels.who}: ${hosts.map(({ name }) => name).join(', ')}`, ...(link ? [`${say.manage}: ${link}`] : [])].join('\n'),
      location: placeOf(row, language),
      url: link,
      attendees: [...guests, ...hosts.map(({ name, email }) => ({ name, email }))],
      status: row.status === 'cancelled' ? 'cancelled' : row.status === 'pending' ? 'tentative' : 'confirmed',
    };
  }

  #attachment(row: BookingRow, kind: MailKind, language: Locale, link: string | null) {
    const method = kind === 'cancelled' || kind === 'declined' ? 'CANCEL' : 'REQUEST';
    const entry = this.entryOf(row, language, link);
    // A host who handed it over takes it out of their calendar, though it takes place.
    const text = calendarText(method, [method === 'CANCEL' ? { ...entry, status: 'cancelled' } : entry]);
    return { name: 'invite.ics', mime: `text/calendar; charset=utf-8; method=${method}`, content: Buffer.from(text).toString('base64') };
  }

  #filler(row: BookingRow, language: Locale, zone: string, before?: Date): (text: string) => string {
    const clock = new Intl.DateTimeFormat(language, { timeZone: zone, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: 'numeric', minute: '2-digit', timeZoneName: 'short' });
    const values: Record<string, string> = {
      ...{ name: row.guestName, title: row.eventType.title, host: row.host.name, tenant: this.access.tenant.name },
      ...{ at: clock.format(row.startsAt), from: before ? clock.format(before) : '' },
    };
    return (text) => text.replace(/\{(\w+)\}/g, (_whole, name: string) => values[name] ?? '');
  }
}

/** Where it takes place, in words. */
export function placeOf({ locationKind, location }: BookingRow, language: Locale): string | null {
  if (!location) return null;
  const { places } = words[language];
  const pattern = locationKind === 'phone' ? places.phone : locationKind === 'link' ? places.link : '{value}';
  return pattern.replace('{value}', location);
}

export const languageOf = (...wanted: (string | null)[]): Locale => wanted.map((each) => languages.safeParse(each).data).find((each) => each !== undefined) ?? 'en';
