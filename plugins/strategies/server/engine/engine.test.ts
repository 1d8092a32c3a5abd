import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { cadence, definition, ruleOperator, sendWindow, type Cadence, type Rule, type SendWindow } from '../../contract.ts';
import type { Clock } from './clock.ts';
import { decide, planned, type Situation } from './decide.ts';
import type { Facts } from './facts.ts';
import { holds } from './rules.ts';
import { stopOf } from './stops.ts';
import { chooseVariant } from './variants.ts';
import { endOfWait } from './waits.ts';
import { openAt } from './windows.ts';

const hour = 3_600_000;
const zones = fc.constantFrom('UTC', 'Europe/Madrid', 'America/Los_Angeles', 'Asia/Riyadh', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Apia', 'America/Sao_Paulo');
const moments = fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2030, 0) });
const hours = fc.integer({ min: 0, max: 23 });
const windows = fc
  .tuple(fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), hours, hours)
  .filter(([, from, to]) => from < to)
  .map(([days, from, to]): SendWindow => ({ days, from: time(from), to: time(to), holidays: [] }));
const time = (of: number) => `${String(of).padStart(2, '0')}:00`;
const clock = (zone = 'UTC', holidays: string[] = []): Clock => ({ zone, tenantZone: 'UTC', holidays: new Set(holidays) });
const shown = (at: number, zone: string) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
const isOpen = (window: SendWindow, at: number, zone: string) => {
  const local = shown(at, zone);
  const clocked = local.toPlainTime().toString().slice(0, 5);
  return window.days.includes(local.dayOfWeek) && clocked >= window.from && clocked < window.to && !window.holidays.includes(local.toPlainDate().toString());
};

test('a window opens at the first moment that the client’s clock says it is, in any zone and over any change of its clocks', () => {
  fc.assert(
    fc.property(windows, zones, moments, (window, zone, at) => {
      const opening = openAt(window, at, clock(zone));
      expect(opening.at).toBeGreaterThanOrEqual(at);
      expect(opening.delay === null).toBe(opening.at === at);
      const local = shown(opening.at, zone);
      expect(window.days).toContain(local.dayOfWeek);
      // Where clocks leap over the beginning or end of a window, it lies that far behind the leap.
      if (local.hoursInDay !== 24) return;
      expect(isOpen(window, opening.at, zone)).toBe(true);
      for (let before = opening.at - hour / 2; before >= at && opening.at - before < 72 * hour; before -= hour / 2) if (shown(before, zone).hoursInDay === 24) expect(isOpen(window, before, zone)).toBe(false);
    }),
    { numRuns: 300 },
  );
});

test('nothing is sent on holidays of the tenant or the window, and the delay says so', () => {
  const window = sendWindow.parse({ holidays: ['2026-12-25'] });
  const friday = Date.UTC(2026, 11, 25, 10);
  expect(openAt(window, friday, clock())).toEqual({ at: Date.UTC(2026, 11, 28, 9), delay: 'holiday' });
  expect(openAt(window, friday, clock('UTC', ['2026-12-28']))).toEqual({ at: Date.UTC(2026, 11, 29, 9), delay: 'holiday' });
  expect(openAt(window, Date.UTC(2026, 11, 26, 10), clock())).toEqual({ at: Date.UTC(2026, 11, 28, 9), delay: 'window' });
  expect(openAt(window, Date.UTC(2026, 11, 24, 10), clock())).toEqual({ at: Date.UTC(2026, 11, 24, 10), delay: null });
  expect(openAt(null, friday, clock())).toEqual({ at: friday, delay: null });
});

test('days of a wait are days of the calendar where the client is: an hour more or less when the clocks change', () => {
  const madrid = clock('Europe/Madrid');
  const before = Date.parse('2026-03-28T10:00:00+01:00');
  expect(endOfWait({ amount: 1, unit: 'days', at: null }, before, madrid)).toBe(Date.parse('2026-03-29T10:00:00+02:00'));
  expect(endOfWait({ amount: 24, unit: 'hours', at: null }, before, madrid)).toBe(Date.parse('2026-03-29T11:00:00+02:00'));
  expect(endOfWait({ amount: 30, unit: 'minutes', at: '09:00' }, before, madrid)).toBe(Date.parse('2026-03-29T09:00:00+02:00'));
  expect(endOfWait({ amount: 0, unit: 'minutes', at: null }, before, madrid)).toBe(before);
  fc.assert(
    fc.property(zones, moments, fc.integer({ min: 1, max: 40 }), (zone, from, amount) => {
      const end = endOfWait({ amount, unit: 'days', at: null }, from, clock(zone));
      expect(Math.abs(end - from - amount * 24 * hour)).toBeLessThanOrEqual(24 * hour);
      expect(endOfWait({ amount, unit: 'days', at: '08:00' }, from, clock(zone))).toBeGreaterThanOrEqual(end);
    }),
  );
});

