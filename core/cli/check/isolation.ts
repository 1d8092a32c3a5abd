import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { isolationFindings } from '../../server/database/catalogue.ts';
import { migrate, readMigrations } from '../../server/database/migrate.ts';
import type { Finding } from '../assemble/finding.ts';
import { judge } from '../assemble/judge.ts';
import { pendingStatements } from '../database/write-diff.ts';
import { freePort } from '../services/ports.ts';
import { startPostgres } from '../services/postgres.ts';
import { readVariables } from '../services/settings.ts';
import { Supervisor } from '../services/supervisor.ts';
import type { Check } from './check.ts';

/**
 * Migrates an empty database and reads its catalogue: whether any table, key, view, function or grant would let one tenant reach another,
 * and whether every schema has the migrations it needs. The product's own data is not touched.
 */
export const isolation: Check = {
  title: 'isolation of tenants, migrations',
  run: (root) => withEmptyServer(root, (server) => inThrowaway(server, (url) => examine(root, url))),
};

async function examine(root: string, databaseUrl: string): Promise<Finding[]> {
  const name = new URL(databaseUrl).pathname.slice(1);
  const roles = { app: `${name}_app`, platform: `${name}_platform` };
  const as = (role: string) => Object.assign(new URL(databaseUrl), { username: role, password: 'check' }).toString();
  await migrate({ databaseUrl, databaseAppUrl: as(roles.app), databasePlatformUrl: as(roles.platform) }, readMigrations(root));
  const judged = judge(root);
  const folder = (owner: string | null) => judged.sources.find((source) => source.owner === owner)?.source ?? 'prisma/schema.prisma';
  const [open, pending] = await Promise.all([
    connected(databaseUrl, (client) => isolationFindings(client, roles)),
    pendingStatements(root, databaseUrl, judged),
  ]);
  const waiting = new Map(pending.map((statement) => [`${statement.owner}:${statement.target}`, statement]));
  return [
    ...open.map(({ subject, finding, fix }) => ({ file: 'database', message: `${subject}: ${finding}`, fix })),
    ...[...waiting.values()].map(({ owner, target }) => ({
      file: folder(owner),
      message: `says something about ${target} that no migration does`,
      fix: `npm run loctelli db diff <what> ${owner ?? 'core'}`,
    })),
  ];
}

/** The server that the environment names, or an embedded one for as long as this takes. */
async function withEmptyServer<T>(root: string, work: (url: string) => Promise<T>): Promise<T> {
  const given = readVariables(root);
  const url = given.TEST_DATABASE_OWNER_URL ?? given.DATABASE_URL;
  if (url) return work(url);
  const dataDir = path.resolve(root, given.DATA_DIR ?? '.loctelli', 'check', String(process.pid));
  const supervisor = new Supervisor(path.join(dataDir, 'logs'));
  const forget = () => fs.rmSync(dataDir, { recursive: true, force: true });
  supervisor.stopOnSignal(forget);
  try {
    const options = { dataDir: path.join(dataDir, 'postgres'), preferredPort: await freePort(56_400), password: 'check', throwAway: true };
    return await work(await startPostgres(supervisor, options));
  } finally {
    await supervisor.stop();
    forget();
  }
}

async function inThrowaway<T>(server: string, work: (url: string) => Promise<T>): Promise<T> {
  const name = `check_${randomBytes(6).toString('hex')}`;
  await connected(server, (client) => client.query(`create database ${name}`));
  try {
    return await work(Object.assign(new URL(server), { pathname: `/${name}` }).toString());
  } finally {
    await connected(server, async (client) => {
      // Not by force, which fails when autovacuum is there: see createThrowaway.
      await client.query(`drop database if exists ${name}`);
      await client.query(`drop role if exists ${name}_app, ${name}_platform`);
    });
  }
}

async function connected<T>(connectionString: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
