import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-jwt';
import { Config } from '../config/config.ts';
import { tokenOf } from './credentials.ts';
import type { AccessClaims } from './access-tokens.ts';

/** Verifies access tokens, from the Authorization header or from the browser's cookie. Only HS256 is accepted (RFC 8725, 3.1). */
@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy, 'jwt') {
  constructor(config: Config) {
    super({
      jwtFromRequest: (request: unknown) => tokenOf(request as never)?.token ?? null,
      secretOrKey: config.jwtSecret,
      algorithms: ['HS256'],
      passReqToCallback: false,
    });
  }

  validate(claims: AccessClaims): AccessClaims {
    return claims;
  }
}
