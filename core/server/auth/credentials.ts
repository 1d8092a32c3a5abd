import type { FastifyReply, FastifyRequest } from 'fastify';
import { accessSeconds } from './access-tokens.ts';

const accessCookie = '__Host-access';
const refreshCookie = '__Host-refresh';
const cookie = { httpOnly: true, secure: true, sameSite: 'lax', path: '/' } as const;
const refreshSeconds = 7 * 24 * 60 * 60;

type Request = Pick<FastifyRequest, 'headers'> & { cookies?: Record<string, string | undefined> };

/** The access token or API key of a request, and whether a browser's cookie brought it. */
export function tokenOf(request: Request): { token: string; fromCookie: boolean } | undefined {
  const header = request.headers.authorization;
  if (header?.startsWith('Bearer ')) return { token: header.slice(7), fromCookie: false };
  const token = request.cookies?.[accessCookie];
  return token ? { token, fromCookie: true } : undefined;
}

export const refreshTokenOf = (request: Request): string | undefined => request.cookies?.[refreshCookie];

/**
 * Whether a browser sent the request. `Sec-Fetch-Site` is a forbidden header: every browser sets it and no script can leave it out
 * (Fetch Standard, 2.2.2; Fetch Metadata), so a script on our page cannot pose as a program to be handed tokens.
 */
export const isBrowser = (request: Request): boolean => request.headers['sec-fetch-site'] !== undefined;

export function setCookies(reply: FastifyReply, tokens: { accessToken: string; refreshToken: string }): void {
  reply.setCookie(accessCookie, tokens.accessToken, { ...cookie, maxAge: accessSeconds });
  reply.setCookie(refreshCookie, tokens.refreshToken, { ...cookie, maxAge: refreshSeconds });
}

export function clearCookies(reply: FastifyReply): void {
  reply.clearCookie(accessCookie, cookie);
  reply.clearCookie(refreshCookie, cookie);
}
