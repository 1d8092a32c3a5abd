import { Injectable } from '@nestjs/common';
import { kernelErrors, userCreated, type AuthResult, type invitationAccept } from '@loctelli/core';
import type { z } from 'zod';
import type { Invitation, User } from '../../../prisma/build/client/client.ts';
import { Access } from '../access/access.ts';
import { Audit } from '../audit/audit.ts';
import { AuthService } from '../auth/auth.service.ts';
import type { Caller } from '../auth/caller.ts';
import { tokenDigest } from '../auth/one-time-links.ts';
import { Passwords } from '../auth/passwords.ts';
import { Database } from '../database/database.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { Events } from '../events/events.ts';
import { problem } from '../http/problem.ts';

/** What the invited can do with the link they were mailed. */
@Injectable()
export class InvitationAnswers {
  constructor(
    private readonly db: Database,
    private readonly uow: UnitOfWork,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly auth: AuthService,
    private readonly events: Events,
    private readonly passwords: Passwords,
  ) {}

  async show(token: string) {
    const { email, name } = await this.#open(token);
    return { email, name, tenant: this.access.tenant.name };
  }

  /** Opens the account and signs it in. Of two that accept at once, one succeeds. Throws core.link-expired. */
  async accept({ token, name, password, locale }: z.infer<typeof invitationAccept>, caller: Caller): Promise<AuthResult> {
    await this.#open(token);
    const hash = await this.passwords.hash(password);
    const user = await this.uow.run(async () => {
      const [invitation] = await this.db.invitation.updateManyAndReturn({ where: this.#usable(token), data: { status: 'accepted' } });
      if (!invitation) throw problem(kernelErrors.linkExpired);
      const account = await this.#account(invitation, { name, password: hash, ...(locale && { locale }) });
      await this.events.emit(userCreated, { userId: account.id, email: account.email, name, role: account.roleKey });
      await this.audit.record({
        action: 'invitation.accepted',
        subject: 'Invitation',
        subjectId: invitation.id,
        changes: { email: account.email },
      });
      return account;
    });
    return this.auth.signIn(user, caller);
  }

  /** A new account, or the one that was registered with this address and never proved it; whoever opened that one is not asked again. */
  async #account({ email, roleKey, teamId }: Invitation, own: { name: string; password: string; locale?: string }): Promise<User> {
    const data = { ...own, roleKey, teamId, isActive: true, emailVerifiedAt: new Date() };
    const [unproved] = await this.db.user.updateManyAndReturn({
      where: { email, emailVerifiedAt: null },
      data: { ...data, signedOutAt: new Date() },
    });
    return unproved ?? (await this.db.user.create({ data: { ...data, email } }));
  }

  async #open(token: string): Promise<Invitation> {
    const row = await this.db.invitation.findFirst({ where: this.#usable(token) });
    if (!row) throw problem(kernelErrors.linkExpired);
    return row;
  }

  #usable = (token: string) => ({ digest: tokenDigest(token), status: 'pending' as const, expiresAt: { gt: new Date() } });
}
