import fs from 'node:fs';
import path from 'node:path';
import { portOf } from './ports.ts';
import { startPostgres, waitForPostgres } from './postgres.ts';
import { say, step } from './progress.ts';
import { startRedis, waitForRedis } from './redis.ts';
import { readVariables, type Variables } from './settings.ts';
import { Supervisor } from './supervisor.ts';

export interface TestStores {
  supervisor: Supervisor;
  /** `TEST_DATABASE_OWNER_URL` and `TEST_REDIS_URL`. */
  env: { TEST_DATABASE_OWNER_URL: string; TEST_REDIS_URL: string };
}

/**
 * A PostgreSQL and a Redis for tests, never the product's own data: throw-away ones unless `TEST_DATABASE_OWNER_URL`, `TEST_REDIS_URL` or
 * the product's `DATABASE_URL` and `REDIS_HOST` name servers. On a given server, tests make databases of their own, named `test_…`.
 */
export async function startTestStores(root: string, folder: 'test' | 'bench'): Promise<TestStores> {
  const given = readVariables(root);
  const dataDir = path.resolve(root, given.DATA_DIR ?? '.loctelli', folder, String(process.pid));
  sweep(path.dirname(dataDir));
  const supervisor = new Supervisor(path.join(path.dirname(dataDir), 'logs'));
  const forget = () => fs.rmSync(dataDir, { recursive: true, force: true });
  supervisor.stopOnSignal(forget);
  process.once('exit', forget);
  const throwAway = folder === 'test';
  const database = async () => {
    const url = given.TEST_DATABASE_OWNER_URL ?? given.DATABASE_URL;
    if (!url) return startPostgres(supervisor, { dataDir: path.join(dataDir, 'postgres'), preferredPort: portOf(dataDir, 'postgres'), password: 'test', throwAway });
    say(`Tests make databases of their own on ${new URL(url).host}.`);
    await waitForPostgres(url, 15_000);
    return url;
  };
  const redis = async () => {
    const url = given.TEST_REDIS_URL ?? urlOf(given);
    if (!url) {
      const { host, port, password } = await startRedis(supervisor, { dataDir: path.join(dataDir, 'redis'), preferredPort: portOf(dataDir, 'redis'), throwAway: true });
      return `redis://:${password}@${host}:${port}/0`;
    }
    const { hostname, port, password } = new URL(url);
    await waitForRedis({ host: hostname, port: Number(port || 6379), password: decodeURIComponent(password) }, 15_000);
    return url;
  };
  const [ownerUrl, redisUrl] = await Promise.all([step('Starting PostgreSQL', database, 1_500), redis()]);
  return { supervisor, env: { TEST_DATABASE_OWNER_URL: ownerUrl, TEST_REDIS_URL: redisUrl } };
}

/** Another logical database of the given Redis, so that tests do not meet the product's keys. */
function urlOf({ REDIS_HOST, REDIS_PORT, REDIS_PASSWORD }: Variables): string | undefined {
  return REDIS_HOST && `redis://${REDIS_PASSWORD ? `:${encodeURIComponent(REDIS_PASSWORD)}@` : ''}${REDIS_HOST}:${REDIS_PORT ?? 6379}/15`;
}

/** Deletes what runs that were killed left behind. */
function sweep(folder: string): void {
  if (!fs.existsSync(folder)) return;
  for (const name of fs.readdirSync(folder)) {
    if (!/^\d+$/.test(name)) continue;
    try {
      process.kill(Number(name), 0);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ESRCH') fs.rmSync(path.join(folder, name), { recursive: true, force: true });
    }
  }
}
