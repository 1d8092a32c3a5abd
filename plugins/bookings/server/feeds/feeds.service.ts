import { createHash, randomBytes } from 'node:crypto';
import { Injectable, StreamableFile } from '@nestjs/common';
import { Access, Audit, Database, problem } from '@loctelli/core/server';
import { bookingErrors, liveStatuses } from '../../contract.ts';
import type { EmbedConfig, Feed } from '../../contract.ts';
import { withAll } from '../bookings/booking-row.ts';
import { BookingLinks } from '../links.ts';
import { BookingMails, languageOf } from '../mail/booking-mails.ts';
import { calendarText } from '../mail/calendar-entry.ts';

const dayMs = 86_400_000;
/** What a feed shows: two months back and a year ahead, two thousand entries at most. */
const [back, ahead, limit] = [60 * dayMs, 366 * dayMs, 2000];

/** Private calendar addresses: whoever knows the secret reads that user's bookings, in any calendar. */
@Injectable()
export class FeedsService {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly links: BookingLinks,
    private readonly mails: BookingMails,
  ) {}

  /** Whether the caller has one. Its address was told when it was made. */
  async get(): Promise<Feed> {
    const row = await this.db.bookingFeed.findFirst({ where: { userId: this.access.user.id } });
    return { exists: row !== null, url: null, createdAt: row?.createdAt.toISOString() ?? null, lastReadAt: row?.lastReadAt?.toISOString() ?? null };
  }

  /** Makes the caller's address, or a new one in place of the old, which ends with it. */
  async create(): Promise<Feed> {
    const userId = this.access.user.id;
    const token = randomBytes(24).toString('base64url');
    await this.db.bookingFeed.deleteMany({ where: { userId } });
    const row = await this.db.bookingFeed.create({ data: { userId, tokenHash: hashOf(token) } });
    await this.audit.record({ action: 'booking.feed-created', subject: 'BookingFeed', subjectId: row.id });
    const url = `${await this.links.origin()}/api/v1/bookings/public/feeds/${token}.ics`;
    return { exists: true, url, createdAt: row.createdAt.toISOString(), lastReadAt: null };
  }

  async revoke(): Promise<void> {
    const { count } = await this.db.bookingFeed.deleteMany({ where: { userId: this.access.user.id } });
    if (count) await this.audit.record({ action: 'booking.feed-revoked', subject: 'BookingFeed' });
  }

  /** What a calendar fetches. Throws bookings.feed-not-found, also once its user may not sign in any more. */
  async read(token: string): Promise<StreamableFile> {
    const feed = await this.db.bookingFeed.findFirst({ where: { tokenHash: hashOf(token), user: { isActive: true } }, include: { user: { select: { locale: true } } } });
    if (!feed) throw problem(bookingErrors.feedNotFound);
    const now = Date.now();
    const rows = await this.db.booking.findMany({
      where: { status: { in: [...liveStatuses] }, startsAt: { gte: new Date(now - back), lt: new Date(now + ahead) }, session: { occupancies: { some: { hostId: feed.userId } } } },
      orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
      take: limit,
      include: withAll,
    });
    await this.db.bookingFeed.updateMany({ where: { id: feed.id }, data: { lastReadAt: new Date() } });
    const { locale, name } = this.access.tenant;
    const text = calendarText('PUBLISH', rows.map((row) => this.mails.entryOf(row, languageOf(feed.user.locale, locale), null)), name);
    return new StreamableFile(Buffer.from(text), { type: 'text/calendar; charset=utf-8', disposition: 'inline; filename="bookings.ics"' });
  }

  /** What a foreign page needs to show the booking page. */
  async embed(): Promise<EmbedConfig> {
    const origin = await this.links.origin();
    const script = `${origin}/x/bookings/embed.js`;
    const page = `${origin}/book`;
    return { script, page, snippet: `<script src="${script}" data-event="" async></script>` };
  }
}

const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url');
