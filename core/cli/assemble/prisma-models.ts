/** A model as a Prisma schema file declares it; only what `assemble` and `diff` need. */
export interface PrismaModel {
  name: string;
  /** Name of its table (`@@map`, otherwise the model's name). */
  table: string;
  /** Field name → its type without `?` and `[]`. */
  fields: ReadonlyMap<string, string>;
}

/** Reads the models out of a Prisma schema. Comments are skipped; a schema that does not parse is Prisma's to refuse. */
export function readModels(schema: string): PrismaModel[] {
  return blocks(schema, 'model').map(({ name, body }) => {
    const lines = body.split('\n').map((line) => line.replace(/\/\/.*$/, '').trim());
    const fields = lines.flatMap((line) => /^([A-Za-z]\w*)\s+([A-Za-z]\w*)/.exec(line)?.slice(1, 3) ?? []);
    const pairs: [string, string][] = [];
    for (let index = 0; index < fields.length; index += 2) pairs.push([fields[index]!, fields[index + 1]!]);
    return { name, table: mapped(body) ?? name, fields: new Map(pairs) };
  });
}

/** Names of the enum types a Prisma schema declares, as the database calls them. */
export function readEnums(schema: string): string[] {
  return blocks(schema, 'enum').map(({ name, body }) => mapped(body) ?? name);
}

function blocks(schema: string, kind: 'model' | 'enum'): { name: string; body: string }[] {
  const pattern = new RegExp(`^${kind}\\s+(\\w+)\\s*\\{([\\s\\S]*?)^\\}`, 'gm');
  return [...schema.matchAll(pattern)].map(([, name, body]) => ({ name: name!, body: body! }));
}

const mapped = (body: string) => /@@map\("([^"]+)"\)/.exec(body)?.[1];
