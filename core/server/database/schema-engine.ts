import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';

/** A file of Prisma schema. */
export interface SchemaFile {
  path: string;
  content: string;
}

/** One migration: the folder's name and its SQL. */
export interface Migration {
  name: string;
  sql: string;
}

export interface MigrationHistory {
  /** In the folder, not yet in the database. */
  unapplied: string[];
  /** In the database, no longer in the folder. */
  missing: string[];
  /** Applied, and their file has been edited since. */
  edited: string[];
  failed: string[];
}

const filters = { externalTables: [], externalEnums: [] };
const require = createRequire(import.meta.url);

interface EngineModule {
  SchemaEngine: { new: (input: object, log: () => void, adapter: object) => Promise<Engine> };
  __wbg_set_wasm(exports: object): void;
}
interface Engine {
  applyMigrations(input: object): Promise<{ appliedMigrationNames: string[] }>;
  diagnoseMigrationHistory(input: object): Promise<{
    history?: { diagnostic: string; unappliedMigrationNames?: string[]; unpersistedMigrationNames?: string[] } | null;
    editedMigrationNames: string[];
    failedMigrationNames: string[];
  }>;
  diff(input: object): Promise<{ stdout: string }>;
}

let engineModule: Promise<EngineModule> | undefined;

/**
 * Prisma's own schema engine, compiled to WebAssembly and run in this process. Prisma's command line would download a native one. It keeps
 * Prisma's `_prisma_migrations`, so that command line works on the same database.
 */
async function engine(connectionString: string, datamodel: SchemaFile[]): Promise<Engine> {
  engineModule ??= loadEngine();
  const { SchemaEngine } = await engineModule;
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString }));
  return SchemaEngine.new({ datamodels: datamodel.map(({ path, content }) => [path, content]) }, () => {}, adapter);
}

async function loadEngine(): Promise<EngineModule> {
  const glue = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const bindings = (await import('@prisma/schema-engine-wasm/schema_engine_bg' as string)) as EngineModule;
  const { instance } = await WebAssembly.instantiate(readFileSync(glue.replace(/\.js$/, '.wasm')), { './schema_engine_bg.js': bindings as never });
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports as { __wbindgen_start?: () => void }).__wbindgen_start?.();
  return bindings;
}

/** Applies what is not applied yet, in the order of names. Returns the names. Throws at the first that fails. */
export async function applyMigrations(ownerUrl: string, migrations: Migration[]): Promise<string[]> {
  const { appliedMigrationNames } = await (await engine(ownerUrl, [])).applyMigrations({ migrationsList: listOf(migrations), filters });
  return appliedMigrationNames;
}

/** Holds the database's history against the folder's. */
export async function migrationHistory(ownerUrl: string, migrations: Migration[]): Promise<MigrationHistory> {
  const found = await (await engine(ownerUrl, [])).diagnoseMigrationHistory({ migrationsList: listOf(migrations), optInToShadowDatabase: false, filters });
  return {
    unapplied: found.history?.unappliedMigrationNames ?? [],
    missing: found.history?.unpersistedMigrationNames ?? [],
    edited: found.editedMigrationNames,
    failed: found.failedMigrationNames,
  };
}

/**
 * SQL that turns one schema into another; an empty `from` writes the whole of `to`. Schema is compared with schema because this build of the
 * engine cannot describe a live PostgreSQL 18 ("char" columns of its catalogue do not pass the adapter).
 * @param databaseUrl any database: the engine wants one it can reach, and leaves it alone
 */
export async function diffSchemas(databaseUrl: string, from: SchemaFile[], to: SchemaFile[]): Promise<string> {
  const { stdout } = await (await engine(databaseUrl, to)).diff({
    from: from.length ? { tag: 'schemaDatamodel', files: from } : { tag: 'empty' },
    to: { tag: 'schemaDatamodel', files: to },
    script: true,
    shadowDatabaseUrl: null,
    exitCode: null,
    filters,
  });
  return stdout;
}

const listOf = (migrations: Migration[]) => ({
  baseDir: 'migrations',
  shadowDbInitScript: '',
  lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
  migrationDirectories: migrations.map(({ name, sql }) => ({ path: name, migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } } })),
});
