import { Prisma } from '../../../prisma/build/client/client.ts';

const writes = new Set(['create', 'createMany', 'createManyAndReturn', 'update', 'updateMany', 'updateManyAndReturn', 'upsert', 'delete', 'deleteMany']);

/** Whether a Prisma operation changes rows. */
export const isWrite = (operation: string) => writes.has(operation);

const models = new Set<string>(Object.values(Prisma.ModelName));

/**
 * The models an operation may have changed: its own, and those whose relation a nested write names. A nested key that is no relation
 * adds nothing, and a name that only looks like one costs a cache entry, never a stale answer.
 */
export function touchedModels(model: string, args: unknown): Set<string> {
  const touched = new Set([model]);
  const data = args as { data?: unknown; create?: unknown; update?: unknown };
  for (const part of [data.data, data.create, data.update]) addNested(part, touched);
  return touched;
}

const nestedWrites = ['create', 'createMany', 'connectOrCreate', 'update', 'updateMany', 'upsert', 'delete', 'deleteMany', 'set', 'connect', 'disconnect'];

function addNested(data: unknown, touched: Set<string>): void {
  if (Array.isArray(data)) return data.forEach((item) => addNested(item, touched));
  if (!isPlain(data)) return;
  for (const [key, value] of Object.entries(data)) {
    if (!isPlain(value) || !nestedWrites.some((verb) => verb in value)) continue;
    const target = relationTarget(key);
    // A relation whose model cannot be told from its name forgets everything rather than too little.
    for (const name of target ? [target] : models) touched.add(name);
    for (const verb of nestedWrites) addNested((value as Record<string, unknown>)[verb], touched);
  }
}

function relationTarget(field: string): string | undefined {
  const capital = field.charAt(0).toUpperCase() + field.slice(1);
  return [capital, capital.replace(/s$/, ''), capital.replace(/ies$/, 'y')].find((name) => models.has(name));
}

/**
 * Turns the `where` of a findUnique into that of a findFirst: a compound key `{ tenantId_id: { tenantId, id } }` becomes its fields.
 */
export function flattenUnique(where: Record<string, unknown>): Record<string, unknown> {
  const flat: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(where)) {
    if (isPlain(value) && Object.keys(value).join('_') === key) Object.assign(flat, value);
    else flat[key] = value;
  }
  return flat;
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
