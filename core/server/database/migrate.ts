import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runMigrations } from 'bullmq';
import pg from 'pg';
import type { Config } from '../config/config.ts';
import { applyMigrations, type Migration } from './schema-engine.ts';
import { quote, secure } from './secure.ts';

/** Any fixed number: replicas that start together take turns. */
const lock = 720_419_337;

export type DatabaseUrls = Pick<Config, 'databaseUrl' | 'databaseAppUrl' | 'databasePlatformUrl'>;

/**
 * Brings a database up to date: the two lesser roles, the migrations of kernel and plugins as one history, the rights of every table. Safe to
 * run at every start and from several processes at once; quick when there is nothing to do.
 * @param migrations read by `readMigrations`
 * @returns names of the migrations that were applied
 */
export async function migrate(urls: DatabaseUrls, migrations: Migration[]): Promise<string[]> {
  const client = new pg.Client({ connectionString: urls.databaseUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lock]);
    const [app, platform] = [await ensureRole(client, urls.databaseAppUrl), await ensureRole(client, urls.databasePlatformUrl)];
    const applied = (await isCurrent(client, migrations)) ? [] : await applyMigrations(urls.databaseUrl, migrations);
    await client.query('begin');
    await secure(client, { app, platform });
    await client.query('commit');
    await migrateQueue(client, platform);
    return applied;
  } finally {
    await client.end();
  }
}

/** Reads the merged migrations that `assemble` wrote, in the order of their names. */
export function readMigrations(root: string): Migration[] {
  const folder = join(root, 'prisma/build/migrations');
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ name, sql: readFileSync(join(folder, name, 'migration.sql'), 'utf8') }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}


/** Whether every migration is applied, without waking the engine: it costs half a second, at every start. */
async function isCurrent(client: pg.Client, migrations: Migration[]): Promise<boolean> {
  const there = await client.query(`select to_regclass('public._prisma_migrations') is not null as there`);
  if (!there.rows[0].there) return false;
  const { rows } = await client.query<{ name: string }>('select migration_name as name from _prisma_migrations where finished_at is not null and rolled_back_at is null');
  const applied = new Set(rows.map(({ name }) => name));
  return migrations.every(({ name }) => applied.has(name));
}

/**
 * BullMQ's own tables, in a schema of their own. The owner makes them, the platform role works on them (and makes the sequence that each
 * queue numbers its jobs by), the app role cannot see them.
 */
async function migrateQueue(client: pg.Client, platform: string): Promise<void> {
  await runMigrations(client as never, 'jobs');
  const role = quote(platform);
  // Not the platform role's own sequences: granting on what is somebody else's is refused, and it needs no grant on them.
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', schemaname, sequencename) as name from pg_sequences where schemaname = 'jobs' and pg_has_role(sequenceowner, 'usage')`,
  );
  if (rows.length) await client.query(`grant usage on sequence ${rows.map(({ name }) => name).join(', ')} to ${role}`);
  await client.query(`
    grant usage, create on schema jobs to ${role};
    grant select, insert, update, delete on all tables in schema jobs to ${role};
    grant execute on all functions in schema jobs to ${role}`);
}

/** Makes a role that can log in and nothing else, or gives it the password its URL says. Returns its name. */
async function ensureRole(client: pg.Client, roleUrl: string): Promise<string> {
  const url = new URL(roleUrl);
  const name = decodeURIComponent(url.username);
  const password = pg.escapeLiteral(decodeURIComponent(url.password));
  const rights = 'login nosuperuser nobypassrls nocreatedb nocreaterole noinherit';
  const { rows } = await client.query<{ sound: boolean; ours: boolean }>(
    `select rolcanlogin and not rolsuper and not rolbypassrls and not rolcreatedb and not rolcreaterole as sound,
            current_user = rolname as ours from pg_roles where rolname = $1`,
    [name],
  );
  if (rows[0]?.ours) throw new Error(`${name} owns the database, so it would pass every policy. Give DATABASE_APP_URL and DATABASE_PLATFORM_URL roles of their own.`);
  if (!rows[0]) await client.query(`create role ${quote(name)} ${rights} password ${password}`);
  else if (!rows[0].sound) await client.query(`alter role ${quote(name)} ${rights} password ${password}`);
  else if (!(await opens(roleUrl))) await client.query(`alter role ${quote(name)} password ${password}`);
  await client.query(`grant connect on database ${quote(decodeURIComponent(url.pathname.slice(1)))} to ${quote(name)}`);
  return name;
}

async function opens(connectionString: string): Promise<boolean> {
  const client = new pg.Client({ connectionString });
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => null);
  }
}
