import { Prisma, problem } from '@loctelli/core/server';
import { clientErrors, type ClientCondition, type ConditionField, type ConditionOperator } from '../contract.ts';
import type { Setup } from './client-setup.ts';
import { demandReadable } from './field-rules.ts';

/** What conditions are judged by. */
export interface ConditionContext {
  fields: Setup['fields'];
  /** The tenant's: its days are meant. */
  zone: string;
  /** Fields that the caller may not read, hence not ask for. */
  refused: ReadonlySet<string>;
}

type Kind = 'text' | 'choice' | 'reference' | 'list' | 'number' | 'moment' | 'day' | 'boolean';
/** A field in SQL: `value` is null where the client has none. */
interface Column {
  kind: Kind;
  value: Prisma.Sql;
}
type Sql = Prisma.Sql;
const sql = Prisma.sql;

const operators: Record<Kind, readonly ConditionOperator[]> = {
  text: ['is', 'isNot', 'anyOf', 'noneOf', 'contains', 'startsWith', 'empty', 'notEmpty'],
  choice: ['is', 'isNot', 'anyOf', 'noneOf', 'empty', 'notEmpty'],
  reference: ['is', 'isNot', 'anyOf', 'noneOf', 'empty', 'notEmpty'],
  list: ['is', 'isNot', 'anyOf', 'noneOf', 'contains', 'empty', 'notEmpty'],
  number: ['is', 'isNot', 'atLeast', 'atMost', 'between', 'empty', 'notEmpty'],
  moment: ['is', 'isNot', 'before', 'after', 'atLeast', 'atMost', 'between', 'withinDays', 'empty', 'notEmpty'],
  day: ['is', 'isNot', 'before', 'after', 'atLeast', 'atMost', 'between', 'withinDays', 'empty', 'notEmpty'],
  boolean: ['is', 'isNot', 'empty', 'notEmpty'],
};

const own: Record<Exclude<ConditionField, `custom:${string}`>, Column> = {
  name: { kind: 'text', value: sql`nullif(c.name, '')` },
  email: { kind: 'text', value: sql`nullif(c.email, '')` },
  phone: { kind: 'text', value: sql`nullif(c.phone, '')` },
  company: { kind: 'text', value: sql`nullif(c.company, '')` },
  position: { kind: 'text', value: sql`nullif(c.position, '')` },
  zone: { kind: 'text', value: sql`nullif(c.zone, '')` },
  source: { kind: 'text', value: sql`nullif(c.source, '')` },
  currency: { kind: 'text', value: sql`nullif(c.currency, '')` },
  status: { kind: 'choice', value: sql`c.status` },
  value: { kind: 'number', value: sql`c.value` },
  ownerId: { kind: 'reference', value: sql`c."ownerId"` },
  stageId: { kind: 'reference', value: sql`c."stageId"` },
  pipelineId: { kind: 'reference', value: sql`(select s."pipelineId" from "Stage" s where s.id = c."stageId")` },
  lostReasonId: { kind: 'reference', value: sql`c."lostReasonId"` },
  tags: { kind: 'list', value: sql`to_jsonb(c.tags)` },
  createdAt: { kind: 'moment', value: sql`c."createdAt"` },
  updatedAt: { kind: 'moment', value: sql`c."updatedAt"` },
  stageSince: { kind: 'moment', value: sql`c."stageSince"` },
  stuck: {
    kind: 'boolean',
    value: sql`exists (select from "Stage" s where s.id = c."stageId" and c."stageSince" < now() at time zone 'utc' - make_interval(days => s."stuckAfterDays"))`,
  },
  hasOpenTask: { kind: 'boolean', value: sql`exists (select from "ClientTask" t where t."clientId" = c.id and t."completedAt" is null)` },
};

/** Fields that are known by another one's rule. */
const ruledBy: Partial<Record<string, string>> = { pipelineId: 'stageId', stageSince: 'stageId', stuck: 'stageId', currency: 'value' };

/**
 * Says conditions in SQL over `"Client" c`; all of them must hold. A field without a value meets `isNot`, `noneOf` and `empty`, nothing else.
 * Text is compared without regard to case. Days are the tenant's; `withinDays` counts back from today, and ahead with a number below zero.
 * @throws clients.wrong-condition when a field cannot answer, core.forbidden when the caller may not read it
 */
