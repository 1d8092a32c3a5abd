import path from 'node:path';
import { portOf } from './ports.ts';
import { startPostgres, waitForPostgres } from './postgres.ts';
import { startRedis, waitForRedis } from './redis.ts';
import { loadSecrets } from './secrets.ts';
import type { Supervisor } from './supervisor.ts';
import { step } from './progress.ts';
import type { Variables } from './settings.ts';

/** Brings up PostgreSQL and Redis where none were given, waits for both, and answers with the variables that lead to them. */
export async function startStores(supervisor: Supervisor, root: string, dataDir: string, given: Variables): Promise<Variables> {
  const secrets = loadSecrets(dataDir);
  const database = async (): Promise<string> => {
    if (!given.DATABASE_URL) return startPostgres(supervisor, { dataDir: path.join(dataDir, 'postgres'), preferredPort: portOf(root, 'postgres'), password: secrets.databasePassword });
    await waitForPostgres(given.DATABASE_URL, 15_000);
    return given.DATABASE_URL;
  };
  const redis = async (): Promise<Variables> => {
    const address = given.REDIS_HOST
      ? { host: given.REDIS_HOST, port: Number(given.REDIS_PORT ?? 6379), password: given.REDIS_PASSWORD }
      : await startRedis(supervisor, { dataDir: path.join(dataDir, 'redis'), preferredPort: portOf(root, 'redis') });
    if (given.REDIS_HOST) await waitForRedis(address, 15_000);
    return { REDIS_HOST: address.host, REDIS_PORT: String(address.port), REDIS_PASSWORD: address.password };
  };
  const [url, cache] = await Promise.all([step('Starting PostgreSQL', database, 1_500), redis()]);
  return { DATABASE_URL: url, ...cache, JWT_SECRET: given.JWT_SECRET ?? secrets.jwtSecret };
}
