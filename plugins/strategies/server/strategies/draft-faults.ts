import type { Definition, DraftFault } from '../../contract.ts';
import { textVariables } from '../texts/fill-in.ts';
import { scriptFaults } from './script-faults.ts';
import { stepFaults } from './step-faults.ts';

/** What of the tenant's a definition may name. */
export interface Knowledge {
  /** Keys of the tenant's own fields of clients. */
  fields: ReadonlySet<string>;
  stages: ReadonlySet<number>;
  pipelines: ReadonlySet<number>;
  eventTypes: ReadonlySet<number>;
  events: ReadonlySet<string>;
}

/** What the judges of its parts are told. */
export interface Judging extends Knowledge {
  questions: ReadonlySet<string>;
  /** Whole names of what texts may say. */
  variables: ReadonlySet<string>;
}

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

/** Faults of things that have a name which another before them has too. */
export const duplicates = (path: string, things: readonly object[], name: 'id' | 'key'): DraftFault[] => {
  const names = things.map((thing) => (thing as Record<string, string>)[name]);
  return names.flatMap((each, index) => (names.indexOf(each) < index ? [{ path: `${path}.${index}.${name}`, code: 'duplicate-key' as const }] : []));
};
