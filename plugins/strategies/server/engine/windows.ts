import type { SendWindow } from '../../contract.ts';
import { instantOf, shownAt, type Clock } from './clock.ts';

/** Every day may be a holiday for this long; behind that, an hour is an hour. */
const farthest = 800;
export interface Opening {
  at: number;
  /** Why it is later than asked for. */
  delay: 'window' | 'holiday' | null;
}

/** The first instant at or after `at` at which the window is open where the client is. Null is always open. */
export function openAt(window: SendWindow | null, at: number, { zone, holidays }: Clock): Opening {
  if (!window) return { at, delay: null };
  const off = new Set([...holidays, ...window.holidays]);
  const first = shownAt(at, zone).toPlainDate();
  let delay: Opening['delay'] = 'window';
  for (let ahead = 0; ahead < farthest; ahead++) {
    const day = first.add({ days: ahead });
    if (!window.days.includes(day.dayOfWeek)) continue;
    const [from, to] = [instantOf(day, window.from, zone), instantOf(day, window.to, zone)];
    if (to <= at || to <= from) continue;
    if (off.has(day.toString())) {
      delay = 'holiday';
      continue;
    }
    return from > at ? { at: from, delay } : { at, delay: null };
  }
  return { at, delay: null };
}
