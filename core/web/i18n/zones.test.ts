import { listZones, offsetOf } from './zones.ts';

const winter = new Date('2026-01-15T12:00:00Z');
const summer = new Date('2026-07-15T12:00:00Z');

test('a zone is named with the offset it has on the day', () => {
  expect([offsetOf('Europe/Madrid', winter), offsetOf('Europe/Madrid', summer)]).toEqual(['GMT+01:00', 'GMT+02:00']);
  expect([offsetOf('Asia/Kolkata', winter), offsetOf('America/St_Johns', winter), offsetOf('UTC', winter)]).toEqual([
    'GMT+05:30',
    'GMT-03:30',
    'GMT+00:00',
  ]);
});

test('zones run from west to east, each once', () => {
  const zones = listZones('en', winter);
  const at = (name: string) => zones.findIndex(({ value }) => value === name);
  expect(at('America/Denver')).toBeGreaterThanOrEqual(0);
  expect(at('America/Denver')).toBeLessThan(at('America/St_Johns'));
  expect(at('America/St_Johns')).toBeLessThan(at('Europe/Madrid'));
  expect(new Set(zones.map(({ value }) => value)).size).toBe(zones.length);
  expect(zones[at('America/New_York')]?.label).toBe('America/New York (GMT-05:00)');
});
