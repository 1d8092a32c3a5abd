import { createHttp, type Http } from './http.ts';
import { isProblem } from './problem.ts';

const ended = new Set<() => void>();

/** Calls `listener` when the session is over and cannot be renewed. Returns how to stop. */
export function onSessionEnd(listener: () => void): () => void {
  ended.add(listener);
  return () => void ended.delete(listener);
}

/**
 * One renewal at a time: calls that fail with 401 together wait for the same refresh.
 * @returns a function that answers whether the session lives on
 */
export function singleRenewal(refresh: () => Promise<unknown>, onEnd: () => void): () => Promise<boolean> {
  let running: Promise<boolean> | null = null;
  return () =>
    (running ??= refresh()
      .then(
        () => true,
        (error) => {
          // Only a clear "no" ends the session; a server that is away for a moment does not sign anybody out.
          if (isProblem(error) && error.status === 401) onEnd();
          return false;
        },
      )
      .finally(() => {
        running = null;
      }));
}

const bare = createHttp();
/** Renews the browser's session through its cookie. */
export const renewSession = singleRenewal(
  () => bare.post('/auth/refresh', { body: {} }),
  () => ended.forEach((listener) => listener()),
);

/** The browser's client: same origin, session cookies, renewed when they end. */
export const http: Http = createHttp({ renew: renewSession });
