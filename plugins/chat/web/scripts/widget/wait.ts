const longestMs = 30_000;

/** Milliseconds before the next try: doubled each time up to half a minute, and never the same for everybody. */
export const backOff = (tries: number, leastMs = 1000) => Math.min(longestMs, leastMs * 2 ** Math.min(tries, 10)) * (0.75 + Math.random() / 2);

/** Waits; ends at once when the network comes back, when the visitor looks at the page again, or when `nudge` is called. */
export function sleep(ms: number): { done: Promise<void>; nudge: () => void } {
  let nudge = () => {};
  const done = new Promise<void>((resolve) => {
    const look = () => document.visibilityState === 'visible' && nudge();
    const timer = setTimeout(() => nudge(), ms);
    nudge = () => {
      clearTimeout(timer);
      removeEventListener('online', nudge);
      document.removeEventListener('visibilitychange', look);
      resolve();
    };
    addEventListener('online', nudge);
    document.addEventListener('visibilitychange', look);
  });
  return { done, nudge: () => nudge() };
}
