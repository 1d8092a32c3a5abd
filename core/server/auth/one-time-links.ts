import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { kernelErrors } from '@loctelli/core';
import { Database } from '../database/database.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { problem } from '../http/problem.ts';

/** What a link may be used for, and for how long. */
const lifeMs = { reset: 60 * 60 * 1000, verify: 3 * 24 * 60 * 60 * 1000 };
export type LinkPurpose = keyof typeof lifeMs;

/** Links are mailed to one address so often within an hour; whoever asks again has them already. */
const mostPerHour = 5;

/** Secret of a link, and the digest that is kept of it. */
export function newToken(): { token: string; digest: string } {
  const token = randomBytes(32).toString('base64url');
  return { token, digest: tokenDigest(token) };
}

export const tokenDigest = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** Single-use links. Only the digest of a token is kept, so that a copy of the database opens nothing. */
@Injectable()
export class OneTimeLinks {
  constructor(
    private readonly db: Database,
    private readonly uow: UnitOfWork,
  ) {}

  /** A new token; null when the user was sent too many of them lately, by however many who asked at once. */
  create(purpose: LinkPurpose, userId: number): Promise<string | null> {
    return this.uow.run(async () => {
      await this.db.$queryRaw`select id from "User" where id = ${userId} for no key update`;
      const recent = await this.db.oneTimeLink.count({ where: { userId, purpose, createdAt: { gt: new Date(Date.now() - 60 * 60 * 1000) } } });
      if (recent >= mostPerHour) return null;
      const { token, digest } = newToken();
      await this.db.oneTimeLink.create({ data: { purpose, userId, digest, expiresAt: new Date(Date.now() + lifeMs[purpose]) } });
      return token;
    });
  }

  /** Whether the token could be used now. Throws core.link-expired. */
  async demand(purpose: LinkPurpose, token: string): Promise<void> {
    if (!(await this.db.oneTimeLink.findFirst({ where: this.#usable(purpose, token) }))) throw problem(kernelErrors.linkExpired);
  }

  /**
   * Uses a token up, and with it every other link of its purpose that the user still holds. Of two that try at once, one succeeds.
   * @returns the user's id
   * @throws core.link-expired
   */
  async consume(purpose: LinkPurpose, token: string): Promise<number> {
    const usedAt = new Date();
    const [link] = await this.db.oneTimeLink.updateManyAndReturn({ where: this.#usable(purpose, token), data: { usedAt } });
    if (!link) throw problem(kernelErrors.linkExpired);
    await this.db.oneTimeLink.updateMany({ where: { userId: link.userId, purpose, usedAt: null }, data: { usedAt } });
    return link.userId;
  }

  #usable = (purpose: LinkPurpose, token: string) => ({ digest: tokenDigest(token), purpose, usedAt: null, expiresAt: { gt: new Date() } });
}
