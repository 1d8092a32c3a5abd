import type { Rule } from '../../contract.ts';
import { dayOf } from './clock.ts';
import type { Fact, Facts } from './facts.ts';

const dayMs = 86_400_000;
/** When a rule is judged, and in whose zone a day without a time begins. */
export interface Judgement {
  now: number;
  zone: string;
}

/** Whether all rules hold; none always do. */
export const allHold = (rules: readonly Rule[], facts: Facts, judgement: Judgement): boolean => rules.every((rule) => holds(rule, facts, judgement));

/** Whether one rule holds. What is empty is not anything: `isNot` and `noneOf` hold of it, everything else but `empty` does not. */
export function holds({ field, operator, value }: Rule, facts: Facts, { now, zone }: Judgement): boolean {
  const fact = facts[field];
  if (operator === 'empty') return isEmpty(fact);
  if (operator === 'notEmpty') return !isEmpty(fact);
  const wanted = value === undefined ? [] : Array.isArray(value) ? value : [value];
  const is = wanted.some((one) => alike(fact, one));
  if (operator === 'is' || operator === 'anyOf') return is;
  if (operator === 'isNot' || operator === 'noneOf') return !is;
  if (isEmpty(fact) || wanted.length === 0) return false;
  const [one] = wanted as [string | number | boolean];
  switch (operator) {
    case 'contains':
      return [fact].flat().some((part) => folded(part).includes(folded(one)));
    case 'atLeast':
      return compared(fact, one, zone, (a, b) => a >= b);
    case 'atMost':
      return compared(fact, one, zone, (a, b) => a <= b);
    case 'before':
      return compared(fact, one, zone, (a, b) => a < b);
    case 'after':
      return compared(fact, one, zone, (a, b) => a > b);
    case 'withinDays': {
      const at = momentOf(fact, zone);
      return at !== null && at <= now && at >= now - Number(one) * dayMs;
    }
  }
}

const isEmpty = (fact: Fact | undefined): fact is null | undefined => fact === undefined || fact === null || fact === '' || (Array.isArray(fact) && fact.length === 0);
const folded = (value: unknown) => String(value).trim().toLocaleLowerCase('en');

/** Of a list it is enough that one of its parts is meant. Numbers and truths are told by their text too, as a form writes them. */
function alike(fact: Fact | undefined, wanted: string | number | boolean): boolean {
  if (typeof fact === 'boolean' || typeof wanted === 'boolean') return (fact ?? false) === wanted || folded(fact ?? false) === folded(wanted);
  if (isEmpty(fact)) return wanted === '';
  return [fact].flat().some((part) => folded(part) === folded(wanted) || (typeof part === 'number' && typeof wanted === 'string' && wanted.trim() !== '' && part === Number(wanted)));
}

/** As numbers where both are some, else as moments. What is neither compares to nothing. */
function compared(fact: Fact | undefined, wanted: string | number | boolean, zone: string, by: (a: number, b: number) => boolean): boolean {
  const [a, b] = [numberOf(fact), numberOf(wanted)];
  if (a !== null && b !== null) return by(a, b);
  const [from, to] = [momentOf(fact, zone), momentOf(wanted, zone)];
  return from !== null && to !== null && by(from, to);
}

function numberOf(value: unknown): number | null {
  const number = typeof value === 'number' ? value : typeof value === 'string' && value.trim() !== '' ? Number(value) : NaN;
  return Number.isFinite(number) ? number : null;
}

function momentOf(value: unknown, zone: string): number | null {
  if (typeof value !== 'string') return null;
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return Number.isNaN(Date.parse(value)) ? null : dayOf(value, zone);
  const at = /^\d{4}-\d{2}-\d{2}T/.test(value) ? Date.parse(value) : NaN;
  return Number.isNaN(at) ? null : at;
}
