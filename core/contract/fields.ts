import { z } from 'zod';

/** Row id: a positive 32-bit integer, as PostgreSQL's `serial` gives it. Accepts digits, so it serves paths and queries too. */
export const id = z.coerce.number().int().min(1).max(2_147_483_647);

/** Optimistic-lock version of a row; starts at 1 and grows by one with each change. */
export const version = z.coerce.number().int().min(1).max(2_147_483_647);

/** E-mail address, lower-cased and trimmed; at most 254 characters (RFC 5321, 4.5.3.1.3). */
export const email = z.string().trim().toLowerCase().max(254).pipe(z.email());

/** Phone number in E.164 form: `+` and 7 to 15 digits. */
export const phone = z.string().regex(/^\+[1-9]\d{6,14}$/, 'must be in international form, like +14155550100');

/** IANA time zone this runtime knows, such as `America/Denver`. */
export const zone = z.string().max(64).refine(isZone, 'is not a known time zone, such as Europe/Madrid');

/** Language tag the product ships: `en`, `es` or `ar`. */
export const locale = z.enum(['en', 'es', 'ar']);
export type Locale = z.infer<typeof locale>;

/** Instant as ISO 8601 in UTC. Prisma's `Date` values are accepted and written as text. */
export const instant = z.preprocess((value) => (value instanceof Date ? value.toISOString() : value), z.iso.datetime({ offset: true }));

/** One line of text a person typed: trimmed, no control characters, `max` characters at most. */
export const line = (max = 200) => z.string().trim().min(1).max(max).regex(/^[^\p{Cc}]*$/u, 'must not contain control characters');

/** New password: 10 to 200 characters. No rule on its composition (NIST SP 800-63B, 3.1.1.2). */
export const password = z.string().min(10).max(200);

function isZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}
