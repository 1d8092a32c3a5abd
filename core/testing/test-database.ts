import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';
import { eventually } from './eventually.ts';
import { migrate, readMigrations } from '../server/database/migrate.ts';

/** A database for one test file, migrated and secured. */
export interface TestDatabase {
  name: string;
  /** DATABASE_URL and its kin. */
  env: Record<string, string>;
  drop(): Promise<void>;
}

const secret = 'a secret that only tests know, 32 characters and more';
const lock = 720_419_338;

/** Copies a template that is migrated once for each set of migrations; a copy takes a few hundredths of a second. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = process.env.TEST_DATABASE_OWNER_URL;
  if (!server) throw new Error('TEST_DATABASE_OWNER_URL is not set. Run tests with `npm test`, which brings a PostgreSQL and a Redis.');
  const template = await ensureTemplate(server);
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(server, (client) => client.query(`create database ${name} template ${template} strategy file_copy`));
  const [app, platform] = [`${template}_app`, `${template}_platform`];
  return {
    name,
    env: {
      JWT_SECRET: secret,
      DATABASE_URL: urlOf(server, name),
      DATABASE_APP_URL: urlOf(server, name, app),
      DATABASE_PLATFORM_URL: urlOf(server, name, platform),
    },
    drop: () => dropDatabase(server, name),
  };
}

/** An owner who is no superuser cannot end autovacuum's own connection, but that one leaves by itself. */
const dropDatabase = (server: string, name: string) =>
  eventually(() => onServer(server, (client) => client.query(`drop database if exists ${name} with (force)`)), 20_000);

async function ensureTemplate(server: string): Promise<string> {
  const migrations = readMigrations(process.cwd());
  const template = `test_template_${createHash('sha256').update(JSON.stringify(migrations)).digest('hex').slice(0, 12)}`;
  await onServer(server, async (client) => {
    await client.query('select pg_advisory_lock($1)', [lock]);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [`${template}`]);
    if (rowCount) return;
    // Made under another name: a template that is there is a template that is complete.
    const draft = `${template}_draft`;
    await client.query(`drop database if exists ${draft} with (force)`);
    await client.query(`create database ${draft}`);
    await migrate(
      { databaseUrl: urlOf(server, draft), databaseAppUrl: urlOf(server, draft, `${template}_app`), databasePlatformUrl: urlOf(server, draft, `${template}_platform`) },
      migrations,
    );
    await client.query(`alter database ${draft} rename to ${template}`);
  });
  return template;
}

function urlOf(server: string, database: string, role?: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  if (role) [url.username, url.password] = [role, 'test'];
  return url.toString();
}

async function onServer(server: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
