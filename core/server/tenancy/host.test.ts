import fc from 'fast-check';
import { canonicalHost } from './host.ts';

describe('canonicalHost', () => {
  it.each([
    ['Acme.Example', 'acme.example'],
    ['acme.example:3001', 'acme.example'],
    ['acme.example.', 'acme.example'],
    ['ACME.example.:443', 'acme.example'],
    ['münchen.example', 'xn--mnchen-3ya.example'],
    ['xn--mnchen-3ya.example', 'xn--mnchen-3ya.example'],
    ['ａcme.example', 'acme.example'],
  ])('spells %s as %s', (host, canonical) => expect(canonicalHost(host)).toBe(canonical));

  it.each(['', 'a b', 'a,b', 'a/../b', 'user@host', '[::1]', '..', 'a..b', undefined, 'x'.repeat(300)])('refuses %s', (host) => expect(canonicalHost(host)).toBeNull());

  it('is stable: what it spelled it spells the same again', () => {
    fc.assert(
      fc.property(fc.oneof(fc.domain(), fc.string(), fc.webAuthority()), (host) => {
        const once = canonicalHost(host);
        if (once !== null) expect(canonicalHost(once)).toBe(once);
      }),
    );
  });
});
