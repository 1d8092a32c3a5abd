import { writingKinds, type Step, type StrategyResults, type Variant } from '../../contract.ts';
import { isEnough, leaderOf } from './z-test.ts';

interface Counts {
  reached: number;
  replied: number;
  booked: number;
  won: number;
}
export type RunCounts = Counts & { stepId: string; variantId: string | null };
type StepResult = StrategyResults['steps'][number];

const none: Counts = { reached: 0, replied: 0, booked: 0, won: 0 };
const add = (a: Counts, b: Counts): Counts => ({ reached: a.reached + b.reached, replied: a.replied + b.replied, booked: a.booked + b.booked, won: a.won + b.won });

/**
 * What each step led to: those that are shown, in their order, then those that were carried out and that only earlier versions have, at place -1.
 * @param earlier steps of all versions, the newest first
 */
export function stepResults(shown: readonly Step[], earlier: readonly Step[], runs: readonly RunCounts[]): StepResult[] {
  const gone = [...new Set(runs.map(({ stepId }) => stepId))].filter((id) => !shown.some((step) => step.id === id));
  const of = (step: Step, index: number) => stepResult(step, index, runs.filter(({ stepId }) => stepId === step.id));
  return [...shown.map(of), ...gone.flatMap((id) => earlier.find((step) => step.id === id) ?? []).map((step) => of(step, -1))];
}

function stepResult(step: Step, index: number, runs: readonly RunCounts[]): StepResult {
  const wordings: Pick<Variant, 'id' | 'name'>[] = (writingKinds as readonly string[]).includes(step.kind) && 'variants' in step ? step.variants : [];
  const gone = runs.flatMap(({ variantId }) => (variantId !== null && !wordings.some(({ id }) => id === variantId) ? [{ id: variantId, name: '' }] : []));
  const counted = [...wordings, ...gone].map(({ id, name }) => ({ id, name, ...runs.filter(({ variantId }) => variantId === id).reduce(add, none) }));
  const proportions = counted.filter(({ reached }) => reached > 0).map(({ reached, replied }) => ({ tried: reached, true: replied }));
  const leader = counted.filter(({ reached }) => reached > 0)[leaderOf(proportions)];
  return {
    ...{ stepId: step.id, index, kind: step.kind, name: step.name },
    ...runs.reduce(add, none),
    variants: counted.map(({ id, name, reached, replied, booked, won }) => ({ id, name, reached, replied, booked, won, lead: id === leader?.id })),
    enough: isEnough(proportions),
  };
}
