import { addDays, momentOf, todayIn } from '@loctelli/core/web';

export type SnoozeId = 'hours' | 'evening' | 'tomorrow' | 'monday' | 'week';
/** Office begins; evenings too. */
const morning = '09:00';
const evening = '18:00';

/** Moments to put something off to, on the clocks of a zone. Those that lie too near are left out. */
export function snoozeTimes(zone: string, now: Date = new Date()): { id: SnoozeId; until: Date }[] {
  const today = todayIn(zone, now);
  const weekday = new Date(`${today}T12:00:00Z`).getUTCDay();
  const all: { id: SnoozeId; until: Date }[] = [
    { id: 'hours', until: new Date(Math.ceil((now.getTime() + 3 * 3_600_000) / 900_000) * 900_000) },
    { id: 'evening', until: momentOf(today, evening, zone) },
    { id: 'tomorrow', until: momentOf(addDays(today, 1), morning, zone) },
    { id: 'monday', until: momentOf(addDays(today, ((8 - weekday) % 7) || 7), morning, zone) },
    { id: 'week', until: momentOf(addDays(today, 7), morning, zone) },
  ];
  const taken = new Set<number>();
  return all.filter(({ id, until }) => {
    const near = id === 'evening' && until.getTime() - now.getTime() < 3_600_000;
    if (near || taken.has(until.getTime())) return false;
    taken.add(until.getTime());
    return true;
  });
}
