import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import type { HmacOptions, ReceiverScheme } from '../../contract.ts';

export interface Incoming {
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}
interface Terms {
  scheme: ReceiverScheme;
  secret: string | null;
  hmac: HmacOptions;
  idHeader: string | null;
}
type Verdict = { fault: 'unsigned' | 'tooOld' } | { fault: null; senderId: string | null };

const standardToleranceMs = 300_000;

/**
 * Whether a request proves where it comes from, and what its sender numbers it by, so that one that is sent or played again is known: the id it comes
 * with, else what only the very same message is signed with.
 */
export function verify({ headers, body }: Incoming, { scheme, secret, hmac, idHeader }: Terms, now: number): Verdict {
  const header = (name: string): string | null => [headers[name] ?? null].flat()[0] ?? null;
  const numbered = idHeader ? header(idHeader) : null;
  const idOf = (fallback: string | null) => ({ fault: null, senderId: numbered ? `id:${numbered}`.slice(0, 300) : fallback });
  if (scheme === 'none') return idOf(null);
  if (secret === null) return { fault: 'unsigned' };
  if (scheme === 'basic') return same(header('authorization') ?? '', `Basic ${Buffer.from(secret).toString('base64')}`) ? idOf(null) : { fault: 'unsigned' };
  if (scheme === 'standard') {
    const [id, timestamp, signature] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map(header);
    if (!id || !timestamp || !signature) return { fault: 'unsigned' };
    // The library does not tell one refusal from another.
    if (!(Math.abs(now - Number(timestamp) * 1_000) <= standardToleranceMs)) return { fault: 'tooOld' };
    return isStandard(secret, body, { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature }) ? idOf(`id:${id}`.slice(0, 300)) : { fault: 'unsigned' };
  }
  const given = header(hmac.header);
  const timestamp = hmac.timestampHeader ? header(hmac.timestampHeader) : null;
  if (!given?.startsWith(hmac.prefix) || (hmac.timestampHeader && !timestamp)) return { fault: 'unsigned' };
  const signed = timestamp === null ? body : Buffer.concat([Buffer.from(`${timestamp}.`), body]);
  const expected = createHmac('sha256', secret).update(signed).digest(hmac.encoding);
  const sent = given.slice(hmac.prefix.length).trim();
  if (!same(hmac.encoding === 'hex' ? sent.toLowerCase() : sent, expected)) return { fault: 'unsigned' };
  if (timestamp !== null && !(Math.abs(now - Number(timestamp) * 1_000) <= hmac.toleranceSeconds * 1_000)) return { fault: 'tooOld' };
  return idOf(`hmac:${expected}`);
}

function isStandard(secret: string, body: Buffer, headers: Record<string, string>): boolean {
  try {
    new Webhook(secret).verify(body, headers, { jsonParse: false });
    return true;
  } catch {
    return false;
  }
}

/** Compared without telling by its time where they differ. */
const same = (one: string, other: string) => timingSafeEqual(digest(one), digest(other));
const digest = (text: string) => createHash('sha256').update(text).digest();
