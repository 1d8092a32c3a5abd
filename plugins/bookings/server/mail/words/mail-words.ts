/** Words of the mails about a booking. Placeholders: `{name}` of the guest, `{title}`, `{host}`, `{at}`, `{from}` the time before, `{tenant}`. */
export interface MailWords {
  subject: Record<MailKind, string>;
  heading: Record<MailKind, string>;
  guest: Record<MailKind, string>;
  host: Record<MailKind, string>;
  /** Lines below: the time, who, where, what was said. */
  labels: { when: string; who: string; guest: string; where: string; reason: string; contact: string };
  places: { phone: string; link: string };
  manage: string;
  open: string;
  note: string;
}
/** What a mail tells. */
export type MailKind = 'booked' | 'requested' | 'rescheduled' | 'cancelled' | 'declined' | 'reminder';
