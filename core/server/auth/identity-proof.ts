import { Injectable } from '@nestjs/common';
import { kernelErrors } from '@loctelli/core';
import { Access } from '../access/access.ts';
import { Database } from '../database/database.ts';
import { problem } from '../http/problem.ts';
import { Attempts } from './attempts.ts';
import type { Caller } from './caller.ts';
import { Passwords } from './passwords.ts';
import { Sessions } from './sessions.ts';

/** A sign-in this fresh proves who sits there as well as the password would. */
const recentMs = 10 * 60 * 1000;

/** Makes sure that the one who changes how an account is protected is its owner, and not somebody at an unlocked screen. */
@Injectable()
export class IdentityProof {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly attempts: Attempts,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
  ) {}

  /** The session of a person. Throws core.forbidden for an API key, which is no person at a keyboard. */
  session(): string {
    const { sessionId } = this.access.user;
    if (!sessionId) throw problem(kernelErrors.forbidden);
    return sessionId;
  }

  /** Throws core.confirm-password unless the sign-in was minutes ago or the password is given, core.wrong-password when it does not fit. */
  async demand(currentPassword: string | undefined, caller: Caller): Promise<void> {
    const sessionId = this.session();
    if (currentPassword !== undefined) return this.demandPassword(currentPassword, caller);
    const openedAt = await this.sessions.openedAt(this.access.tenant.id, sessionId);
    if (Date.now() - openedAt > recentMs) throw problem(kernelErrors.confirmPassword);
  }

  /** Throws core.wrong-password; guesses are counted with those at sign-in. */
  async demandPassword(currentPassword: string, caller: Caller): Promise<void> {
    this.session();
    const { id, email } = this.access.user;
    const attempt = await this.attempts.begin(this.access.tenant.id, email, caller);
    const user = await this.db.user.findFirst({ where: { id }, select: { password: true } });
    if (!(await this.passwords.matches(currentPassword, user?.password ?? null))) throw problem(kernelErrors.wrongPassword);
    await attempt.succeeded();
  }
}
