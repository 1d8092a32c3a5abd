import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { AuthResult, User } from '@loctelli/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { context } from '../tenancy/context.ts';
import { accessSeconds } from './access-tokens.ts';
import { clearCookies, isBrowser, refreshTokenOf, setCookies } from './credentials.ts';

const deviceCookie = '__Host-device';
const deviceSeconds = 90 * 24 * 60 * 60;

/** The device behind a request, and how it receives and gives up what it is signed in with. */
export class Caller {
  constructor(
    private readonly request: FastifyRequest,
    private readonly reply: FastifyReply,
  ) {}

  get ip(): string {
    return context.get('ip');
  }

  get userAgent(): string {
    return this.request.headers['user-agent'] ?? '';
  }

  /** What this browser was given at an earlier sign-in, unverified. */
  get deviceToken(): string | undefined {
    return this.#cookies[deviceCookie];
  }

  /** The refresh token: from the body for programs, from the cookie for browsers. */
  refreshToken(fromBody: string | undefined): string | undefined {
    return fromBody ?? refreshTokenOf(this.request);
  }

  /** Browsers get cookies no script can read and no token in the body; programs get the tokens. */
  receive(user: User, tokens: { accessToken: string; refreshToken: string }): AuthResult {
    const answer = { user, expiresIn: accessSeconds };
    if (!isBrowser(this.request)) return { ...answer, ...tokens, tokenType: 'Bearer' };
    setCookies(this.reply, tokens);
    return answer;
  }

  /** Lets a browser show at its next sign-in that this user has signed in on it before. */
  rememberDevice(token: string): void {
    if (!isBrowser(this.request)) return;
    void this.reply.setCookie(deviceCookie, token, { httpOnly: true, secure: true, sameSite: 'lax', path: '/', maxAge: deviceSeconds });
  }

  /** Takes the cookies of a session back; the device stays known. */
  forget(): void {
    if (isBrowser(this.request) || refreshTokenOf(this.request)) clearCookies(this.reply);
  }

  get #cookies(): Record<string, string | undefined> {
    return (this.request as { cookies?: Record<string, string | undefined> }).cookies ?? {};
  }
}

/** Parameter decorator: the `Caller` of the request. */
export const From = createParamDecorator((_: unknown, execution: ExecutionContext) => {
  const http = execution.switchToHttp();
  return new Caller(http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
});
