import { Injectable } from '@nestjs/common';
import {
  kernelErrors,
  userCreated,
  type changePassword,
  type forgotPassword,
  type register,
  type resetPassword,
  type verifyEmail,
} from '@loctelli/core';
import type { z } from 'zod';
import { Access } from '../access/access.ts';
import { Audit } from '../audit/audit.ts';
import { Config } from '../config/config.ts';
import { Database } from '../database/database.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { Events } from '../events/events.ts';
import { problem } from '../http/problem.ts';
import { Jobs } from '../jobs/jobs.ts';
import { Mail } from '../mail/mail.ts';
import { accountMail } from './account-mail.ts';
import { Attempts } from './attempts.ts';
import type { Caller } from './caller.ts';
import { OneTimeLinks } from './one-time-links.ts';
import { visitorOrigin } from './origin.ts';
import { Passwords } from './passwords.ts';
import { Principals } from './principals.ts';
import { Sessions } from './sessions.ts';

/** How an account comes to be and how its password changes. Nothing here tells a stranger whether an address has an account. */
@Injectable()
export class AccountService {
  constructor(
    private readonly db: Database,
    private readonly uow: UnitOfWork,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly events: Events,
    private readonly jobs: Jobs,
    private readonly mail: Mail,
    private readonly config: Config,
    private readonly attempts: Attempts,
    private readonly links: OneTimeLinks,
    private readonly passwords: Passwords,
    private readonly principals: Principals,
    private readonly sessions: Sessions,
  ) {}

  /** Answers the same for new and known addresses, and does the same work for both: one hash, one insert that may hit nothing, one mail. */
  async register({ name, email, password, company, locale }: z.infer<typeof register>): Promise<void> {
    if (!this.access.tenant.registration) throw problem(kernelErrors.registrationClosed);
    const hash = await this.passwords.hash(password);
    await this.uow.run(async () => {
      const data = { name, email, company: company ?? null, locale: locale ?? null, password: hash, roleKey: 'user' };
      const [created] = await this.db.user.createManyAndReturn({ data: [data], skipDuplicates: true });
      if (created) {
        await this.events.emit(userCreated, { userId: created.id, email, name, role: 'user' });
        await this.audit.record({ action: 'user.registered', subject: 'User', subjectId: created.id });
      }
      await this.jobs.add(accountMail, { email, kind: created ? 'verify' : 'registered-again', origin: visitorOrigin(this.config) });
    });
  }

  async verifyEmail({ token }: z.infer<typeof verifyEmail>): Promise<void> {
    const id = await this.links.consume('verify', token);
    await this.db.user.updateMany({ where: { id, emailVerifiedAt: null }, data: { emailVerifiedAt: new Date() } });
    await this.audit.record({ action: 'user.email-verified', subject: 'User', subjectId: id });
  }

  /** The look-up happens in a job, so that the time of the answer tells nothing either. */
  async forgotPassword({ email }: z.infer<typeof forgotPassword>): Promise<void> {
    await this.jobs.add(accountMail, { email, kind: 'reset', origin: visitorOrigin(this.config) });
  }

  /** Sets a password by the link that was mailed, which proves the address as well, and ends every session. */
  async resetPassword({ token, password }: z.infer<typeof resetPassword>): Promise<void> {
    await this.links.demand('reset', token);
    const hash = await this.passwords.hash(password);
    const id = await this.uow.run(async () => {
      const userId = await this.links.consume('reset', token);
      await this.#setPassword(userId, hash, 'user.password-reset');
      await this.db.user.updateMany({ where: { id: userId, emailVerifiedAt: null }, data: { emailVerifiedAt: new Date() } });
      return userId;
    });
    this.principals.forget(this.access.tenant.id, id);
    await this.sessions.endAll(this.access.tenant.id, id);
  }

  /** Ends every other session: whoever else knew the old password is out. */
  async changePassword({ currentPassword, newPassword }: z.infer<typeof changePassword>, caller: Caller): Promise<void> {
    const { id, email, sessionId } = this.access.user;
    // An API key is no person at a keyboard.
    if (!sessionId) throw problem(kernelErrors.forbidden);
    const attempt = await this.attempts.begin(this.access.tenant.id, email, caller);
    const user = await this.db.user.findFirst({ where: { id }, select: { password: true } });
    if (!(await this.passwords.matches(currentPassword, user?.password ?? null))) throw problem(kernelErrors.wrongPassword);
    const hash = await this.passwords.hash(newPassword);
    await this.uow.run(() => this.#setPassword(id, hash, 'user.password-changed'));
    await attempt.succeeded();
    this.principals.forget(this.access.tenant.id, id);
    await this.sessions.endAll(this.access.tenant.id, id, sessionId);
  }

  async #setPassword(id: number, password: string, action: string): Promise<void> {
    const [user] = await this.db.user.updateManyAndReturn({ where: { id }, data: { password, signedOutAt: new Date() } });
    if (!user) throw problem(kernelErrors.linkExpired);
    await this.audit.record({ action, subject: 'User', subjectId: id });
    await this.mail.send({ to: user.email, template: 'password-changed', params: { name: user.name }, locale: user.locale });
  }
}