export function conditionsSql(conditions: readonly ClientCondition[], context: ConditionContext): Sql[] {
  return conditions.map((condition) => {
    demandReadable([condition.field, ruledBy[condition.field]], context.refused);
    const column = columnOf(condition.field, context);
    if (!operators[column.kind].includes(condition.operator)) wrong(condition.field);
    return conditionSql(condition, column, context.zone);
  });
}

/** Models beside Client that the answers of these conditions depend on. */
export const modelsBehind = (conditions: readonly ClientCondition[] = []): string[] => [
  ...(conditions.some(({ field }) => field === 'hasOpenTask') ? ['ClientTask'] : []),
  ...(conditions.some(({ field }) => field === 'stuck' || field === 'pipelineId') ? ['Stage'] : []),
  ...(conditions.some(({ field }) => field.startsWith('custom:')) ? ['ClientField'] : []),
];

function columnOf(field: ConditionField, { fields }: ConditionContext): Column {
  if (!field.startsWith('custom:')) return own[field as keyof typeof own];
  const key = field.slice(7);
  const rule = fields.find((each) => each.key === key);
  if (!rule) wrong(field);
  const json = sql`(c."customFields" -> ${key})`;
  const text = sql`(c."customFields" ->> ${key})`;
  // A field may have been of another type before: what no longer fits counts as no value.
  const typed = (type: string, value: Sql) => sql`case when jsonb_typeof(${json}) = ${type} then ${value} end`;
  switch (rule.type) {
    case 'number':
    case 'money':
      return { kind: 'number', value: typed('number', sql`${text}::numeric`) };
    case 'boolean':
      return { kind: 'boolean', value: typed('boolean', sql`${text}::boolean`) };
    case 'multiselect':
      return { kind: 'list', value: typed('array', json) };
    case 'date':
      return { kind: 'day', value: sql`case when ${text} ~ '^\\d{4}-\\d{2}-\\d{2}$' then ${text} end` };
    case 'select':
      return { kind: 'choice', value: typed('string', sql`nullif(${text}, '')`) };
    default:
      return { kind: 'text', value: typed('string', sql`nullif(${text}, '')`) };
  }
}

function conditionSql(condition: ClientCondition, { kind, value }: Column, zone: string): Sql {
  const { field, operator } = condition;
  if (operator === 'empty' || operator === 'notEmpty') {
    if (condition.value !== undefined) wrong(field);
    const empty = kind === 'list' ? sql`coalesce(jsonb_array_length(${value}), 0) = 0` : sql`${value} is null`;
    return operator === 'empty' ? sql`(${empty})` : sql`(not (${empty}))`;
  }
  const positive = { isNot: 'is', noneOf: 'anyOf' }[operator as string] as ConditionOperator | undefined;
  if (positive) return sql`(${conditionSql({ ...condition, operator: positive }, { kind, value }, zone)} is not true)`;
  if (kind === 'moment') return sql`(${momentSql(condition, value, zone)})`;
  if (kind === 'day') return sql`(${daySql(condition, sql`(${value}) collate "C"`, zone)})`;
  if (kind === 'number') return sql`(${numberSql(condition, value)})`;
  if (kind === 'boolean') return sql`(${value} = ${only(condition, 'boolean')}::boolean)`;
  if (kind === 'reference') return sql`(${value} = any(${several(condition, 'number').map((id) => asId(field, id))}::int[]))`;
  const texts = several(condition, 'string') as string[];
  if (kind === 'choice') return sql`(${value} = any(${texts}::text[]))`;
  if (kind === 'list') return sql`jsonb_exists_any(${value}, ${texts}::text[])`;
  if (operator === 'contains') return sql`(strpos(lower(${value}), lower(${texts[0]})) > 0)`;
  if (operator === 'startsWith') return sql`starts_with(lower(${value}), lower(${texts[0]}))`;
  return sql`(lower(${value}) = any(select lower(each) from unnest(${texts}::text[]) each))`;
}

function numberSql(condition: ClientCondition, value: Sql): Sql {
  const [low, high] = numbers(condition);
  if (condition.operator === 'between') return sql`${value} between ${low}::numeric and ${high}::numeric`;
  if (condition.operator === 'atLeast') return sql`${value} >= ${low}::numeric`;
  return condition.operator === 'atMost' ? sql`${value} <= ${low}::numeric` : sql`${value} = ${low}::numeric`;
}

