import type { FastifyRequest } from 'fastify';
import ipaddr from 'ipaddr.js';
import { canonicalHost } from '../tenancy/host.ts';

type Range = [ipaddr.IPv4 | ipaddr.IPv6, number];

/** Compiles `TRUSTED_PROXIES` into a test of a peer's address. A range that cannot be read stops the start. */
export function trusted(ranges: string[]): (address: string | undefined) => boolean {
  const parsed: Range[] = ranges.map((range) =>
    range.includes('/') ? ipaddr.parseCIDR(range) : [ipaddr.parse(range), ipaddr.parse(range).kind() === 'ipv4' ? 32 : 128],
  );
  const answers = new Map<string, boolean>();
  return (address) => {
    if (!address) return false;
    const known = answers.get(address);
    if (known !== undefined) return known;
    const ip = ipaddr.process(address);
    const inside = parsed.some(([net, bits]) => net.kind() === ip.kind() && ip.match([net, bits] as never));
    if (answers.size < 10_000) answers.set(address, inside);
    return inside;
  };
}

/** The host and address a visitor has, looking through proxies we were told to trust and through no others. */
export function visitorOf(request: FastifyRequest, isTrusted: (address: string | undefined) => boolean): { host: string | null; rawHost: string; ip: string } {
  const peer = request.raw.socket.remoteAddress;
  const behindProxy = isTrusted(peer);
  const forwarded = behindProxy ? last(request.headers['x-forwarded-host']) : undefined;
  const rawHost = forwarded ?? request.headers.host ?? '';
  return { host: canonicalHost(rawHost), rawHost: rawHost.toLowerCase(), ip: behindProxy ? clientAddress(request, isTrusted) : (peer ?? '') };
}

/** The rightmost address in X-Forwarded-For that is none of our proxies: what stands left of it anyone may have written. */
function clientAddress(request: FastifyRequest, isTrusted: (address: string) => boolean): string {
  const peer = request.raw.socket.remoteAddress ?? '';
  const header = request.headers['x-forwarded-for'];
  if (!header) return peer;
  const chain = String(header).split(',').map((part) => part.trim()).filter((part) => ipaddr.isValid(part));
  return chain.reverse().find((address) => !isTrusted(address)) ?? peer;
}

const last = (header: string | string[] | undefined) => {
  const value = Array.isArray(header) ? header.at(-1) : header?.split(',').at(-1);
  return value?.trim() || undefined;
};
