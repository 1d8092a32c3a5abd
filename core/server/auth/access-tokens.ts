import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { LRUCache } from 'lru-cache';

export const accessSeconds = 60 * 60;

/** Claims of an access token (RFC 7519). */
export interface AccessClaims {
  /** User id. */
  sub: string;
  /** Tenant id: the token is refused on the hosts of every other tenant. */
  tid: number;
  /** Session id. */
  sid: string;
  iat: number;
  exp: number;
}

/** Signs access tokens, and remembers the claims of those that passport-jwt has verified until they expire. */
@Injectable()
export class AccessTokens {
  readonly #verified = new LRUCache<string, AccessClaims>({ max: 20_000 });

  constructor(private readonly jwt: JwtService) {}

  sign(claims: Pick<AccessClaims, 'sub' | 'tid' | 'sid'>): string {
    return this.jwt.sign({ tid: claims.tid, sid: claims.sid }, { subject: claims.sub, expiresIn: accessSeconds });
  }

  /** Claims of a token verified before, if it has not expired since. */
  recall(token: string): AccessClaims | undefined {
    const claims = this.#verified.get(token);
    return claims && claims.exp * 1000 > Date.now() ? claims : undefined;
  }

  keep(token: string, claims: AccessClaims): void {
    this.#verified.set(token, claims);
  }
}
