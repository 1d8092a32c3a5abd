import type { SettingSchema } from '@loctelli/core';
import type { ErrorObject, ValidateFunction } from 'ajv';

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
export async function judgeSettings(schema: Schema, values: Record<string, unknown>): Promise<SettingFault[]> {
  let validate = compiled.get(schema);
  if (!validate) {
    validate = (await makeAjv()).compile({ ...schema, additionalProperties: false });
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

/** Loaded when the first settings are judged, which most requests never need. Imported by their defaults, the one name that the bundled API leaves to CommonJS. */
async function makeAjv() {
  const [{ default: Ajv }, { default: addFormats }] = await Promise.all([import('ajv/dist/2020.js'), import('ajv-formats')]);
  const ajv = new Ajv({ allErrors: true, strict: false });
  addFormats(ajv, ['email', 'uri', 'date']);
  ajv.addFormat('color', /^#[0-9a-fA-F]{6}$/);
  ajv.addFormat('time', /^(?:[01]\d|2[0-3]):[0-5]\d$/);
  ajv.addFormat('currency', /^[A-Z]{3}$/);
  return ajv;
}
