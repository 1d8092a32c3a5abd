import type { ClientFieldType, CustomFields } from '../contract.ts';
import { readEmail, readPhone } from './imports/cell-values.ts';

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
  multiselect: 'must be some of the choices',
  url: 'must be a web address, such as https://casa.example',
  email: 'must be an e-mail address',
  phone: 'must be a phone number',
  money: 'must be an amount',
};

type Value = Exclude<CustomFields[string], null>;

function fits(value: Value, { type, options }: FieldRule): boolean {
  if (type === 'number') return typeof value === 'number' && Number.isFinite(value);
  if (type === 'money') return typeof value === 'number' && value >= 0 && value <= 999_999_999_999 && Math.abs(value * 100 - Math.round(value * 100)) < 1e-3;
  if (type === 'boolean') return typeof value === 'boolean';
  if (type === 'multiselect') return Array.isArray(value) && value.every((each) => options.includes(each)) && new Set(value).size === value.length;
  if (typeof value !== 'string') return false;
  if (type === 'date') return isDay(value);
  if (type === 'url') return isAddress(value);
  if (type === 'email') return readEmail(value) !== undefined;
  if (type === 'phone') return /^\+[1-9]\d{3,14}$/.test(value);
  return type !== 'select' || options.includes(value);
}

const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);

/** Only what a browser may open by a click: no `javascript:`. */
function isAddress(text: string): boolean {
  return /^https?:\/\/[^\s]+$/i.test(text) && URL.canParse(text);
}

/** A value as it is stored: phones in international form, addresses trimmed and completed. What cannot be read stays, to be refused by `faultsOf`. */
export function tidied(values: CustomFields, rules: readonly FieldRule[], country: string): CustomFields {
  const types = new Map(rules.map(({ key, type }) => [key, type]));
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, tidy(value, types.get(key), country)]));
}

function tidy(value: CustomFields[string], type: string | undefined, country: string): CustomFields[string] {
  if (type === 'multiselect' && Array.isArray(value)) return value.length ? [...new Set(value)] : null;
  if (typeof value !== 'string' || value.trim() === '') return value;
  if (type === 'phone') return readPhone(value, country) ?? value;
  if (type === 'email') return readEmail(value.trim()) ?? value;
  if (type === 'url') return readAddress(value) ?? value;
  return value;
}

/** `casa.example` means `https://casa.example`. */
export function readAddress(text: string): string | undefined {
  const address = /^[a-z][a-z0-9+.-]*:/i.test(text.trim()) ? text.trim() : `https://${text.trim()}`;
  return isAddress(address) && /^https?:\/\/[^/?#]+\.[^/?#]+/i.test(address) ? address : undefined;
}
