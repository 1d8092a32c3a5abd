import dns from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, buildConnector } from 'undici';

/** An address that nothing of ours may call. */
export class RefusedAddress extends Error {
  readonly code = 'EREFUSEDADDRESS';
  constructor(address: string) {
    super(`${address} is no public address`);
    this.name = 'RefusedAddress';
  }
}

type Resolve = (host: string, options: dns.LookupAllOptions, done: (error: NodeJS.ErrnoException | null, found: dns.LookupAddress[]) => void) => void;

/**
 * Connects to public addresses alone. What is judged is the very address that is connected to, after the name was resolved, so that a name which
 * resolves differently the second time gains nothing. Node skips the resolver for hosts that are addresses already: those are judged by themselves.
 * @param resolve for tests; the system's resolver unless told
 */
export function guardedAgent(isPublic: (address: string) => boolean, { connectMs = 5_000, resolve = dns.lookup as Resolve } = {}): Agent {
  const lookup: LookupFunction = (host, options, done) =>
    resolve(host, { ...options, all: true }, (error, found) => {
      const wrong = error ? undefined : found.find(({ address }) => !isPublic(address));
      const first = found?.[0];
      if (error || wrong || !first) return done(error ?? new RefusedAddress(wrong?.address ?? host), '', 4);
      if (options.all) (done as unknown as (error: null, found: dns.LookupAddress[]) => void)(null, found);
      else done(null, first.address, first.family);
    });
  const connect = buildConnector({ lookup, timeout: connectMs });
  return new Agent({
    connect: (options, done) => {
      const host = options.hostname.replace(/^\[|\]$/g, '');
      if (isIP(host) && !isPublic(host)) return done(new RefusedAddress(host), null);
      connect(options, done);
    },
    // A connection that was judged is not kept for long: the name may lead elsewhere by then.
    keepAliveTimeout: 4_000,
    keepAliveMaxTimeout: 10_000,
  });
}
