import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import { MigrationPg } from './migration-adapter.ts';

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

/** The engine wants a schema even for work that needs none. */
const anySchema: SchemaFile = { path: 'schema.prisma', content: 'datasource db {\n  provider = "postgresql"\n}\n' };

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
  markMigrationRolledBack(input: { migrationName: string }): Promise<unknown>;
  diff(input: object): Promise<{ stdout: string }>;
}

let engineModule: Promise<EngineModule> | undefined;

/**
 * Prisma's own schema engine, compiled to WebAssembly and run in this process. Prisma's command line would download a native one. It keeps
 * Prisma's `_prisma_migrations`, so that command line works on the same database.
 */
async function withEngine<T>(connectionString: string, datamodel: SchemaFile[], work: (engine: Engine) => Promise<T>): Promise<T> {
  engineModule ??= loadEngine();
  const { SchemaEngine } = await engineModule;
  const adapter = new MigrationPg(connectionString);
  try {
    const files = datamodel.length > 0 ? datamodel : [anySchema];
    return await work(await SchemaEngine.new({ datamodels: files.map(({ path, content }) => [path, content]) }, () => {}, bindMigrationAwareSqlAdapterFactory(adapter)));
  } finally {
    await adapter.close();
  }
}

async function loadEngine(): Promise<EngineModule> {
  const glue = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const bindings = (await import('@prisma/schema-engine-wasm/schema_engine_bg' as string)) as EngineModule;
  const { instance } = await WebAssembly.instantiate(readFileSync(glue.replace(/\.js$/, '.wasm')), { './schema_engine_bg.js': bindings as never });
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports as { __wbindgen_start?: () => void }).__wbindgen_start?.();
  return bindings;
}

/**
 * Applies what is not applied yet, in the order of names. Returns the names.
 * @throws at the first that fails, with its name and PostgreSQL's words. Nothing of it is left behind, and the next run tries it again.
 */
export async function applyMigrations(ownerUrl: string, migrations: Migration[]): Promise<string[]> {
  const migrationsList = listOf(migrations);
  return withEngine(ownerUrl, [], async (engine) => {
    try {
      return (await engine.applyMigrations({ migrationsList, filters })).appliedMigrationNames;
    } catch (error) {
      // PostgreSQL took the whole script back, so the engine's mark that somebody has to look at half a migration is untrue.
      const { failedMigrationNames } = await engine.diagnoseMigrationHistory({ migrationsList, optInToShadowDatabase: false, filters });
      for (const migrationName of failedMigrationNames) await engine.markMigrationRolledBack({ migrationName });
      throw error;
    }
  });
}

/** Holds the database's history against the folder's. */
export async function migrationHistory(ownerUrl: string, migrations: Migration[]): Promise<MigrationHistory> {
  const found = await withEngine(ownerUrl, [], (engine) => engine.diagnoseMigrationHistory({ migrationsList: listOf(migrations), optInToShadowDatabase: false, filters }));
  return {
    unapplied: found.history?.unappliedMigrationNames ?? [],
    missing: found.history?.unpersistedMigrationNames ?? [],
    edited: found.editedMigrationNames,
    failed: found.failedMigrationNames,
  };
}

/**
 * SQL that leads from what `migrations` leave behind to `to`; empty when there is nothing left to do. The migrations are replayed in a
 * throw-away database beside the given one, so statements written by hand count as well.
 */
export async function pendingSql(ownerUrl: string, migrations: Migration[], to: SchemaFile[]): Promise<string> {
  const { stdout } = await withEngine(ownerUrl, to, (engine) =>
    engine.diff({
      from: { tag: 'migrations', ...listOf(migrations) },
      to: { tag: 'schemaDatamodel', files: to },
      script: true,
      shadowDatabaseUrl: null,
      exitCode: null,
      filters,
    }),
  );
  return /^-- This is an empty migration/.test(stdout) ? '' : stdout;
}

const listOf = (migrations: Migration[]) => ({
  baseDir: 'migrations',
  shadowDbInitScript: '',
  lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
  migrationDirectories: migrations.map(({ name, sql }) => ({ path: name, migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } } })),
});
