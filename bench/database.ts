import { createHash } from 'node:crypto';
import bcrypt from 'bcrypt';
import pg from 'pg';
import { parseConfig, type Config } from '../core/server/config/config.ts';
import { migrate, readMigrations } from '../core/server/database/migrate.ts';

const password = 'measure twice, cut once';

/** A database filled for measuring, and the environment of an API on it. */
export interface BenchDatabase {
  env: Record<string, string>;
  config: Config;
  drop(): Promise<void>;
}

/** Makes a database with as many tenants, one administrator each, and as many clients in each. */
export async function fillDatabase(name: string, tenants: number, clientsEach: number): Promise<BenchDatabase> {
  const server = process.env.TEST_DATABASE_OWNER_URL!;
  const redis = new URL(process.env.TEST_REDIS_URL!);
  await onServer(server, `drop database if exists ${name} with (force)`);
  await onServer(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const env = {
    NODE_ENV: 'production',
    DATABASE_URL: url.toString(),
    REDIS_HOST: redis.hostname,
    REDIS_PORT: redis.port || '6379',
    REDIS_PASSWORD: decodeURIComponent(redis.password),
    REDIS_PREFIX: `${name}:`,
    JWT_SECRET: 'only ever used to measure, never to serve anybody',
    BCRYPT_COST: '4',
    LOG_LEVEL: 'error',
    RATE_LIMIT_TENANT: '10000000',
    RATE_LIMIT_USER: '10000000',
  };
  const config = parseConfig(env);
  await migrate(config, readMigrations(process.cwd()));
  const client = new pg.Client({ connectionString: env.DATABASE_URL });
  await client.connect();
  const hash = await bcrypt.hash(createHash('sha256').update(password).digest('base64'), 4);
  await client.query(`insert into "Tenant" (id, slug, name, "updatedAt") select n, 't' || n, 'Tenant ' || n, now() from generate_series(1, $1::int) n`, [tenants]);
  await client.query(`insert into "Role" ("tenantId", key, name, "builtIn", "updatedAt") select n, 'admin', 'Admin', true, now() from generate_series(1, $1::int) n`, [tenants]);
  await client.query(
    `insert into "User" (id, "tenantId", name, email, password, "roleKey", "emailVerifiedAt", "updatedAt")
     select n, n, 'Admin ' || n, 'admin@t' || n || '.example', $2, 'admin', now(), now() from generate_series(1, $1::int) n`,
    [tenants, hash],
  );
  // Search is not what is measured here, and its trigger would take most of the time.
  await client.query('alter table "Client" disable trigger user');
  await client.query(
    `insert into "Client" ("tenantId", name, email, phone, company, position, status, source, value, currency, "ownerId", "createdAt", "updatedAt")
     select t, 'Client ' || c || ' of ' || t, 'client' || c || '@t' || t || '.example', '+1415' || lpad((c % 10000000)::text, 7, '0'), 'Company ' || c % 97, 'Buyer',
            (array['lead', 'active', 'won', 'lost'])[1 + c % 4], 'import', c % 1000, 'USD', t, now() - c * interval '1 minute', now()
     from generate_series(1, $1::int) t, generate_series(1, $2::int) c`,
    [tenants, clientsEach],
  );
  await client.query('alter table "Client" enable trigger user');
  await client.query('vacuum analyze "Client"');
  await client.end();
  return { env, config, drop: () => onServer(server, `drop database if exists ${name} with (force)`) };
}

/** Adds `each` people to each of the tenants: `listener<n>@t<tenant>.example`. */
export async function addUsers({ env }: BenchDatabase, tenants: number, each: number): Promise<void> {
  const client = new pg.Client({ connectionString: env.DATABASE_URL });
  await client.connect();
  await client.query(
    `insert into "User" (id, "tenantId", name, email, password, "roleKey", "emailVerifiedAt", "updatedAt")
     select 1000000 + t * 1000 + n, t, 'Listener ' || n, 'listener' || n || '@t' || t || '.example', (select password from "User" where id = 1), 'admin', now(), now()
     from generate_series(1, $1::int) t, generate_series(1, $2::int) n`,
    [tenants, each],
  );
  await client.end();
}

/** Signs the administrators of tenants 1 to `count` in; answers host and token of each. */
export async function signIn(origin: string, count: number): Promise<{ host: string; token: string }[]> {
  const signed: { host: string; token: string }[] = [];
  for (let n = 1; n <= count; n++) signed.push(await signInAs(origin, `t${n}.localhost`, `admin@t${n}.example`));
  return signed;
}

/** Signs one person in. */
export async function signInAs(origin: string, host: string, email: string): Promise<{ host: string; token: string }> {
  const response = await fetch(`${origin}/api/v1/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-host': host },
    body: JSON.stringify({ email, password }),
  });
  const { accessToken } = (await response.json()) as { accessToken: string };
  if (!accessToken) throw new Error(`sign-in of ${email} at ${host} answered ${response.status}`);
  return { host, token: accessToken };
}

async function onServer(server: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}
