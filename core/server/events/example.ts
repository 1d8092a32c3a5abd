type Schema = { type?: string | string[]; properties?: Record<string, Schema>; items?: Schema; enum?: unknown[]; const?: unknown; anyOf?: Schema[]; format?: string; pattern?: string };

const byFormat: Record<string, string> = { email: 'ana@home.example', 'date-time': '2026-03-29T09:00:00.000Z', date: '2026-03-29', uuid: '0190b5a0-7c1e-7b3a-9d52-3f6c2a1e8b40', uri: 'https://home.example/' };
const byName: [RegExp, unknown][] = [[/At$|^at$/, byFormat['date-time']], [/email/i, byFormat.email], [/phone/i, '+14155550107'], [/zone/i, 'Europe/Madrid'], [/locale/i, 'en'], [/^name$|Name$/, 'Ana Ruiz'], [/certificate|token/i, 'K7Q2-94XF']];

/** A plausible value for a JSON Schema, the same each time, for people who read what an event carries. */
export function exampleOf(schema: Schema, name = ''): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.anyOf) return exampleOf(schema.anyOf.find(({ type }) => type !== 'null') ?? {}, name);
  const type = Array.isArray(schema.type) ? schema.type.find((each) => each !== 'null') : schema.type;
  if (type === 'object') return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([key, inner]) => [key, exampleOf(inner, key)]));
  if (type === 'array') return [exampleOf(schema.items ?? {}, name.replace(/s$/, ''))];
  if (type === 'boolean') return true;
  if (type === 'integer' || type === 'number') return /Id$|^id$/.test(name) ? 42 : 1;
  return (schema.format && byFormat[schema.format]) ?? byName.find(([pattern]) => pattern.test(name))?.[1] ?? 'text';
}
