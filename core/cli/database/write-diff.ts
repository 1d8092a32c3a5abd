import fs from 'node:fs';
import path from 'node:path';
import type { Judgement } from '../assemble/judge.ts';
import { migrationsFolder, type MigrationSource } from '../assemble/migrations.ts';
import { pendingSql, type Migration, type SchemaFile } from '../../server/database/schema-engine.ts';
import { Told } from '../services/told.ts';
import { attribute, type Statement } from './statements.ts';

export interface WrittenDiff {
  /** The migration's file, from the root of the clone; null when the owner's schema has not changed. */
  file: string | null;
  /** Others whose schema has changed too and who have no migration for it yet. */
  alsoPending: string[];
  /** What the migration loses for good. */
  losses: string[];
}

/** What the migrations do not do yet, statement by statement. */
export async function pendingStatements(root: string, databaseUrl: string, judged: Judgement): Promise<Statement[]> {
  const files: SchemaFile[] = judged.sources.map(({ name }) => ({
    path: name,
    content: fs.readFileSync(path.join(root, 'prisma/build/schema', name), 'utf8'),
  }));
  const migrations: Migration[] = judged.migrations.map(({ name, sql }) => ({ name, sql }));
  const sql = await pendingSql(databaseUrl, migrations, files);
  return sql ? attribute(sql, judged.sources, judged.migrations) : [];
}

/**
 * Writes the next migration of one owner. Only statements about its own tables go in; whoever it builds upon has to be up to date, as its
 * foreign keys would otherwise point at tables that no migration makes.
 * @param owner `core` or a plugin's id
 * @param statements from `pendingStatements`
 * @throws Told when the owner is unknown or builds upon something that is pending itself
 */
export function writeDiff(
  root: string,
  judged: Judgement,
  statements: readonly Statement[],
  owner: string,
  name: string,
  now = new Date(),
): WrittenDiff {
  const plugin = judged.plugins.find(({ id }) => id === owner) ?? null;
  if (!plugin && owner !== 'core')
    throw new Told(`There is no plugin ${owner}. Name core or one of: ${judged.plugins.map(({ id }) => id).join(', ')}.`);
  if (!/^[a-z][a-z0-9_]*$/.test(name))
    throw new Told(`"${name}" cannot name a migration: use lower-case letters, digits and _, such as add_birthday.`);
  const strays = statements.filter((statement) => statement.owner === null);
  if (strays.length > 0)
    throw new Told(
      `Nobody declares ${strays.map(({ target }) => target).join(', ')}, so the migration that made it must be put back or its plugin restored:\n${strays.map(({ text }) => text).join('\n')}`,
    );
  const alsoPending = [...new Set(statements.map((statement) => statement.owner!))].filter((id) => id !== owner);
  const own = statements.filter((statement) => statement.owner === owner);
  if (own.length === 0) return { file: null, alsoPending, losses: [] };
  const below = alsoPending.filter((id) => buildsUpon(judged, owner).has(id));
  if (below.length > 0)
    throw new Told(
      `${owner} builds upon ${below.join(' and ')}, whose schema changed too (${targetsOf(statements, below)}). Write that first: loctelli db diff ${name} ${below[0]}`,
    );
  const file = `${migrationsFolder(plugin)}/${timestamp(now, judged.migrations)}_${name}/migration.sql`;
  fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  fs.writeFileSync(path.join(root, file), `${own.map(({ text }) => text).join('\n\n')}\n`);
  return {
    file,
    alsoPending,
    losses: own.filter(({ text }) => /DROP (TABLE|COLUMN|TYPE)|Warnings:/.test(text)).map(({ target }) => target),
  };
}

/** The kernel, and everything that a plugin requires, directly or not. */
function buildsUpon({ plugins }: Judgement, owner: string): Set<string> {
  if (owner === 'core') return new Set();
  const all = new Set(['core']);
  const visit = (id: string) => {
    for (const required of Object.keys(plugins.find((plugin) => plugin.id === id)?.manifest.requires ?? {})) {
      if (all.has(required)) continue;
      all.add(required);
      visit(required);
    }
  };
  visit(owner);
  return all;
}

const targetsOf = (statements: readonly Statement[], owners: string[]) =>
  [...new Set(statements.filter(({ owner }) => owners.includes(owner!)).map(({ target }) => target))].join(', ');

/** Now, or one second after the newest migration there is: the history stays in the order in which it was written. */
function timestamp(now: Date, migrations: readonly MigrationSource[]): string {
  const wanted = now.toISOString().replace(/\D/g, '').slice(0, 14);
  const newest = migrations.at(-1)?.name.slice(0, 14) ?? '';
  return wanted > newest ? wanted : String(BigInt(newest) + 1n);
}
