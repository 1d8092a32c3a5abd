import fc from 'fast-check';
import { parseConfig } from './config.ts';
import { Seal } from './seal.ts';

const sealOf = (ENCRYPTION_KEY: string) =>
  new Seal(
    parseConfig({ DATABASE_URL: 'postgresql://me:secret@db/loctelli', REDIS_HOST: 'redis', JWT_SECRET: 'x'.repeat(32), ENCRYPTION_KEY }),
  );
const seal = sealOf('k'.repeat(32));

test('a secret comes back from its own place, and from no other and with no other key', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (secret, place, other) => {
      const sealed = seal.close(secret, place);
      expect(seal.open(sealed, place)).toBe(secret);
      if (other !== place) expect(() => seal.open(sealed, other)).toThrow();
      expect(() => sealOf('o'.repeat(32)).open(sealed, place)).toThrow();
    }),
  );
});

test('the same secret never looks the same twice, and one altered letter is noticed', () => {
  expect(seal.close('secret', 'here')).not.toBe(seal.close('secret', 'here'));
  const sealed = seal.close('secret', 'here');
  for (const [index, letter] of [...sealed].entries()) {
    if (letter === '.') continue;
    const altered = `${sealed.slice(0, index)}${letter === 'A' ? 'B' : 'A'}${sealed.slice(index + 1)}`;
    // The last letters of a part may carry bits that stand for nothing.
    const same = altered
      .split('.')
      .every((part, at) => Buffer.from(part, 'base64url').equals(Buffer.from(sealed.split('.')[at]!, 'base64url')));
    if (!same) expect(() => seal.open(altered, 'here')).toThrow();
  }
  for (const text of ['', 'v1', 'v1..', 'v2.a.b', 'secret']) expect(() => seal.open(text, 'here')).toThrow();
});
