import type { Definition, DraftFault } from '../../contract.ts';
import { textVariables } from '../texts/fill-in.ts';
import type { Knowledge } from './judging.ts';
import { scriptFaults } from './script-faults.ts';
import { stepFaults } from './step-faults.ts';

/** What keeps a draft from being published, in the order of the draft. Pure. */
export function draftFaults(definition: Definition, knowledge: Knowledge): DraftFault[] {
  const { script, cadence } = definition;
  const questions = new Set(script.questions.map(({ key }) => key));
  const variables = new Set([...textVariables, ...[...questions].map((key) => `answers.${key}`), ...[...knowledge.fields].map((key) => `custom.${key}`)]);
  const judging = { ...knowledge, questions, variables };
  const isEmpty = !cadence.steps.length && !script.opening && !script.questions.length && !script.objections.length && !script.closing && !script.background;
  if (isEmpty) return [{ path: 'script', code: 'no-content' }];
  return [...scriptFaults(script, judging), ...stepFaults(cadence, judging)];
}
