import { Calendar } from '../plugins/bookings/server/engine/calendar.ts';
import { freeSlots } from '../plugins/bookings/server/engine/free-slots.ts';
import type { HostState, Scene, Taken } from '../plugins/bookings/server/engine/scene.ts';
import { dayOf, Zone } from '../plugins/bookings/server/engine/zone.ts';
import { median } from './load.ts';
import { report } from './report.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const zones = ['America/Denver', 'Europe/Madrid', 'Asia/Kathmandu', 'Australia/Lord_Howe'];
const first = dayOf('2026-10-15');

/** Free slots of thirty days, across a change of the clocks, for twenty hosts in turn with six bookings a day each: half an hour, every quarter. */
export function measureSlots(): Promise<void> {
  const scene = sceneOf(20);
  const times: number[] = [];
  let found = 0;
  for (let round = 0; round < 200; round++) {
    const began = performance.now();
    found = freeSlots(scene, first * day, (first + 30) * day, { length: 30 * minute, seats: 1 }).length;
    times.push(performance.now() - began);
  }
  report({ what: 'free slots of 30 days × 20 staff, ms', measured: `${found} slots in ${median(times).toFixed(2)} ms, the first time in ${times[0]!.toFixed(1)} ms`, value: median(times), limit: 10, mustBe: '≤' });
  return Promise.resolve();
}

function sceneOf(count: number): Scene {
  const weekly = [1, 2, 3, 4, 5].flatMap((weekday) => [{ day: weekday, from: '09:00', to: '12:30' }, { day: weekday, from: '13:30', to: '18:00' }]);
  const hosts = Array.from({ length: count }, (_, index): HostState => {
    const calendar = new Calendar({ zone: zones[index % zones.length]!, weekly, overrides: [{ from: '2026-10-20', to: '2026-10-20', hours: [], note: null }], travels: [], observesHolidays: true }, new Map());
    return { id: index + 1, name: `Host ${index + 1}`, active: true, priority: 0, weight: 1, calendar, taken: takenBy(calendar, index), load: 0, lastGiven: 0 };
  });
  const rules = { eventTypeId: 1, active: true, lengths: [30 * minute], step: 15 * minute, before: 0, after: 10 * minute, notice: 0, opensAt: -Infinity, closesAt: Infinity };
  const limits = { dailyLimit: null, hostDailyLimit: 12, hostWeeklyLimit: null, seats: 1, assignment: 'round-robin' as const, zone: Zone.of('America/Denver') };
  return { rules: { ...rules, ...limits }, hosts, now: first * day, perDay: new Map() };
}

function takenBy(calendar: Calendar, index: number): Taken[] {
  return Array.from({ length: 30 * 6 }, (_, n) => {
    const local = (first + Math.floor(n / 6)) * day + (9 * 60 + (n % 6) * 85 + (index % 4) * 15) * minute;
    const start = calendar.zone.firstAt(local);
    return { sessionId: n, eventTypeId: 1 + (n % 2), start, end: start + 30 * minute, before: 0, after: 10 * minute, bookings: 1, seats: 1 };
  });
}
