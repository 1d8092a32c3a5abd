import { readEnums, readModels } from '../assemble/prisma-models.ts';
import type { MigrationSource } from '../assemble/migrations.ts';
import type { SchemaSource } from '../assemble/prisma-build.ts';

/** One statement of a migration, with the comment Prisma puts above it. */
export interface Statement {
  text: string;
  /** Table or type it changes. */
  target: string;
  /** `core` or a plugin's id; null when nobody can be found. */
  owner: string | null;
}

const name = '"(?:public"\\.")?([^"]+)"';
const targets = [
  new RegExp(`^(?:CREATE TABLE|ALTER TABLE|DROP TABLE|CREATE TYPE|ALTER TYPE|DROP TYPE)\\s+${name}`),
  new RegExp(`^CREATE (?:UNIQUE )?INDEX\\s+"[^"]+"\\s+ON\\s+${name}`),
  /^(?:DROP INDEX|ALTER INDEX)\s+"([^"]+)"/,
];

/**
 * Cuts a migration written by the schema engine into statements and finds whose each is: by the schema file that declares the table, or, for
 * what is declared no more, by the migration that made it.
 */
export function attribute(sql: string, schemas: readonly SchemaSource[], migrations: readonly MigrationSource[]): Statement[] {
  const owners = new Map<string, string>();
  for (const { name, owner } of migrations.flatMap((migration) => created(migration))) owners.set(name, owner);
  for (const { owner, content } of schemas)
    for (const table of [...readModels(content).map((model) => model.table), ...readEnums(content)]) owners.set(table, owner);
  return pieces(sql).map((text) => {
    const body = text.replace(/^\s*(--.*|\/\*[\s\S]*?\*\/|BEGIN;)\s*$/gm, '').trim();
    const target = targets.map((pattern) => pattern.exec(body)?.[1]).find(Boolean) ?? body.split('\n')[0]!;
    return { text, target, owner: owners.get(target) ?? null };
  });
}

/** The engine writes a comment before every statement or group that belongs together (`-- AlterEnum`, which may hold several). */
function pieces(sql: string): string[] {
  return sql
    .split(/^(?=-- (?:Create|Alter|Drop|Add|Rename|Redefine)\w+)/m)
    .map((piece) => piece.trim())
    .filter(Boolean);
}

/** Tables, types and indexes a migration makes. */
function created({ owner, sql }: MigrationSource): { name: string; owner: string }[] {
  const pattern = /CREATE\s+(?:TABLE|TYPE|(?:UNIQUE\s+)?INDEX)\s+(?:IF NOT EXISTS\s+)?"?([A-Za-z_]\w*)"?/gi;
  return [...sql.matchAll(pattern)].map(([, name]) => ({ name: name!, owner }));
}
