import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { Calendar, stretchesOf } from './calendar.ts';
import { dateOf, dayOf, weekdayOf, Zone } from './zone.ts';

const hour = 3_600_000;
const day = 24 * hour;
const [from, to] = [Date.UTC(2000), Date.UTC(2038)];
const names = Intl.supportedValuesOf('timeZone');
/** What Temporal says, which shares no code with ours. */
const oracle = (name: string, at: number) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(name).offsetNanoseconds / 1e6;
const iso = (at: number) => new Date(at).toISOString();
const said = (what: string, count: number) => process.stderr.write(`  ${what}: ${count.toLocaleString('en')} cases\n`);

test('every zone jumps when Temporal says, from 2000 to 2037, and its clock shows what it should on both sides', () => {
  let jumps = 0;
  for (const name of names) {
    const zone = Zone.of(name);
    const expected: number[] = [];
    let at = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(name);
    for (let next = at.getTimeZoneTransition('next'); next && next.epochMilliseconds < to; next = at.getTimeZoneTransition('next')) {
      // Temporal counts a change of name too; ours are changes of the clock.
      if (next.offsetNanoseconds !== next.subtract({ nanoseconds: 1 }).offsetNanoseconds) expected.push(next.epochMilliseconds);
      at = next;
    }
    const found = zone.jumpsBetween(from, to - 1);
    expect([name, found.map(iso)]).toEqual([name, expected.map(iso)]);
    for (const jump of found) for (const near of [jump - 1, jump, jump + 1]) if (zone.offsetAt(near) !== oracle(name, near)) throw new Error(`${name} at ${iso(near)}`);
    jumps += found.length;
  }
  said('transitions of all zones', jumps);
  said('instants beside them', jumps * 3);
  expect(jumps).toBeGreaterThan(5_000);
});

test('any instant of any zone has the offset that Temporal gives it', () => {
  const runs = Number(process.env.ZONE_RUNS ?? 20_000);
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.integer({ min: from, max: to }), (name, at) => Zone.of(name).offsetAt(at) === oracle(name, at)),
    { numRuns: runs },
  );
  said('instants at random', runs);
});

test('around every transition, hours of the day are exactly the instants whose clock shows them: gaps are left out, what repeats comes twice', () => {
  let cases = 0;
  for (const name of names) {
    const zone = Zone.of(name);
    for (const jump of zone.jumpsBetween(from, to - 1)) {
      const around = Math.floor(zone.localAt(jump) / day) * day;
      for (const [begin, end] of [[around, around + day], [zone.localAt(jump) - hour, zone.localAt(jump) + hour], [zone.localAt(jump - 1) - hour, zone.localAt(jump - 1) + hour]] as const) {
        const runs = zone.runsOf(begin, end);
        for (let at = jump - 1.5 * hour; at <= jump + 1.5 * hour; at += hour / 4) {
          const local = at + oracle(name, at);
          const isMeant = local >= begin && local < end;
          const isFound = runs.filter((run) => run.start <= at && at < run.end).length;
          if (isFound !== Number(isMeant)) throw new Error(`${name} ${iso(at)}: ${isFound} where ${isMeant}`);
          cases += 1;
        }
      }
    }
  }
  said('quarter hours around transitions', cases);
});

test('9:00 stays 9:00 on the clock of every zone, on the days around each of its transitions', () => {
  let cases = 0;
  for (const name of names) {
    const zone = Zone.of(name);
    const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ day: weekday, from: '09:00', to: '17:00' }));
    const calendar = new Calendar({ zone: name, weekly, overrides: [], travels: [], observesHolidays: true }, new Map());
    for (const jump of zone.jumpsBetween(from, to - 1)) {
      for (const number of [-2, -1, 0, 1, 2].map((shift) => zone.dayAt(jump) + shift)) {
        const stretches = stretchesOf(calendar.plan(number));
        const date = dateOf(number);
        // A day that the date line took away has no hours, and no other day has none.
        const skipped = Temporal.PlainDate.from(date).toZonedDateTime(name).toPlainDate().toString() !== date;
        if (skipped !== (stretches.length === 0)) throw new Error(`${name} ${date}`);
        if (skipped) continue;
        const nine = Temporal.PlainDateTime.from(`${date}T09:00`).toZonedDateTime(name);
        const five = Temporal.PlainDateTime.from(`${date}T17:00`).toZonedDateTime(name, { disambiguation: 'later' });
        if (stretches[0]!.start !== nine.epochMilliseconds || stretches.at(-1)!.end !== five.epochMilliseconds) throw new Error(`${name} ${date}: ${stretches.map(({ start, end }) => `${iso(start)} ${iso(end)}`).join()}`);
        cases += 1;
      }
    }
  }
  said('days around transitions', cases);
});

test('known turns of the clock: a gap, an overlap, half an hour, a day that never was, a midnight that does not exist', () => {
  const runs = (name: string, local: string, minutes: number) => {
    const begin = Date.parse(`${local}Z`);
    return Zone.of(name).runsOf(begin, begin + minutes * 60_000).map(({ start, end }) => [iso(start), iso(end)]);
  };
  expect(runs('America/Denver', '2026-03-08T02:00', 60)).toEqual([]);
  expect(runs('America/Denver', '2026-03-08T01:30', 120)).toEqual([['2026-03-08T08:30:00.000Z', '2026-03-08T09:00:00.000Z'], ['2026-03-08T09:00:00.000Z', '2026-03-08T09:30:00.000Z']]);
  expect(runs('America/Denver', '2026-11-01T01:00', 30)).toEqual([['2026-11-01T07:00:00.000Z', '2026-11-01T07:30:00.000Z'], ['2026-11-01T08:00:00.000Z', '2026-11-01T08:30:00.000Z']]);
  expect(runs('Australia/Lord_Howe', '2026-10-04T02:00', 30)).toEqual([]);
  expect(runs('Pacific/Apia', '2011-12-30T09:00', 480)).toEqual([]);
  expect(runs('Asia/Kathmandu', '2026-05-01T09:00', 60)).toEqual([['2026-05-01T03:15:00.000Z', '2026-05-01T04:15:00.000Z']]);
  expect(iso(Zone.of('America/Santiago').firstAt(Date.parse('2026-09-06T00:00Z')))).toBe('2026-09-06T04:00:00.000Z');
  expect(weekdayOf(dayOf('2026-11-27'))).toBe(5);
});
