import { createRequire } from 'node:module';
import type { SettingSchema } from '@loctelli/core';
import type { ErrorObject, ValidateFunction } from 'ajv';

// CommonJS whose constructor hides behind `default`; required when the first settings are judged, which most requests never need.
const require = createRequire(import.meta.url);

type Schema = Record<string, unknown>;

/** The settings that a manifest declares, by name. */
export const settingsOf = (schema: Schema | undefined) => (schema?.properties ?? {}) as Record<string, SettingSchema>;

/** The `default` of each setting that has one. */
export function defaultsOf(schema: Schema | undefined): Record<string, unknown> {
  return Object.fromEntries(Object.entries(settingsOf(schema)).flatMap(([name, setting]) => ('default' in setting ? [[name, setting.default]] : [])));
}

export const isSecret = (schema: Schema | undefined, name: string) => settingsOf(schema)[name]?.writeOnly === true;

export interface SettingFault {
  path: string;
  code: string;
  message: string;
}

const compiled = new WeakMap<object, ValidateFunction>();

/** What is wrong with a whole set of values; a setting that the manifest does not declare is wrong too. */
export function judgeSettings(schema: Schema, values: Record<string, unknown>): SettingFault[] {
  let validate = compiled.get(schema);
  if (!validate) {
    validate = makeAjv().compile({ ...schema, additionalProperties: false });
    compiled.set(schema, validate);
  }
  if (validate(values)) return [];
  return (validate.errors ?? []).map(faultOf);
}

/** Named as zod names its issues, so that the web has words for them. */
function faultOf({ keyword, instancePath, params, message = 'is not valid' }: ErrorObject): SettingFault {
  const named = (params as Record<string, string>).missingProperty ?? (params as Record<string, string>).additionalProperty;
  const path = ['values', ...instancePath.split('/').slice(1), ...(named ? [named] : [])].join('.');
  const codes: Record<string, string> = {
    ...{ minimum: 'too_small', minLength: 'too_small', minItems: 'too_small', maximum: 'too_big', maxLength: 'too_big', maxItems: 'too_big' },
    ...{ enum: 'invalid_value', type: 'invalid_type', format: 'invalid_format', pattern: 'invalid_format', required: 'required', additionalProperties: 'unrecognized_keys' },
  };
  return { path, code: codes[keyword] ?? 'invalid', message };
}

function makeAjv() {
  const { Ajv2020 } = require('ajv/dist/2020.js') as typeof import('ajv/dist/2020.js');
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  const formats = require('ajv-formats') as typeof import('ajv-formats');
  formats.default(ajv, ['email', 'uri', 'date']);
  ajv.addFormat('color', /^#[0-9a-fA-F]{6}$/);
  ajv.addFormat('time', /^(?:[01]\d|2[0-3]):[0-5]\d$/);
  ajv.addFormat('currency', /^[A-Z]{3}$/);
  return ajv;
}
