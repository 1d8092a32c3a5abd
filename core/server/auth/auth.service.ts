import { Injectable } from '@nestjs/common';
import { kernelErrors, type AuthResult, type login, type refresh, type SignInResult } from '@loctelli/core';
import type { z } from 'zod';
import type { User as UserRow } from '../../../prisma/build/client/client.ts';
import { Access } from '../access/access.ts';
import { Audit } from '../audit/audit.ts';
import { Database } from '../database/database.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { Problem, problem } from '../http/problem.ts';
import { context } from '../tenancy/context.ts';
import { userOf } from '../users/user-row.ts';
import { AccessTokens } from './access-tokens.ts';
import { Attempts } from './attempts.ts';
import type { Caller } from './caller.ts';
import { FactorTickets } from './factor-tickets.ts';
import { Passwords } from './passwords.ts';
import { Principals } from './principals.ts';
import { Sessions, type OpenSession } from './sessions.ts';

/** Signing in, staying signed in, signing out. */
@Injectable()
export class AuthService {
  constructor(
    private readonly db: Database,
    private readonly uow: UnitOfWork,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly attempts: Attempts,
    private readonly tickets: FactorTickets,
    private readonly passwords: Passwords,
    private readonly principals: Principals,
    private readonly sessions: Sessions,
    private readonly tokens: AccessTokens,
  ) {}

  /**
   * An unknown address, a wrong password, an inactive and an unverified account answer alike and take as long. An account with an
   * authenticator app gets a ticket for its second step, and this browser is not known before that one.
   */
  async login({ email, password }: z.infer<typeof login>, caller: Caller): Promise<SignInResult> {
    const attempt = await this.attempts.begin(this.access.tenant.id, email, caller);
    const user = await this.db.user.findFirst({ where: { email } });
    const fits = await this.passwords.matches(password, user?.password ?? null).catch(async (error: unknown) => {
      await attempt.withdraw();
      throw error;
    });
    if (!user || !fits || !user.isActive || !user.emailVerifiedAt) {
      await this.audit.record({ action: 'user.sign-in-failed', subject: 'User', subjectId: user?.id ?? null, changes: { email } });
      throw problem(kernelErrors.wrongCredentials);
    }
    if (user.totpEnabledAt) {
      await attempt.withdraw();
      return { factorRequired: true, ticket: await this.tickets.issue(this.access.tenant.id, user.id) };
    }
    const answer = await this.signIn(user, caller);
    caller.rememberDevice(await attempt.succeeded());
    return answer;
  }

  /** Opens a session for a user whose identity has just been proved. */
  async signIn(user: UserRow, caller: Caller): Promise<AuthResult> {
    const tenantId = this.access.tenant.id;
    this.principals.forget(tenantId, user.id);
    const known = await this.principals.find(tenantId, user.id);
    if (!known?.isActive) throw problem(kernelErrors.wrongCredentials);
    const opened = await this.sessions.open(tenantId, user.id, caller);
    context.set('user', { ...known.principal, sessionId: opened.sessionId });
    const lastLoginAt = new Date();
    await this.uow.run(async () => {
      await this.db.user.updateMany({ where: { id: user.id }, data: { lastLoginAt } });
      await this.audit.record({ action: 'user.signed-in', subject: 'User', subjectId: user.id });
    });
    return this.#handOver({ ...user, lastLoginAt }, opened, caller);
  }

  /** Trades a refresh token for its successor and a new access token. */
  async refresh({ refreshToken }: z.infer<typeof refresh>, caller: Caller): Promise<AuthResult> {
    const presented = caller.refreshToken(refreshToken);
    if (!presented) throw problem(kernelErrors.signInRequired);
    const tenantId = this.access.tenant.id;
    try {
      const opened = await this.sessions.rotate(tenantId, presented, caller.ip);
      const user = await this.db.user.findFirst({ where: { id: opened.userId } });
      if (user?.isActive) return this.#handOver(user, opened, caller);
      await this.sessions.end(tenantId, opened.userId, opened.sessionId);
      throw problem(kernelErrors.sessionEnded);
    } catch (error) {
      // What is over would only be shown again; an outage is not the end of a session.
      if (error instanceof Problem && error.definition === kernelErrors.sessionEnded) caller.forget();
      throw error;
    }
  }

  async logout(caller: Caller): Promise<void> {
    const { id, sessionId } = this.access.user;
    if (sessionId) await this.sessions.end(this.access.tenant.id, id, sessionId);
    await this.audit.record({ action: 'user.signed-out', subject: 'User', subjectId: id });
    caller.forget();
  }

  /** Signs the user out on every device, this one included. The moment is kept in PostgreSQL too, for when Redis cannot be asked. */
  async logoutAll(caller: Caller): Promise<void> {
    const { id } = this.access.user;
    await this.uow.run(async () => {
      await this.db.user.updateMany({ where: { id }, data: { signedOutAt: new Date() } });
      await this.audit.record({ action: 'user.signed-out-everywhere', subject: 'User', subjectId: id });
    });
    this.principals.forget(this.access.tenant.id, id);
    await this.sessions.endAll(this.access.tenant.id, id);
    caller.forget();
  }

  /** Signs the user out on every device but this one. */
  async logoutOthers(): Promise<void> {
    const { id, sessionId } = this.access.user;
    // An API key is on no device.
    if (!sessionId) throw problem(kernelErrors.forbidden);
    await this.uow.run(async () => {
      await this.db.user.updateMany({ where: { id }, data: { signedOutAt: new Date() } });
      await this.audit.record({ action: 'user.signed-out-elsewhere', subject: 'User', subjectId: id });
    });
    this.principals.forget(this.access.tenant.id, id);
    await this.sessions.endAll(this.access.tenant.id, id, sessionId);
  }

  async listSessions() {
    const { id, sessionId } = this.access.user;
    const sessions = await this.sessions.list(this.access.tenant.id, id);
    return { items: sessions.map((session) => ({ ...session, current: session.id === sessionId })) };
  }

  /** Signs one of the user's own devices out. */
  async endSession(sessionId: string): Promise<void> {
    const { id } = this.access.user;
    if (!(await this.sessions.end(this.access.tenant.id, id, sessionId))) throw problem(kernelErrors.notFound);
    await this.audit.record({ action: 'session.ended', subject: 'User', subjectId: id });
  }

  #handOver(user: UserRow, { sessionId, refreshToken }: OpenSession, caller: Caller): AuthResult {
    const accessToken = this.tokens.sign({ sub: String(user.id), tid: this.access.tenant.id, sid: sessionId });
    return caller.receive(userOf(user), { accessToken, refreshToken });
  }
}
