import fc from 'fast-check';
import { assign } from './assign.ts';
import { Calendar } from './calendar.ts';
import { freeSlots } from './free-slots.ts';
import type { HostState, Rules, Scene, Taken } from './scene.ts';
import { whyNot } from './why-not.ts';
import { dateOf, dayOf, Zone } from './zone.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const names = Intl.supportedValuesOf('timeZone');
const runs = Number(process.env.SLOT_RUNS ?? 1_500);
const said = (what: string, count: number) => process.stderr.write(`  ${what}: ${count.toLocaleString('en')} cases\n`);
const clock = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** A zone, and a day of one of its transitions or any other day. */
const place = fc.tuple(fc.constantFrom(...names), fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: dayOf('2000-01-03'), max: dayOf('2037-12-20') }), fc.boolean()).map(([name, pick, any, atJump]) => {
  const jumps = Zone.of(name).jumpsBetween(Date.UTC(2000, 0, 3), Date.UTC(2037, 11, 20));
  return { name, first: atJump && jumps.length ? Math.floor(jumps[pick % jumps.length]! / day) - 1 : any };
});
const hours = fc.tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 48 })).map(([from, span]) => ({ from: clock(from * 15), to: clock(Math.min(from + span, 96) * 15) }));
const buffers = fc.constantFrom(0, 0, 5, 15, 30, 60);
const perhaps = (max: number) => fc.option(fc.integer({ min: 1, max }), { nil: null, freq: 2 });

const scenes = place.chain(({ name, first }) =>
  fc
    .record({
      zones: fc.array(fc.oneof(fc.constant(name), fc.constantFrom(...names)), { minLength: 1, maxLength: 3 }),
      weekly: fc.array(fc.array(fc.tuple(fc.integer({ min: 1, max: 7 }), hours).map(([weekday, span]) => ({ day: weekday, ...span })), { minLength: 3, maxLength: 14 }), { minLength: 3, maxLength: 3 }),
      overrides: fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.array(hours, { maxLength: 2 })), { maxLength: 2 }),
      travels: fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.constantFrom(...names)), { maxLength: 1 }),
      holidays: fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 1 }),
      taken: fc.array(fc.array(fc.record({ at: fc.integer({ min: 0, max: 4 * 96 }), span: fc.constantFrom(15, 30, 60, 90), before: buffers, after: buffers, own: fc.boolean(), seats: fc.integer({ min: 1, max: 3 }) }), { maxLength: 10 }), { minLength: 3, maxLength: 3 }),
      length: fc.constantFrom(15, 30, 45, 60, 120),
      step: fc.option(fc.constantFrom(10, 15, 20, 30, 60), { nil: null }),
      before: buffers,
      after: buffers,
      notice: fc.constantFrom(0, 60, 600),
      dailyLimit: perhaps(4),
      hostDailyLimit: perhaps(3),
      hostWeeklyLimit: perhaps(6),
      seats: fc.constantFrom(1, 1, 3),
      assignment: fc.constantFrom('single', 'round-robin', 'collective'),
      now: fc.integer({ min: -60, max: 2 * 1440 }),
      inactive: fc.integer({ min: 0, max: 12 }),
    })
    .map((given) => ({ ...given, scene: sceneOf(given as never, name, first), from: first * day, to: (first + 4) * day })),
);

interface Given {
  zones: string[];
  weekly: { day: number; from: string; to: string }[][];
  overrides: [number, { from: string; to: string }[]][];
  travels: [number, string][];
  holidays: number[];
  taken: { at: number; span: number; before: number; after: number; own: boolean; seats: number }[][];
  length: number;
  step: number | null;
  before: number;
  after: number;
  notice: number;
  dailyLimit: number | null;
  hostDailyLimit: number | null;
  hostWeeklyLimit: number | null;
  seats: number;
  assignment: Rules['assignment'];
  now: number;
  inactive: number;
}

function sceneOf(given: Given, name: string, first: number): Scene {
  const date = (shift: number) => dateOf(first + shift);
  const holidays = new Map(given.holidays.map((shift) => [first + shift, 'Feast']));
  const hosts = given.zones.map((zone, index): HostState => {
    const overrides = given.overrides.map(([shift, list]) => ({ from: date(shift), to: date(shift), hours: list, note: null }));
    const travels = given.travels.map(([shift, other]) => ({ from: date(shift), to: date(shift + 1), zone: other }));
    const calendar = new Calendar({ zone, weekly: given.weekly[index]!, overrides, travels, observesHolidays: index !== 1 }, holidays);
    return { id: index + 1, name: `Host ${index + 1}`, active: given.inactive !== index, priority: index % 2, weight: index + 1, calendar, taken: apart(given.taken[index]!, first, given), load: index, lastGiven: index };
  });
  const rules: Rules = {
    eventTypeId: 1,
    active: true,
    lengths: [given.length * minute],
    step: given.step === null ? null : given.step * minute,
    before: given.before * minute,
    after: given.after * minute,
    notice: given.notice * minute,
    opensAt: -Infinity,
    closesAt: (first + 4) * day,
    dailyLimit: given.dailyLimit,
    hostDailyLimit: given.hostDailyLimit,
    hostWeeklyLimit: given.hostWeeklyLimit,
    seats: given.seats,
    assignment: given.assignment,
    zone: Zone.of(name),
  };
  const perDay = new Map<number, number>();
  for (const host of hosts) for (const { eventTypeId, start } of host.taken) if (eventTypeId === 1) perDay.set(rules.zone.dayAt(start), (perDay.get(rules.zone.dayAt(start)) ?? 0) + 1);
  return { rules, hosts, now: first * day + given.now * minute, perDay };
}

