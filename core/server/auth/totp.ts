import { generateSecret, generateURI, verifySync } from 'otplib';

/** Seconds that one code stands for (RFC 6238, 4.1). */
export const stepSeconds = 30;

/** A new secret: 160 bits in base 32, as RFC 4226 asks for and every authenticator app reads. */
export const newTotpSecret = (): string => generateSecret({ length: 20 });

/** What an authenticator app scans. The issuer is the tenant's own name. */
export const totpUri = (secret: string, issuer: string, account: string): string => generateURI({ issuer, label: account, secret });

/**
 * The time step a code stands for, when it fits now or one step to either side; null when it does not, and for a step that was accepted
 * before or lies behind one that was: a code that somebody has seen serves nobody twice.
 * @param lastStep the last step that was accepted
 */
export function totpStep(secret: string, code: string, lastStep: number | null, now = Date.now()): number | null {
  const digits = code.replace(/\s/g, '');
  if (!/^[0-9]{6}$/.test(digits)) return null;
  const found = verifySync({ secret, token: digits, epoch: Math.floor(now / 1000), epochTolerance: stepSeconds, period: stepSeconds });
  if (!found.valid || !('timeStep' in found)) return null;
  return lastStep !== null && found.timeStep <= lastStep ? null : found.timeStep;
}
