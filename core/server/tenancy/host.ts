import { domainToASCII } from 'node:url';

/**
 * The one spelling of a host that the look-up knows: lower case, IDN in ASCII (UTS 46), without port and trailing dot.
 * @returns null for what is no host name
 */
export function canonicalHost(host: string | undefined): string | null {
  const known = spelled.get(host ?? '');
  if (known !== undefined) return known;
  const canonical = spell(host);
  if (spelled.size >= 10_000) spelled.clear();
  spelled.set(host ?? '', canonical);
  return canonical;
}

/** Every request asks for one of a few hosts. */
const spelled = new Map<string, string | null>();

function spell(host: string | undefined): string | null {
  if (!host || host.length > 255 || /[\s/@\\,?#]/.test(host)) return null;
  const name = host.replace(/:\d{1,5}$/, '').replace(/\.$/, '');
  const ascii = domainToASCII(name);
  return ascii !== '' && /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/.test(ascii) && !ascii.includes('..') ? ascii : null;
}
