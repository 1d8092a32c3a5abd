import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Seal } from '../config/seal.ts';
import { Database } from '../database/database.ts';

const count = 10;
/** Crockford's base 32: nothing in it is taken for something else. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** Codes that stand in for a lost authenticator: 50 bits each, kept as keyed digests, each good once. */
@Injectable()
export class RecoveryCodes {
  constructor(
    private readonly db: Database,
    private readonly seal: Seal,
  ) {}

  /** Ten new codes; the ones before are void. Call within the unit of work that says why. */
  async renew(tenantId: number, userId: number): Promise<string[]> {
    const codes = Array.from({ length: count }, newCode);
    await this.forget(userId);
    await this.db.recoveryCode.createMany({ data: codes.map((code) => ({ userId, digest: this.#digest(tenantId, userId, code) })) });
    return codes;
  }

  /** Uses a code up; false when it is none of the user's or was used. Of two that try at once, one succeeds. */
  async spend(tenantId: number, userId: number, given: string): Promise<boolean> {
    const digest = this.#digest(tenantId, userId, given);
    const { count: spent } = await this.db.recoveryCode.updateMany({
      where: { userId, digest, usedAt: null },
      data: { usedAt: new Date() },
    });
    return spent === 1;
  }

  left(userId: number): Promise<number> {
    return this.db.recoveryCode.count({ where: { userId, usedAt: null } });
  }

  async forget(userId: number): Promise<void> {
    await this.db.recoveryCode.deleteMany({ where: { userId } });
  }

  #digest = (tenantId: number, userId: number, code: string) => this.seal.digest(plain(code), `recovery:${tenantId}:${userId}`);
}

function newCode(): string {
  const letters = Array.from({ length: 10 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return `${letters.slice(0, 5)}-${letters.slice(5)}`;
}

/** As it was meant, however it was copied from paper. */
const plain = (code: string) =>
  code
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replaceAll('o', '0')
    .replace(/[il]/g, '1');
