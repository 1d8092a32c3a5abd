import type { ReactNode } from 'react';
import { isDay } from '../date/days.ts';
import type { Option } from '../select.tsx';

export const filterOperators = ['is', 'isNot', 'anyOf', 'noneOf', 'contains', 'startsWith', 'atLeast', 'atMost', 'between', 'before', 'after', 'withinDays', 'empty', 'notEmpty'] as const;
export type FilterOperator = (typeof filterOperators)[number];
type Scalar = string | number | boolean;

/**
 * One thing that must hold. `anyOf`, `noneOf` and `between` take a list; `empty` and `notEmpty` take nothing; the others one value.
 * Days are `2026-11-23`, `withinDays` counts days back from now, amounts are whole units.
 */
export interface FilterCondition {
  field: string;
  operator: FilterOperator;
  value?: Scalar | Scalar[];
}

export type FilterType = 'text' | 'select' | 'user' | 'tags' | 'number' | 'money' | 'date' | 'boolean';

export interface FilterField {
  id: string;
  label: string;
  type: FilterType;
  icon?: ReactNode;
  /** `select` and `tags`: what there is to choose; `user` finds the tenant's users by itself. */
  options?: readonly Option[];
  /** The server wants numbers: ids of stages. Users are numbers anyway. */
  numeric?: boolean;
  /** `money`: ISO 4217. */
  currency?: string;
  /** May be empty, so that one can ask for it. */
  nullable?: boolean;
  /** Fewer ways to compare than the type has. */
  operators?: readonly FilterOperator[];
}

const byType: Record<FilterType, readonly FilterOperator[]> = {
  text: ['contains', 'is', 'isNot', 'startsWith'],
  select: ['anyOf', 'noneOf'],
  user: ['anyOf', 'noneOf'],
  tags: ['anyOf', 'noneOf'],
  number: ['between', 'atLeast', 'atMost', 'is'],
  money: ['between', 'atLeast', 'atMost', 'is'],
  date: ['withinDays', 'between', 'after', 'before'],
  boolean: ['is'],
};

export function operatorsOf(field: FilterField): readonly FilterOperator[] {
  return field.operators ?? [...byType[field.type], ...(field.nullable ? (['empty', 'notEmpty'] as const) : [])];
}

/** The ends of a range that was left open; every amount and day that can be kept lies between. */
export const openEnds = { amount: [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER], day: ['1000-01-01', '9999-12-31'] } as const;
const opens = new Set<unknown>([...openEnds.amount, ...openEnds.day]);
export const isOpenEnd = (value: unknown) => opens.has(value);

export const isList = (operator: FilterOperator) => operator === 'anyOf' || operator === 'noneOf' || operator === 'between';
export const isBare = (operator: FilterOperator) => operator === 'empty' || operator === 'notEmpty';

/** What a field is first asked. */
export const startOf = (field: FilterField): FilterCondition => (field.type === 'boolean' ? { field: field.id, operator: 'is', value: true } : { field: field.id, operator: operatorsOf(field)[0]! });

/** The same question asked another way; the value stays where it still means something. */
export function withOperator(condition: FilterCondition, operator: FilterOperator): FilterCondition {
  const { field, value } = condition;
  if (isBare(operator)) return { field, operator };
  const keeps = value !== undefined && isList(operator) === Array.isArray(value) && (operator === 'between') === (condition.operator === 'between') && (operator === 'withinDays') === (condition.operator === 'withinDays');
  return keeps ? { field, operator, value } : { field, operator };
}

/** Whether it asks anything yet. */
export function isComplete({ operator, value }: FilterCondition): boolean {
  if (isBare(operator)) return true;
  if (isList(operator)) return Array.isArray(value) && value.length > 0 && (operator !== 'between' || value.length === 2);
  return value !== undefined && value !== '' && !Array.isArray(value);
}

/** For the address and for saved views; '' for none. */
export const conditionsToText = (conditions: readonly FilterCondition[]): string => (conditions.length ? JSON.stringify(conditions.filter(isComplete)) : '');

/**
 * Reads what an address or a saved view holds. What is no condition, or names none of the fields, is left out: an old link must still
 * open its list.
 */
export function conditionsFromText(text: string | null | undefined, fields?: readonly FilterField[]): FilterCondition[] {
  let found: unknown;
  try {
    found = JSON.parse(text || '[]');
  } catch {
    return [];
  }
  return Array.isArray(found) ? found.filter((each): each is FilterCondition => isCondition(each, fields)) : [];
}

function isCondition(value: unknown, fields: readonly FilterField[] | undefined): value is FilterCondition {
  if (typeof value !== 'object' || value === null) return false;
  const condition = value as FilterCondition;
  const field = fields?.find((each) => each.id === condition.field);
  if (typeof condition.field !== 'string' || !filterOperators.includes(condition.operator) || (fields && !field)) return false;
  const values = Array.isArray(condition.value) ? condition.value : condition.value === undefined ? [] : [condition.value];
  const scalars = values.every((each) => ['string', 'number', 'boolean'].includes(typeof each));
  const days = field?.type !== 'date' || condition.operator === 'withinDays' || values.every((each) => isDay(each));
  return scalars && days && isComplete(condition);
}
