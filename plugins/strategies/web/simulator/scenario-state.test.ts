import fc from 'fast-check';
import { scenario } from '../../contract.ts';
import { assertionKinds, byDay, freshAssertion, freshHappening, freshScenario, happeningKinds, isWhole, minutesFrom, spanOf } from './scenario-state.ts';

test('minutes are said in the largest unit that leaves nothing over, and come back the same', () => {
  expect([spanOf(0), spanOf(90), spanOf(120), spanOf(2880)]).toEqual([
    { amount: 0, unit: 'minutes' },
    { amount: 90, unit: 'minutes' },
    { amount: 2, unit: 'hours' },
    { amount: 2, unit: 'days' },
  ]);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 366 * 1440 }), (at) => {
      const { amount, unit } = spanOf(at);
      expect(minutesFrom(amount, unit)).toBe(at);
    }),
  );
});

test('whatever is begun is a scenario that can be run, once what says nothing is left out', () => {
  const happenings = happeningKinds.map((what) => freshHappening(what, 60, { stageId: 3, question: 'age' }));
  const assertions = assertionKinds.map((kind) => freshAssertion(kind, 's1'));
  expect(assertions.filter((each) => !isWhole(each)).map(({ kind }) => kind)).toEqual(['says', 'never-says']);
  expect(scenario.safeParse({ ...freshScenario(), happenings, assertions: assertions.filter(isWhole) }).success).toBe(true);
});

test('events stand below their day', () => {
  const event = (at: string) => ({ at, what: 'step' as const, stepId: null, kind: 'wait', variant: null, subject: null, text: null, note: null });
  const days = byDay([event('2026-01-01T10:00Z'), event('2026-01-01T11:00Z'), event('2026-01-02T09:00Z')], (at) => at.slice(0, 10));
  expect(days.map(({ day, events }) => [day, events.length])).toEqual([
    ['2026-01-01', 2],
    ['2026-01-02', 1],
  ]);
});
