interface Schema {
  $ref?: string;
  type?: string | string[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  minItems?: number;
}

/** A place of an operation where an id goes. */
export interface IdPlace {
  name: string;
  /** An array of ids takes one wrapped in an array. */
  isArray: boolean;
  /** Ids of rows are integers; sessions and plugins are named by text. */
  isInteger: boolean;
}

/** One operation of an OpenAPI document, with what is needed to call it. */
export interface Operation {
  method: string;
  path: string;
  isPublic: boolean;
  pathIds: IdPlace[];
  queryIds: IdPlace[];
  bodyIds: IdPlace[];
  query: Record<string, unknown>;
  body: Record<string, unknown> | undefined;
  /** Whether the body must say which version of a row it changes. */
  isVersioned: boolean;
}

interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  schema: Schema;
}

type Resolve = (schema: Schema) => Schema;

/** Every operation of a document, with the smallest input its schemas accept and the places where ids go. */
export function operationsOf(document: {
  paths: Record<string, Record<string, any>>;
  components?: { schemas?: Record<string, Schema> };
}): Operation[] {
  const resolve: Resolve = (schema) => (schema.$ref ? resolve(document.components!.schemas![schema.$ref.split('/').at(-1)!]!) : schema);
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => {
      const parameters: Parameter[] = operation.parameters ?? [];
      const bodySchema = operation.requestBody?.content?.['application/json']?.schema as Schema | undefined;
      const properties = Object.entries((bodySchema && resolve(bodySchema).properties) ?? {});
      const inQuery = parameters.filter((parameter) => parameter.in === 'query');
      const isVersioned = properties.some(([name]) => name === 'version');
      return {
        method: method.toUpperCase(),
        path,
        isPublic: !operation.security,
        pathIds: parameters.filter((parameter) => parameter.in === 'path').map(({ name, schema }) => placeOf(name, schema, resolve)),
        queryIds: inQuery.map(({ name, schema }) => placeOf(name, schema, resolve)).filter(isId),
        bodyIds: properties.map(([name, schema]) => placeOf(name, schema, resolve)).filter(isId),
        query: Object.fromEntries(
          inQuery.filter(({ required }) => required).map(({ name, schema }) => [name, sampleOf(schema, resolve, name)]),
        ),
        body: bodySchema
          ? { ...(sampleOf(bodySchema, resolve) as Record<string, unknown>), ...(isVersioned && { version: 1 }) }
          : undefined,
        isVersioned,
      };
    }),
  );
}

const isId = ({ name, isInteger }: IdPlace) => isInteger && (name === 'id' || /Ids?$/.test(name));

/** What a property takes, whether or not it may be null as well. */
function placeOf(name: string, given: Schema, resolve: Resolve): IdPlace {
  const schema = resolve(given);
  const alternatives = [schema, ...(schema.anyOf ?? schema.oneOf ?? []).map(resolve)];
  const array = alternatives.find((each) => typeOf(each) === 'array');
  const values = array ? [resolve(array.items ?? {})] : alternatives;
  return { name, isArray: array !== undefined, isInteger: values.some((each) => ['integer', 'number'].includes(typeOf(each) ?? '')) };
}

const typeOf = ({ type }: Schema) => (Array.isArray(type) ? type.find((each) => each !== 'null') : type);

function sampleOf(given: Schema, resolve: Resolve, name = ''): unknown {
  const schema = resolve(given);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (alternatives) return sampleOf(alternatives[0]!, resolve, name);
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => sampleOf(part, resolve, name) as object));
  const type = typeOf(schema);
  if (type === 'object') {
    return Object.fromEntries((schema.required ?? []).map((key) => [key, sampleOf(schema.properties?.[key] ?? {}, resolve, key)]));
  }
  if (type === 'array') return schema.minItems ? [sampleOf(schema.items ?? {}, resolve, name)] : [];
  if (type === 'boolean') return true;
  if (type === 'integer' || type === 'number') return Math.max(1, schema.minimum ?? 1);
  return textFor(schema, name);
}

const byFormat: Record<string, string> = {
  email: 'someone@sample.example',
  'date-time': '2030-01-01T00:00:00Z',
  date: '2030-01-01',
  time: '10:00:00Z',
  uuid: '0190b5a0-0000-7000-8000-000000000000',
  uri: 'https://sample.example/',
};
/** A schema that transforms what it takes loses its format in the document; the name still tells. */
const byName: Record<string, string> = { email: byFormat.email!, zone: 'Europe/Madrid', permission: 'users.read' };
const words = [
  'sample text that is long',
  'sample',
  'EUR',
  'ES',
  '+14155550100',
  '10:00',
  '#1f6feb',
  '1',
  'custom:sample',
  'sample.metric',
  '0'.repeat(64),
  ...Object.values(byFormat),
];

/** A text the schema takes. Throws for a pattern that none of the known words matches: add one then. */
function textFor({ format, pattern, minLength = 0, maxLength = Infinity }: Schema, name: string): string {
  const known = (format ? byFormat[format] : undefined) ?? byName[name];
  if (known) return known;
  const matches = pattern ? words.filter((word) => new RegExp(pattern, 'u').test(word)) : words;
  const found = matches.find((word) => word.length >= minLength && word.length <= maxLength);
  if (found) return found;
  if (!pattern) return 'x'.repeat(minLength);
  throw new Error(`No sample matches ${pattern}, which ${name} must.`);
}