/** Numbers travel as text: PostgreSQL reads them exactly, whatever the driver would make of them. */
function numbers(condition: ClientCondition): [string, string] {
  const values = condition.operator === 'between' ? pair(condition, 'number') : [only(condition, 'number')];
  return [String(values[0]), String(values[1] ?? values[0])];
}

function momentSql(condition: ClientCondition, value: Sql, zone: string): Sql {
  const { field, operator } = condition;
  if (operator === 'withinDays') {
    const [from, to] = dayWindow(condition, zone);
    return sql`${value} >= ${midnight(from, zone)} and ${value} < ${midnight(sql`(${to} + 1)`, zone)}`;
  }
  const given = operator === 'between' ? pair(condition, 'string') : [only(condition, 'string')];
  const [first, last] = [given[0]!, given.at(-1)!].map((text) => spanOf(field, text as string, zone)) as [Span, Span];
  if (operator === 'before') return sql`${value} < ${first.start}`;
  if (operator === 'after') return sql`${value} >= ${first.end}`;
  if (operator === 'atLeast') return sql`${value} >= ${first.start}`;
  if (operator === 'atMost') return sql`${value} < ${first.end}`;
  return sql`${value} >= ${first.start} and ${value} < ${last.end}`;
}

function daySql(condition: ClientCondition, value: Sql, zone: string): Sql {
  const { field, operator } = condition;
  if (operator === 'withinDays') {
    const [from, to] = dayWindow(condition, zone);
    return sql`${value} between to_char(${from}, 'YYYY-MM-DD') and to_char(${to}, 'YYYY-MM-DD')`;
  }
  const given = operator === 'between' ? pair(condition, 'string') : [only(condition, 'string')];
  const [first, last] = [given[0]!, given.at(-1)!].map((text) => (isDay(text as string) ? text : wrong(field)));
  if (operator === 'before') return sql`${value} < ${first}`;
  if (operator === 'after') return sql`${value} > ${first}`;
  if (operator === 'atLeast') return sql`${value} >= ${first}`;
  if (operator === 'atMost') return sql`${value} <= ${first}`;
  return sql`${value} >= ${first} and ${value} <= ${last}`;
}

/** The last n days up to today, or the next n from today for a number below zero. */
function dayWindow(condition: ClientCondition, zone: string): [from: Sql, to: Sql] {
  const days = only(condition, 'number') as number;
  if (!Number.isInteger(days) || Math.abs(days) > 36_500) wrong(condition.field);
  const today = sql`(now() at time zone ${zone})::date`;
  return days < 0 ? [today, sql`(${today} + ${-days}::int)`] : [sql`(${today} - ${days}::int)`, today];
}

interface Span {
  start: Sql;
  /** The first moment after. */
  end: Sql;
}

/** A day lasts from midnight to midnight where the tenant is; an instant a millisecond, which is as fine as they are kept. */
function spanOf(field: string, text: string, zone: string): Span {
  if (isDay(text)) return { start: midnight(sql`${text}::date`, zone), end: midnight(sql`(${text}::date + 1)`, zone) };
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text) || Number.isNaN(Date.parse(text))) wrong(field);
  const start = new Date(text).toISOString().slice(0, -1);
  return { start: sql`${start}::timestamp`, end: sql`(${start}::timestamp + interval '1 millisecond')` };
}

const midnight = (day: Sql, zone: string) => sql`(((${day})::timestamp at time zone ${zone}) at time zone 'utc')`;

const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);

function only({ field, value }: ClientCondition, type: 'string' | 'number' | 'boolean'): string | number | boolean {
  return typeof value === type && !Array.isArray(value) ? (value as string) : wrong(field);
}

function several(condition: ClientCondition, type: 'string' | 'number'): (string | number)[] {
  const { field, operator, value } = condition;
  const list = operator === 'anyOf' ? value : [only(condition, type)];
  return Array.isArray(list) && list.every((each) => typeof each === type) ? (list as string[]) : wrong(field);
}

function pair({ field, value }: ClientCondition, type: 'string' | 'number'): (string | number)[] {
  return Array.isArray(value) && value.length === 2 && value.every((each) => typeof each === type) ? (value as string[]) : wrong(field);
}

const asId = (field: string, id: string | number) => (Number.isInteger(id) && Number(id) > 0 && Number(id) < 2 ** 31 ? Number(id) : wrong(field));

function wrong(field: string): never {
  throw problem(clientErrors.wrongCondition, { field });
}
