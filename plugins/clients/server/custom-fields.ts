import type { ClientFieldType, CustomFields } from '../contract.ts';

export interface FieldRule {
  key: string;
  type: string;
  required: boolean;
  options: string[];
}

export interface FieldFault {
  path: string;
  code: 'unknown' | 'required' | ClientFieldType;
  message: string;
}

/**
 * Checks values against the tenant's own fields.
 * @param values all of a client's values, after the change
 * @param touched keys the caller sent; only these are judged, so that a field made required later does not lock old clients
 */
export function faultsOf(values: CustomFields, touched: Iterable<string>, rules: readonly FieldRule[]): FieldFault[] {
  const byKey = new Map(rules.map((rule) => [rule.key, rule]));
  return [...touched].flatMap((key): FieldFault[] => {
    const path = `customFields.${key}`;
    const rule = byKey.get(key);
    if (!rule) return [{ path, code: 'unknown', message: 'is not a field here' }];
    const value = values[key] ?? null;
    if (value === null || value === '') return rule.required ? [{ path, code: 'required', message: 'is required' }] : [];
    return fits(value, rule) ? [] : [{ path, code: rule.type as ClientFieldType, message: wanted[rule.type as ClientFieldType] }];
  });
}

const wanted: Record<ClientFieldType, string> = {
  text: 'must be text',
  number: 'must be a number',
  date: 'must be a date, such as 2026-03-01',
  boolean: 'must be yes or no',
  select: 'must be one of the choices',
};

function fits(value: string | number | boolean, { type, options }: FieldRule): boolean {
  if (type === 'number') return typeof value === 'number' && Number.isFinite(value);
  if (type === 'boolean') return typeof value === 'boolean';
  if (typeof value !== 'string') return false;
  if (type === 'date') return /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value));
  return type !== 'select' || options.includes(value);
}
