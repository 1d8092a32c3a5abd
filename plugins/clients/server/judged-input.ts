import { problem } from '@loctelli/core/server';
import { clientErrors, type CustomFields } from '../contract.ts';
import type { Setup } from './client-setup.ts';
import { faultsOf, tidied } from './custom-fields.ts';
import { readPhone } from './imports/cell-values.ts';

/** A phone number in international form. Throws clients.wrong-phone. */
export function judgedPhone({ phone }: { phone?: string | null | undefined }, country: string): { phone?: string } {
  if (!phone) return {};
  const number = readPhone(phone, country);
  if (number) return { phone: number };
  throw problem(clientErrors.wrongPhone, undefined, [{ path: 'phone', code: 'phone', message: clientErrors.wrongPhone.detail }]);
}

/**
 * Values of the tenant's own fields as they are stored. Throws clients.wrong-custom-field.
 * @param all whether required fields that were not sent are missed
 */
export function judgedCustomFields(values: CustomFields, sent: CustomFields, { fields }: Setup, country: string, all: boolean): CustomFields {
  const tidy = tidied(values, fields, country);
  const required = all ? fields.filter((rule) => rule.required).map(({ key }) => key) : [];
  const faults = faultsOf(tidy, new Set([...Object.keys(sent), ...required]), fields);
  if (faults.length) throw problem(clientErrors.wrongCustomField, undefined, faults);
  return tidy;
}

/** What is empty is not stored. */
export const withoutEmpty = (values: CustomFields): CustomFields => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== ''));
