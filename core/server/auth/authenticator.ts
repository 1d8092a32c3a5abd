import { Injectable, type ExecutionContext } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { kernelErrors } from '@loctelli/core';
import type { FastifyRequest } from 'fastify';
import { abilityOf } from '../access/ability.ts';
import { Permissions } from '../access/permissions.ts';
import { problem } from '../http/problem.ts';
import { context, type Principal } from '../tenancy/context.ts';
import { AccessTokens, type AccessClaims } from './access-tokens.ts';
import { apiKeyPrefix, ApiKeyCheck, narrow } from './api-key-check.ts';
import { tokenOf } from './credentials.ts';
import { Principals, type KnownUser } from './principals.ts';
import { Sessions } from './sessions.ts';

/** passport-jwt, asked for its verdict on the claims instead of putting a user on the request. */
class JwtGuard extends AuthGuard('jwt') {
  override handleRequest<T>(error: unknown, claims: T | false): T {
    if (error || !claims) throw problem(kernelErrors.signInRequired);
    return claims;
  }
}

/** Token → claims → living session → active user → ability. */
@Injectable()
export class Authenticator {
  readonly #passport = new JwtGuard();

  constructor(
    private readonly tokens: AccessTokens,
    private readonly sessions: Sessions,
    private readonly principals: Principals,
    private readonly keys: ApiKeyCheck,
    private readonly permissions: Permissions,
  ) {}

  /** Finds the caller and puts them into the context. Throws core.sign-in-required or core.session-ended. */
  async identify(execution: ExecutionContext, tenantId: number): Promise<Principal> {
    const request = execution.switchToHttp().getRequest<FastifyRequest>();
    const presented = tokenOf(request);
    if (!presented) throw problem(kernelErrors.signInRequired);
    if (presented.token.startsWith(apiKeyPrefix)) return this.#byKey(tenantId, presented.token);
    const claims = this.tokens.recall(presented.token) ?? (await this.#verify(execution, presented.token));
    return this.#bySession(tenantId, claims);
  }

  async #verify(execution: ExecutionContext, token: string): Promise<AccessClaims> {
    await this.#passport.canActivate(execution);
    const claims = execution.switchToHttp().getRequest<{ user: AccessClaims }>().user;
    this.tokens.keep(token, claims);
    return claims;
  }

  async #bySession(tenantId: number, claims: AccessClaims): Promise<Principal> {
    // A token of one tenant is worth nothing on another's host.
    if (claims.tid !== tenantId) throw problem(kernelErrors.signInRequired);
    const [known, alive] = await Promise.all([
      this.principals.find(tenantId, Number(claims.sub)),
      this.sessions.isAlive(tenantId, claims.sid),
    ]);
    // Without Redis the token counts until it expires, unless PostgreSQL says that the user was signed out since.
    const lives = alive ?? (known !== null && claims.iat * 1000 >= known.signedOutAt);
    if (!known?.isActive || !lives) throw problem(kernelErrors.sessionEnded);
    return this.#enter(known, { ...known.principal, sessionId: claims.sid });
  }

  async #byKey(tenantId: number, key: string): Promise<Principal> {
    const found = await this.keys.find(tenantId, key);
    const known = found && (await this.principals.find(tenantId, found.userId));
    if (!known?.isActive) throw problem(kernelErrors.signInRequired);
    const principal = { ...known.principal, sessionId: null, grants: narrow(known.principal.grants, found!.scopes) };
    return this.#enter({ ...known, ability: abilityOf(principal, this.permissions.all) }, principal);
  }

  #enter(known: KnownUser, principal: Principal): Principal {
    context.set('user', principal);
    context.set('ability', known.ability);
    return principal;
  }
}