/** Appointments as the database lets them be: none over another. */
function apart(list: Given['taken'][number], first: number, { length }: Given): Taken[] {
  const kept: Taken[] = [];
  for (const { at, span, before, after, own, seats } of list.toSorted((a, b) => a.at - b.at)) {
    const start = first * day + at * 15 * minute;
    const end = start + (own ? length : span) * minute;
    if (kept.length && start < kept.at(-1)!.end) continue;
    kept.push({ sessionId: kept.length + 1, eventTypeId: own ? 1 : 2, start, end, before: before * minute, after: after * minute, bookings: 1, seats });
  }
  return kept;
}

test('what is shown can be committed and nothing else: reasons are empty exactly for the slots offered', () => {
  let cases = 0;
  let offered = 0;
  fc.assert(
    fc.property(scenes, ({ scene, from, to, length }) => {
      const wish = { length: length * minute, seats: 1 };
      const shown = new Set(freeSlots(scene, from, to, wish).map(({ start }) => start));
      const moments = new Set(shown);
      for (let at = from; at < to; at += 55 * minute) moments.add(at);
      for (const start of shown) for (const shift of [-5, 5, wish.length / minute]) moments.add(start + shift * minute);
      for (const at of moments) {
        if (at < from || at >= to) continue;
        const { reasons } = whyNot(scene, at, wish);
        if ((reasons.length === 0) !== shown.has(at)) throw new Error(`${new Date(at).toISOString()} shown: ${shown.has(at)}, reasons: ${JSON.stringify(reasons)}`);
        cases += 1;
      }
      offered += shown.size;
    }),
    { numRuns: runs },
  );
  said('moments looked at', cases);
  said('slots offered', offered);
});

test('slots lie within local hours, and never touch an appointment or what is kept free around it', () => {
  let cases = 0;
  fc.assert(
    fc.property(scenes, ({ scene, from, to, length }) => {
      const { rules } = scene;
      const wish = { length: length * minute, seats: 1 };
      for (const slot of freeSlots(scene, from, to, wish)) {
        for (const { calendar, taken, active } of slot.hosts) {
          if (!active) throw new Error('an inactive host');
          for (let at = slot.start; at < slot.end; at += 5 * minute) {
            const isWithin = [-1, 0, 1].some((shift) => {
              const plan = calendar.plan(Math.floor(at / day) + shift);
              const clockMinutes = (plan.zone.localAt(at) - plan.day * day) / minute;
              return plan.hours.some((span) => span.from <= clockMinutes && clockMinutes < span.to);
            });
            if (!isWithin) throw new Error(`${new Date(at).toISOString()} is outside of ${calendar.zone.name}`);
          }
          for (const each of taken) {
            if (rules.seats > 1 && each.eventTypeId === 1 && each.start === slot.start && each.end === slot.end) continue;
            const gap = slot.start >= each.end ? slot.start - each.end - Math.max(each.after, rules.before) : each.start - slot.end - Math.max(each.before, rules.after);
            if (gap < 0) throw new Error('too close to another appointment');
          }
          cases += 1;
        }
      }
    }),
    { numRuns: runs },
  );
  said('slots of hosts', cases);
});

test('a part of a period offers what the whole period offers there', () => {
  fc.assert(
    fc.property(scenes, fc.integer({ min: 0, max: 4 * 1440 }), fc.integer({ min: 0, max: 2 * 1440 }), ({ scene, from, to, length }, shift, span) => {
      const wish = { length: length * minute, seats: 1 };
      const [begin, end] = [from + shift * minute, Math.min(from + (shift + span) * minute, to)];
      const whole = freeSlots(scene, from, to, wish).filter(({ start }) => start >= begin && start < end).map(({ start }) => start);
      expect(freeSlots(scene, begin, end, wish).map(({ start }) => start)).toEqual(whole);
    }),
    { numRuns: Math.ceil(runs / 3) },
  );
});

test('a turn goes by priority, then by weight, and over many bookings comes to the weights', () => {
  const { scene } = fc.sample(scenes, { numRuns: 1, seed: 1 })[0]!;
  const host = (id: number, priority: number, weight: number): HostState => ({ ...scene.hosts[0]!, id, priority, weight, taken: [], load: 0, lastGiven: 0 });
  const wish = { length: hour, seats: 1 };
  const able = [host(1, 0, 5), host(2, 1, 3), host(3, 1, 1)];
  const given = new Map<number, number>();
  const turns = { ...scene, rules: { ...scene.rules, assignment: 'round-robin' as const, seats: 1 } };
  for (let turn = 1; turn <= 400; turn++) {
    const [chosen] = assign(turns, able, 0, wish);
    Object.assign(chosen!, { load: chosen!.load + 1, lastGiven: turn });
    given.set(chosen!.id, (given.get(chosen!.id) ?? 0) + 1);
  }
  expect(Object.fromEntries(given)).toEqual({ 2: 300, 3: 100 });
  expect(assign({ ...turns, rules: { ...turns.rules, assignment: 'collective' } }, able, 0, wish)).toHaveLength(3);
});
