import type { Assertion, SimulationResult } from '../../contract.ts';
import type { Played } from './simulate.ts';

const dayMs = 86_400_000;

/** Whether what must come true in a run did. */
export function judgeAll(assertions: readonly Assertion[], played: Played, startedAt: number): SimulationResult['assertions'] {
  return assertions.map((assertion) => ({ assertion, holds: comesTrue(assertion, played, startedAt) }));
}

function comesTrue(assertion: Assertion, { events, end }: Played, startedAt: number): boolean {
  const ran = (stepId: string) => events.some((event) => event.what === 'step' && event.stepId === stepId && event.note !== 'unreachable');
  const says = (text: string) => events.some((event) => (event.what === 'step' || event.what === 'suggestion') && folded(`${event.subject ?? ''}\n${event.text ?? ''}`).includes(folded(text)));
  switch (assertion.kind) {
    case 'step-runs':
      return ran(assertion.stepId);
    case 'step-does-not-run':
      return !ran(assertion.stepId);
    case 'ends':
      return end.status === assertion.status && (assertion.reason === null || end.reason === assertion.reason);
    case 'says':
      return says(assertion.text);
    case 'never-says':
      return !says(assertion.text);
    case 'within':
      return end.at !== null && Date.parse(end.at) - startedAt <= assertion.days * dayMs;
  }
}

const folded = (text: string) => text.toLocaleLowerCase('en').replace(/\s+/g, ' ');
