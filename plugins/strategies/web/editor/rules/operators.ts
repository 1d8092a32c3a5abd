import type { RuleOperator } from '../../../contract.ts';

/** What a rule can look at, and of what kind it is. */
export interface Subject {
  id: string;
  label: string;
  group: string;
  kind: 'text' | 'number' | 'date' | 'boolean' | 'choice' | 'several' | 'tags' | 'user' | 'id';
  options?: readonly { value: string; label: string }[];
}
export interface Operation {
  operator: RuleOperator;
  value?: string | number | boolean | (string | number | boolean)[] | undefined;
}

const operators: Record<Subject['kind'], RuleOperator[]> = {
  text: ['is', 'isNot', 'contains', 'empty', 'notEmpty'],
  number: ['atLeast', 'atMost', 'is', 'isNot', 'empty', 'notEmpty'],
  date: ['before', 'after', 'withinDays', 'empty', 'notEmpty'],
  boolean: ['is'],
  choice: ['anyOf', 'noneOf', 'empty', 'notEmpty'],
  several: ['anyOf', 'noneOf', 'empty', 'notEmpty'],
  tags: ['anyOf', 'noneOf', 'empty', 'notEmpty'],
  user: ['anyOf', 'noneOf', 'empty', 'notEmpty'],
  id: ['anyOf', 'noneOf', 'empty', 'notEmpty'],
};

/** What fits a subject, with the one that is in use whatever became of the subject. */
export const operatorsOf = ({ kind }: Subject, current: RuleOperator): RuleOperator[] => (operators[kind].includes(current) ? operators[kind] : [...operators[kind], current]);

const takesNothing = (operator: RuleOperator) => operator === 'empty' || operator === 'notEmpty';
export const takesList = (operator: RuleOperator) => operator === 'anyOf' || operator === 'noneOf';

/** The usual rule on a subject, its value still to be filled in. */
export function firstOperation(subject: Subject): Operation {
  if (subject.kind === 'boolean') return { operator: 'is', value: true };
  const operator = operators[subject.kind][0]!;
  return takesList(operator) ? { operator, value: [] } : { operator };
}

/** The rule with another operator: its value stays where that can take it. */
export function withOperator({ operator: before, value }: Operation, operator: RuleOperator): Operation {
  if (takesNothing(operator)) return { operator };
  if (takesList(operator)) return { operator, value: Array.isArray(value) ? value : value === undefined ? [] : [value] };
  if (Array.isArray(value)) return value.length === 1 ? { operator, value: value[0] } : { operator };
  // A number of days is no date.
  return (operator === 'withinDays') === (before === 'withinDays') && value !== undefined ? { operator, value } : { operator };
}

export const needsValue = (operator: RuleOperator) => !takesNothing(operator);
