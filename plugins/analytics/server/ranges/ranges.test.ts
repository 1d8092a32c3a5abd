import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { comparison, rangePresets, type RangeChoice } from '../../contract.ts';
import { bucketsOf, withinBucket } from './buckets.ts';
import { resolveRange } from './resolve-range.ts';

const zones = ['UTC', 'Europe/Madrid', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Apia', 'America/Sao_Paulo', 'Africa/Cairo', 'Pacific/Chatham', 'Asia/Beirut'];
const zone = fc.constantFrom(...zones);
const now = fc.integer({ min: Date.parse('2000-01-01'), max: Date.parse('2037-12-31') }).map((at) => new Date(at));
const day = fc.integer({ min: 0, max: 13_000 }).map((offset) => Temporal.PlainDate.from('2000-01-01').add({ days: offset }).toString());
const choice = fc
  .tuple(fc.constantFrom(...rangePresets, 'custom' as const), day, day, fc.constantFrom(...comparison.options))
  .map(([preset, a, b, compare]): RangeChoice => ({ preset, compare, ...(preset === 'custom' && { from: a < b ? a : b, to: a < b ? b : a }) }));
const local = (at: string, zone: string) => Temporal.Instant.from(at).toZonedDateTimeISO(zone);

test('a range begins and ends where its days do, whatever the clocks of the zone did', () => {
  fc.assert(
    fc.property(choice, zone, now, (choice, zone, now) => {
      for (const span of [resolveRange(choice, zone, now), resolveRange(choice, zone, now).compare].filter((span) => span !== null)) {
        const [from, to] = [local(span.from, zone), local(span.to, zone)];
        expect(from.toPlainDate().toString()).toBe(span.fromDay);
        expect(from.startOfDay().equals(from)).toBe(true);
        expect(to.startOfDay().equals(to)).toBe(true);
        expect(to.subtract({ nanoseconds: 1 }).toPlainDate().toString()).toBe(span.toDay);
        expect(span.fromDay <= span.toDay).toBe(true);
      }
    }),
    { numRuns: 2_000 },
  );
});

test('what is compared with ends before the range begins, and is no longer', () => {
  fc.assert(
    fc.property(choice, zone, now, (choice, zone, now) => {
      const range = resolveRange({ ...choice, compare: 'previous' }, zone, now);
      const length = (span: { fromDay: string; toDay: string }) => Temporal.PlainDate.from(span.fromDay).until(span.toDay).days + 1;
      expect(range.compare!.toDay < range.fromDay).toBe(true);
      if (choice.preset.startsWith('this')) expect(length(range.compare!)).toBeLessThanOrEqual(length(range));
      else if (!choice.preset.startsWith('last') || /\d/.test(choice.preset)) expect(length(range.compare!)).toBe(length(range));
      else expect(Temporal.PlainDate.from(range.compare!.toDay).add({ days: 1 }).toString()).toBe(range.fromDay);
    }),
    { numRuns: 2_000 },
  );
});

test('presets mean what people mean by them', () => {
  const at = (preset: RangeChoice['preset'], when: string, compare: RangeChoice['compare'] = 'previous') => {
    const { fromDay, toDay, compare: before } = resolveRange({ preset, compare }, 'Europe/Madrid', new Date(when));
    return [fromDay, toDay, before!.fromDay, before!.toDay];
  };
  expect(at('thisMonth', '2026-03-31T10:00:00Z')).toEqual(['2026-03-01', '2026-03-31', '2026-02-01', '2026-02-28']);
  expect(at('lastMonth', '2026-03-31T22:30:00Z')).toEqual(['2026-03-01', '2026-03-31', '2026-02-01', '2026-02-28']);
  expect(at('thisWeek', '2026-03-25T10:00:00Z')).toEqual(['2026-03-23', '2026-03-25', '2026-03-16', '2026-03-18']);
  expect(at('thisQuarter', '2026-05-02T10:00:00Z')).toEqual(['2026-04-01', '2026-05-02', '2026-01-01', '2026-02-01']);
  expect(at('last7', '2026-03-30T00:00:00Z')).toEqual(['2026-03-24', '2026-03-30', '2026-03-17', '2026-03-23']);
  expect(at('thisYear', '2024-02-29T10:00:00Z', 'year')).toEqual(['2024-01-01', '2024-02-29', '2023-01-01', '2023-02-28']);
});

test('buckets cover a range without gap or double, and what lies in each adds up to it', () => {
  fc.assert(
    fc.property(choice, zone, now, fc.constantFrom('day' as const, 'week' as const, 'month' as const), (choice, zone, now, bucket) => {
      const range = resolveRange(choice, zone, now);
      fc.pre(range.days <= 800);
      const parts = bucketsOf(range.fromDay, range.toDay, bucket).map((start) => withinBucket(start, bucket, range, zone));
      expect(parts[0]!.from.toISOString()).toBe(range.from);
      expect(parts.at(-1)!.to.toISOString()).toBe(range.to);
      for (const [index, part] of parts.entries()) if (index) expect(part.from).toEqual(parts[index - 1]!.to);
    }),
    { numRuns: 300 },
  );
});
