import { cache } from 'react';
import { cookies, headers } from 'next/headers';
import type { Me } from '@loctelli/core';
import { askApi, asVisitor } from './api.ts';

/** `renewable`: the access cookie has ended but the browser still holds a refresh cookie, so the visitor may well be signed in. */
export type Session = { state: 'signed-in'; me: Me } | { state: 'renewable' } | { state: 'signed-out' } | { state: 'away' };

/** Who is visiting, asked once per page view. */
export const getSession = cache(async (): Promise<Session> => {
  const jar = await cookies();
  const refreshable = jar.getAll().some(({ name }) => name.endsWith('refresh'));
  if (!jar.getAll().some(({ name }) => name.endsWith('access'))) return { state: refreshable ? 'renewable' : 'signed-out' };
  const answer = await askApi('/me', await asVisitor());
  if (answer?.ok) return { state: 'signed-in', me: (await answer.json()) as Me };
  if (answer?.status === 401) return { state: refreshable ? 'renewable' : 'signed-out' };
  return { state: 'away' };
});

/** The page that was asked for, with its query. */
export const currentPage = async (): Promise<string> => safeNext((await headers()).get('x-page'));

/** A path of this site to go on to after signing in; anything else becomes the start page. */
export function safeNext(next: unknown): string {
  if (typeof next !== 'string' || !/^\/(?![/\\])/.test(next) || /[\u0000-\u001f]/.test(next)) return '/';
  return next.startsWith('/sign-in') ? '/' : next;
}