test('workdays end on workdays, and as many of them lie between', () => {
  fc.assert(
    fc.property(zones, moments, fc.integer({ min: 1, max: 30 }), fc.boolean(), (zone, from, amount, timed) => {
      const [first, holiday] = [shown(from, zone).toPlainDate(), shown(from, zone).toPlainDate().add({ days: 2 }).toString()];
      const end = shown(endOfWait({ amount, unit: 'workdays', at: timed ? '09:00' : null }, from, clock(zone, [holiday])), zone).toPlainDate();
      const works = (day: Temporal.PlainDate) => day.dayOfWeek <= 5 && day.toString() !== holiday;
      expect(works(end)).toBe(true);
      let between = 0;
      for (let day = first.add({ days: 1 }); Temporal.PlainDate.compare(day, end) <= 0; day = day.add({ days: 1 })) if (works(day)) between += 1;
      expect(between - amount).toBeGreaterThanOrEqual(0);
      expect(between - amount).toBeLessThanOrEqual(timed ? 1 : 0);
    }),
  );
});

test('each wording is chosen as often as its weight says, and always the same one for one client', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 5 }), fc.string({ minLength: 1, maxLength: 12 }), (weights, salt) => {
      const variants = weights.map((weight, n) => ({ id: `v${n}`, name: '', weight, subject: '', body: 'x' }));
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      const chosen = Array.from({ length: 2_000 }, (_, n) => chooseVariant(variants, `${salt}:${n}:s1`).id);
      expect(chooseVariant(variants, `${salt}:7:s1`).id).toBe(chosen[7]);
      for (const { id, weight } of variants) {
        const expected = total === 0 ? (id === 'v0' ? 1 : 0) : weight / total;
        expect(Math.abs(chosen.filter((one) => one === id).length / 2_000 - expected)).toBeLessThan(0.08);
      }
    }),
    { numRuns: 40 },
  );
});

const facts: Facts = { name: 'Ana Ruiz', value: 1_500, tags: ['VIP', 'roof'], createdAt: '2026-11-20T10:00:00Z', replied: false, 'custom:size': 'Large', 'answer:leaks': true, 'custom:inspected': '2026-11-24', email: null };
const judged = { now: Date.parse('2026-11-27T10:00:00Z'), zone: 'Europe/Madrid' };
test.each<[Rule, boolean]>([
  [{ field: 'name', operator: 'contains', value: 'ruiz' }, true],
  [{ field: 'name', operator: 'is', value: 'ana ruiz' }, true],
  [{ field: 'tags', operator: 'anyOf', value: ['gold', 'vip'] }, true],
  [{ field: 'tags', operator: 'noneOf', value: ['gold'] }, true],
  [{ field: 'value', operator: 'atLeast', value: 1_500 }, true],
  [{ field: 'value', operator: 'atMost', value: '900' }, false],
  [{ field: 'createdAt', operator: 'withinDays', value: 7 }, true],
  [{ field: 'createdAt', operator: 'withinDays', value: 6 }, false],
  [{ field: 'custom:inspected', operator: 'before', value: '2026-11-25' }, true],
  [{ field: 'createdAt', operator: 'after', value: '2026-11-25' }, false],
  [{ field: 'email', operator: 'empty' }, true],
  [{ field: 'email', operator: 'isNot', value: 'a@b.example' }, true],
  [{ field: 'email', operator: 'contains', value: 'a' }, false],
  [{ field: 'replied', operator: 'is', value: false }, true],
  [{ field: 'booked', operator: 'is', value: true }, false],
  [{ field: 'answer:leaks', operator: 'is', value: 'true' }, true],
  [{ field: 'custom:size', operator: 'noneOf', value: ['large'] }, false],
])('%j is %s', (rule, expected) => expect(holds(rule, facts, judged)).toBe(expected));

test('rules say yes or no whatever they are given, and what is not is the opposite of what is', () => {
  const anything = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.array(fc.string(), { maxLength: 3 }));
  const value = fc.oneof(fc.string({ maxLength: 30 }), fc.integer(), fc.boolean());
  fc.assert(
    fc.property(anything, value, fc.constantFrom(...ruleOperator.options), (fact, wanted, operator) => {
      const judge = (of: Rule['operator']) => holds({ field: 'custom:x', operator: of, value: wanted }, { 'custom:x': fact }, judged);
      expect(typeof judge(operator)).toBe('boolean');
      expect(judge('isNot')).toBe(!judge('is'));
      expect(judge('noneOf')).toBe(!judge('anyOf'));
      expect(judge('notEmpty')).toBe(!judge('empty'));
      if (judge('empty')) expect(['contains', 'atLeast', 'atMost', 'before', 'after', 'withinDays'].some((of) => judge(of as Rule['operator']))).toBe(false);
    }),
  );
});

