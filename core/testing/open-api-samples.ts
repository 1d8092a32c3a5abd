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
  minimum?: number;
  minItems?: number;
}

/** One operation of an OpenAPI document, with what is needed to call it. */
export interface Operation {
  method: string;
  path: string;
  isPublic: boolean;
  pathIds: string[];
  queryIds: string[];
  /** Dotted paths of ids in the body. */
  bodyIds: string[];
  query: Record<string, unknown>;
  body: Record<string, unknown> | undefined;
}

const isId = (name: string, schema: Schema) => (name === 'id' || /Ids?$/.test(name)) && /integer|array|number/.test(JSON.stringify(schema));

/** Every operation of a document, with the smallest input its schemas accept and the places where ids go. */
export function operationsOf(document: { paths: Record<string, Record<string, any>>; components?: { schemas?: Record<string, Schema> } }): Operation[] {
  const resolve = (schema: Schema): Schema => (schema.$ref ? resolve(document.components!.schemas![schema.$ref.split('/').at(-1)!]!) : schema);
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => {
      const parameters: { name: string; in: string; required?: boolean; schema: Schema }[] = operation.parameters ?? [];
      const bodySchema = operation.requestBody?.content?.['application/json']?.schema as Schema | undefined;
      const inQuery = parameters.filter((parameter) => parameter.in === 'query');
      return {
        method: method.toUpperCase(),
        path,
        isPublic: !operation.security,
        pathIds: parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name),
        queryIds: inQuery.filter(({ name, schema }) => isId(name, schema)).map(({ name }) => name),
        bodyIds: bodySchema ? idsIn(bodySchema, resolve) : [],
        query: Object.fromEntries(inQuery.filter(({ required }) => required).map(({ name, schema }) => [name, sampleOf(schema, resolve)])),
        body: bodySchema ? (sampleOf(bodySchema, resolve) as Record<string, unknown>) : undefined,
      };
    }),
  );
}

function idsIn(schema: Schema, resolve: (schema: Schema) => Schema): string[] {
  return Object.entries(resolve(schema).properties ?? {}).filter(([name, property]) => isId(name, resolve(property))).map(([name]) => name);
}

function sampleOf(given: Schema, resolve: (schema: Schema) => Schema): unknown {
  const schema = resolve(given);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (alternatives) return sampleOf(alternatives[0]!, resolve);
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => sampleOf(part, resolve) as object));
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === 'object') return Object.fromEntries((schema.required ?? []).map((name) => [name, sampleOf(schema.properties?.[name] ?? {}, resolve)]));
  if (type === 'array') return schema.minItems ? [sampleOf(schema.items ?? {}, resolve)] : [];
  if (type === 'boolean') return true;
  if (type === 'integer' || type === 'number') return Math.max(1, schema.minimum ?? 1);
  if (schema.format === 'email') return 'someone@sample.example';
  if (schema.format === 'date-time') return '2030-01-01T00:00:00Z';
  return 'sample'.padEnd(schema.minLength ?? 1, 'x');
}
