import fc from 'fast-check';
import { generateSync } from 'otplib';
import { newTotpSecret, stepSeconds, totpStep } from './totp.ts';

const codeOf = (secret: string, step: number) => generateSync({ secret, epoch: step * stepSeconds });
const secrets = fc.constantFrom(...Array.from({ length: 8 }, newTotpSecret));
/** Steps from 2020 to 2050. */
const steps = fc.integer({ min: 52_600_000, max: 84_200_000 });
const offsets = fc.integer({ min: 0, max: stepSeconds * 1000 - 1 });

test('the vectors of RFC 6238 come out, as six digits', () => {
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  const expected: [number, string][] = [
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
  ];
  for (const [seconds, code] of expected) expect(totpStep(secret, code, null, seconds * 1000)).toBe(Math.floor(seconds / stepSeconds));
});

test('a code is accepted within one step to either side of its own, and for no other', () => {
  fc.assert(
    fc.property(secrets, steps, offsets, fc.integer({ min: -6, max: 6 }), (secret, step, offset, distance) => {
      const now = step * stepSeconds * 1000 + offset;
      const found = totpStep(secret, codeOf(secret, step + distance), null, now);
      // Two of a secret's codes may happen to be the same six digits: then the code does belong to the nearer step as well.
      const twin = [-1, 0, 1].some((near) => near !== distance && codeOf(secret, step + near) === codeOf(secret, step + distance));
      return twin || found === (Math.abs(distance) <= 1 ? step + distance : null);
    }),
  );
});

test('no order of tries gets one step accepted twice, or one before it afterwards', () => {
  fc.assert(
    fc.property(
      secrets,
      steps,
      fc.array(fc.record({ wait: fc.integer({ min: 0, max: 2 }), distance: fc.integer({ min: -2, max: 2 }) }), { maxLength: 20 }),
      (secret, begin, tries) => {
        let [now, last] = [begin, null as number | null];
        const accepted: number[] = [];
        for (const { wait, distance } of tries) {
          now += wait;
          const step = totpStep(secret, codeOf(secret, now + distance), last, now * stepSeconds * 1000);
          if (step === null) continue;
          accepted.push(step);
          last = step;
        }
        return accepted.every((step, index) => index === 0 || step > accepted[index - 1]!);
      },
    ),
  );
});

test('what is no six digits is refused before anything is computed', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 12 }),
      (text) => /^[0-9]{6}$/.test(text.replace(/\s/g, '')) || totpStep(newTotpSecret(), text, null) === null,
    ),
  );
  const [secret, step] = [newTotpSecret(), 60_000_000];
  const code = codeOf(secret, step);
  expect(totpStep(secret, ` ${code.slice(0, 3)} ${code.slice(3)} `, null, step * stepSeconds * 1000)).toBe(step);
});
