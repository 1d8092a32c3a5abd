import { Injectable } from '@nestjs/common';
import { kernelErrors, type AuthResult, type loginFactor, type passkeySignIn } from '@loctelli/core';
import type { z } from 'zod';
import type { Passkey, User as UserRow } from '../../../prisma/build/client/client.ts';
import { Access } from '../access/access.ts';
import { Audit } from '../audit/audit.ts';
import { Database } from '../database/database.ts';
import { Problem, problem } from '../http/problem.ts';
import { Attempts } from './attempts.ts';
import { AuthService } from './auth.service.ts';
import type { Caller } from './caller.ts';
import { FactorTickets } from './factor-tickets.ts';
import { PasskeyCeremony } from './passkey-ceremony.ts';
import { SecondFactor } from './second-factor.ts';

/** Signing in with more than a password: its second step, and passkeys, which need no password at all. */
@Injectable()
export class FactorSignIn {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly attempts: Attempts,
    private readonly audit: Audit,
    private readonly auth: AuthService,
    private readonly ceremony: PasskeyCeremony,
    private readonly factor: SecondFactor,
    private readonly tickets: FactorTickets,
  ) {}

  /** Finishes a sign-in whose password was right. A ticket is void once the password changed or the factor was switched off. */
  async finish({ ticket, code, recoveryCode }: z.infer<typeof loginFactor>, caller: Caller): Promise<AuthResult> {
    const tenantId = this.access.tenant.id;
    const { userId, issuedAt } = await this.tickets.try(tenantId, ticket);
    const user = await this.db.user.findFirst({ where: { id: userId, isActive: true } });
    if (!user?.totpEnabledAt || (user.signedOutAt?.getTime() ?? 0) > issuedAt) throw problem(kernelErrors.signInExpired);
    await this.factor.demand(user, { code, recoveryCode }).catch(async (error: unknown) => {
      if (error instanceof Problem && error.definition === kernelErrors.wrongCode) await this.#failed(user, 'totp');
      throw error;
    });
    await this.tickets.spend(tenantId, ticket);
    return this.#enter(user, caller);
  }

  passkeyOptions() {
    return this.ceremony.requestOptions();
  }

  /** Signs in whoever holds the passkey. What does not fit is answered alike, whether or not there is such a passkey. */
  async byPasskey(body: z.infer<typeof passkeySignIn>, caller: Caller): Promise<AuthResult> {
    const fresh = await this.ceremony.isFresh(body);
    const passkey = await this.db.passkey.findFirst({ where: { credentialId: body.credential.id }, include: { user: true } });
    const accepted = fresh && passkey && (await this.#accept(body, passkey));
    if (!accepted || !passkey.user.isActive || !passkey.user.emailVerifiedAt) {
      await this.#failed(passkey?.user ?? null, 'passkey');
      throw problem(kernelErrors.passkeyRefused);
    }
    return this.#enter(passkey.user, caller);
  }

  /** The counter moves on with each use: one that does not move tells of a copy, and of two uses at once one is refused. */
  async #accept(body: z.infer<typeof passkeySignIn>, passkey: Passkey): Promise<boolean> {
    const asserted = await this.ceremony.asserted(body, passkey);
    if (!asserted) return false;
    const { count } = await this.db.passkey.updateMany({
      where: { id: passkey.id, counter: passkey.counter },
      data: { counter: BigInt(asserted.newCounter), backedUp: asserted.credentialBackedUp, lastUsedAt: new Date() },
    });
    return count === 1;
  }

  async #enter(user: UserRow, caller: Caller): Promise<AuthResult> {
    const answer = await this.auth.signIn(user, caller);
    caller.rememberDevice(await this.attempts.welcome(this.access.tenant.id, user.email, caller));
    return answer;
  }

  async #failed(user: UserRow | null, factor: 'totp' | 'passkey'): Promise<void> {
    await this.audit.record({
      action: 'user.sign-in-failed',
      subject: 'User',
      subjectId: user?.id ?? null,
      changes: { email: user?.email ?? null, factor },
    });
  }
}
