import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { ErrorObject, Options, ValidateFunction } from 'ajv';
import type { FoundPlugin } from './find.ts';
import type { Finding } from './finding.ts';

// CommonJS whose constructor hides behind `default`; require gives the same shape compiled and under Jest, and only when it is asked for.
const require = createRequire(import.meta.url);
const newAjv = (options: Options) => {
  const { Ajv2020 } = require('ajv/dist/2020.js') as typeof import('ajv/dist/2020.js');
  return new Ajv2020({ allErrors: true, strict: false, verbose: true, ...options });
};

const compiled = new Map<string, ValidateFunction>();

/** Judges the form of a manifest against `plugin.schema.json`, and that its id is the folder's name. */
export function judgeManifest(root: string, plugin: FoundPlugin): Finding[] {
  const validate = compile(root);
  const file = `${plugin.folder}/plugin.json`;
  if (!validate(plugin.manifest)) return (validate.errors ?? []).filter(isTelling).map((error) => ({ file, ...explain(error) }));
  if (!plugin.packageName && plugin.manifest.id !== plugin.id) {
    return [
      {
        file,
        message: `its id is ${plugin.manifest.id}, its folder ${plugin.id}`,
        fix: `write "id": "${plugin.id}", or rename the folder`,
      },
    ];
  }
  return judgeSettings(plugin, file);
}

/** Every start waits for this, so the schema, which is ours, is not judged itself, and its one format is a hint for editors. */
function compile(root: string): ValidateFunction {
  const text = fs.readFileSync(path.join(root, 'plugin.schema.json'), 'utf8');
  const known = compiled.get(text);
  if (known) return known;
  const validate = newAjv({ meta: false, validateSchema: false, validateFormats: false }).compile(JSON.parse(text) as object);
  compiled.set(text, validate);
  return validate;
}

function judgeSettings(plugin: FoundPlugin, file: string): Finding[] {
  const schema = plugin.manifest.settings;
  if (!schema) return [];
  const ajv = newAjv({});
  (require('ajv-formats') as { default: (ajv: object) => void }).default(ajv);
  if (ajv.validateSchema(schema)) return [];
  return (ajv.errors ?? []).slice(0, 3).map((error) => ({
    file,
    message: `settings${error.instancePath} ${error.message}`,
    fix: 'make settings a valid JSON Schema (2020-12)',
  }));
}

/** `if` only repeats what its `then` said. */
const isTelling = (error: ErrorObject) => error.keyword !== 'if';

function explain(error: ErrorObject): { message: string; fix: string } {
  const where = error.instancePath.replace(/^\//, '').replaceAll('/', '.') || 'the manifest';
  const params = error.params as Record<string, string>;
  const described = (error.parentSchema as { description?: string } | undefined)?.description;
  switch (error.keyword) {
    case 'required':
      return {
        message: `${where} lacks "${params.missingProperty}"`,
        fix: `add "${params.missingProperty}"; plugin.schema.json describes it`,
      };
    case 'additionalProperties':
      return {
        message: `${where} has the unknown property "${params.additionalProperty}"`,
        fix: `remove it, or correct its name; plugin.schema.json lists what there is`,
      };
    case 'enum':
      return {
        message: `${where} ${error.message}`,
        fix: `use one of ${JSON.stringify((error.params as { allowedValues: unknown }).allowedValues)}`,
      };
    case 'not':
      return { message: `${where} is a name the kernel keeps for itself`, fix: 'choose another id' };
    default:
      return {
        message: `${where} ${error.message}`,
        fix: described ? `it is: ${described}` : 'write it as plugin.schema.json describes it',
      };
  }
}
