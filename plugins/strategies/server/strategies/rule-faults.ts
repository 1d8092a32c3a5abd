import type { DraftFault, QuestionKind, Rule, RuleField, RuleOperator } from '../../contract.ts';
import type { Judging } from './judging.ts';

type Operation = Pick<Rule, 'operator' | 'value'>;
type Kind = QuestionKind | 'tags' | 'unknown';

const kinds: Partial<Record<RuleField, Kind>> = {
  value: 'money',
  ownerId: 'number',
  stageId: 'number',
  pipelineId: 'number',
  tags: 'tags',
  createdAt: 'date',
  replied: 'boolean',
  booked: 'boolean',
};
const dateOperators: RuleOperator[] = ['before', 'after', 'withinDays'];
const orderOperators: RuleOperator[] = ['atLeast', 'atMost'];

/** What is wrong with a rule on a client. */
export function ruleFaults(path: string, rules: readonly Rule[], judging: Judging): DraftFault[] {
  return rules.flatMap(({ field, ...operation }, index) => {
    const code = unknownIn(field, operation, judging) ?? operationFault(operation, kindOf(field));
    return code ? [{ path: `${path}.${index}`, code }] : [];
  });
}

function unknownIn(field: RuleField, { value }: Operation, judging: Judging): DraftFault['code'] | null {
  const [space, key] = field.split(':') as [string, string | undefined];
  if (space === 'custom' && !judging.fields.has(key!)) return 'unknown-field';
  if (space === 'answer' && !judging.questions.has(key!)) return 'unknown-question';
  const ids = [value].flat().filter((each) => each !== undefined);
  if (field === 'stageId' && !ids.every((id) => judging.stages.has(Number(id)))) return 'unknown-stage';
  if (field === 'pipelineId' && !ids.every((id) => judging.pipelines.has(Number(id)))) return 'unknown-stage';
  return null;
}

const kindOf = (field: RuleField): Kind => kinds[field] ?? (/^(custom|answer):/.test(field) ? 'unknown' : 'text');

/** Whether an operator fits what it looks at, and its value the operator. */
export function operationFault({ operator, value }: Operation, kind: Kind): 'wrong-rule' | null {
  return fits(operator, value, kind) ? null : 'wrong-rule';
}

function fits(operator: RuleOperator, value: Operation['value'], kind: Kind): boolean {
  if (operator === 'empty' || operator === 'notEmpty') return value === undefined && kind !== 'boolean';
  if (operator === 'anyOf' || operator === 'noneOf') return Array.isArray(value) && value.length > 0 && kind !== 'boolean';
  if (value === undefined || Array.isArray(value) || value === '') return false;
  if (kind === 'boolean') return operator === 'is' && typeof value === 'boolean';
  if (operator === 'withinDays') return isOneOf(kind, 'date', 'unknown') && isNumber(value) && Number(value) >= 0;
  if (dateOperators.includes(operator)) return isOneOf(kind, 'date', 'unknown') && !Number.isNaN(Date.parse(String(value)));
  if (orderOperators.includes(operator)) return isOneOf(kind, 'number', 'money', 'unknown') && isNumber(value);
  if (operator === 'contains') return !isOneOf(kind, 'number', 'money', 'date');
  return true;
}

const isOneOf = (kind: Kind, ...known: Kind[]) => known.includes(kind);
const isNumber = (value: unknown) => typeof value !== 'boolean' && String(value).trim() !== '' && Number.isFinite(Number(value));
