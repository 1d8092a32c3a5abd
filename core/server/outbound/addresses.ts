import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

type Range = [ipaddr.IPv4 | ipaddr.IPv6, number];

/**
 * Tells addresses on the public internet from all others: private, loopback, link-local, multicast, carrier, translated and reserved ones, whichever
 * way they are written (RFC 6890). An IPv4 address inside an IPv6 one is judged as what it leads to.
 * @param allowed addresses and ranges that count as public all the same: the operator's own, such as a model server
 */
export function publicAddresses(allowed: readonly string[] = []): (address: string) => boolean {
  const ranges: Range[] = allowed.map((range) => (range.includes('/') ? ipaddr.parseCIDR(range) : [ipaddr.parse(range), ipaddr.parse(range).kind() === 'ipv4' ? 32 : 128]));
  return (address) => {
    if (!isIP(address.replace(/%.*$/, ''))) return false;
    const ip = ipaddr.process(address);
    if (ranges.some(([net, bits]) => net.kind() === ip.kind() && ip.match([net, bits] as never))) return true;
    return ip.range() === 'unicast';
  };
}