const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
const destinations = fc.constantFrom('next', 'end', 'nowhere', ...ids);
const anyStep = (id: string) =>
  fc.oneof(
    fc.constant({ id, kind: 'message', variants: [{ id: 'v', body: 'Hi' }] }),
    fc.constant({ id, kind: 'call', title: 'Call', waits: true }),
    fc.integer({ min: 0, max: 9 }).map((amount) => ({ id, kind: 'wait', amount, unit: 'days' })),
    fc.tuple(destinations, destinations).map(([then, otherwise]) => ({ id, kind: 'condition', when: [{ field: 'replied', operator: 'is', value: true }], then, otherwise })),
    destinations.map((goTo) => ({ id, kind: 'branch', ways: [{ name: 'Way', when: [{ field: 'replied', operator: 'is', value: true }], goTo }], otherwise: goTo })),
  );
const situation = (steps: unknown[], more: Partial<Situation> = {}): Situation => ({
  ...{ cadence: cadence.parse({ steps, window: null }), stepId: 'a', seed: '1', now: judged.now, clock: clock(), facts: {}, sent: { user: 0, tenant: 0 } },
  ...more,
});

test('whatever the jumps say, a cadence goes forward and comes to its end', () => {
  fc.assert(
    fc.property(fc.tuple(...ids.map(anyStep)), fc.boolean(), (steps, replied) => {
      let [at, count] = ['a' as string | null, 0];
      while (at !== null) {
        const decision = decide(situation(steps, { stepId: at, facts: { replied } }));
        if (decision.do === 'end' || decision.do === 'sleep') throw new Error('It stood still.');
        if (decision.to !== null) expect(ids.indexOf(decision.to)).toBeGreaterThan(ids.indexOf(at));
        at = decision.to;
        count += 1;
      }
      expect(count).toBeLessThanOrEqual(ids.length);
    }),
  );
});

test('what is written waits for the window, then for the throttles, which count the tenant’s days', () => {
  const steps = [{ id: 'a', kind: 'email', variants: [{ id: 'v', subject: 'Hi', body: 'Hi' }] }];
  const of = (more: object, state: Partial<Situation> = {}) => decide({ ...situation(steps, state), cadence: { ...cadence.parse({ steps, ...more }) } as Cadence });
  const night = Date.UTC(2026, 10, 27, 3);
  expect(of({}, { now: night })).toEqual({ do: 'sleep', until: Date.UTC(2026, 10, 27, 9), delay: 'window' });
  expect(of({})).toMatchObject({ do: 'write', to: null });
  const throttle = { perUser: 2, perTenant: 5 };
  const monday = Date.UTC(2026, 10, 30, 9);
  expect(of({ throttle }, { sent: { user: 2, tenant: 3 } })).toEqual({ do: 'sleep', until: monday, delay: 'user-throttle' });
  expect(of({ throttle }, { sent: { user: 1, tenant: 5 } })).toEqual({ do: 'sleep', until: monday, delay: 'tenant-throttle' });
  expect(of({ throttle, window: null }, { sent: { user: 2, tenant: 2 } })).toMatchObject({ until: Date.UTC(2026, 10, 28) });
  expect(planned(cadence.parse({ steps }), 'a', night, clock())).toEqual({ at: Date.UTC(2026, 10, 27, 9), delay: 'window' });
  expect(planned(cadence.parse({ steps }), null, night, clock())).toEqual({ at: night, delay: null });
});

test('what ends a cadence is what it says; won, lost, gone and not wanting any always do', () => {
  const { stopOn } = definition.parse({ script: {}, cadence: { stopOn: { reply: false, stageIds: [7] } } }).cadence;
  const of = (happened: Parameters<typeof stopOf>[1]) => stopOf({ stopOn }, happened);
  expect([of({ what: 'reply' }), of({ what: 'booking' }), of({ what: 'bounce' }), of({ what: 'unsubscribe' }), of({ what: 'client-gone' })]).toEqual([null, 'booking', 'bounce', 'unsubscribed', 'client-gone']);
  expect([of({ what: 'stage', stageId: 7, kind: 'open' }), of({ what: 'stage', stageId: 8, kind: 'open' }), of({ what: 'stage', stageId: 8, kind: 'won' }), of({ what: 'stage', stageId: 9, kind: 'lost' })]).toEqual(['stage', null, 'won', 'lost']);
});
