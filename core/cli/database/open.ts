import fs from 'node:fs';
import path from 'node:path';
import { parseConfig, type Config } from '../../server/config/config.ts';
import { portOf } from '../services/ports.ts';
import { startPostgres, waitForPostgres } from '../services/postgres.ts';
import { whatRuns } from '../services/run-file.ts';
import { loadSecrets } from '../services/secrets.ts';
import { readVariables } from '../services/settings.ts';
import { Supervisor } from '../services/supervisor.ts';

/**
 * Gives `work` the database of this clone: the one `DATABASE_URL` names, the embedded one that `npm start` is running, or the embedded
 * one brought up for as long as the work takes.
 */
export async function withDatabase<T>(root: string, work: (config: Config) => Promise<T>): Promise<T> {
  const given = readVariables(root);
  const dataDir = path.resolve(root, given.DATA_DIR ?? '.loctelli');
  const secrets = loadSecrets(dataDir);
  // The same secret as `start` takes: the passwords of the two lesser roles follow from it.
  const complete = (url: string) => parseConfig({ REDIS_HOST: '127.0.0.1', JWT_SECRET: secrets.jwtSecret, ...given, DATABASE_URL: url });
  if (given.DATABASE_URL) {
    await waitForPostgres(given.DATABASE_URL, 10_000);
    return work(complete(given.DATABASE_URL));
  }
  const running = runningPort(dataDir);
  if (running) return work(complete(`postgresql://loctelli:${encodeURIComponent(secrets.databasePassword)}@127.0.0.1:${running}/loctelli`));

  const supervisor = new Supervisor(path.join(dataDir, 'logs'));
  supervisor.stopOnSignal(() => undefined);
  try {
    const url = await startPostgres(supervisor, {
      dataDir: path.join(dataDir, 'postgres'),
      preferredPort: portOf(root, 'postgres'),
      password: secrets.databasePassword,
    });
    return await supervisor.whileRunning(work(complete(url)));
  } finally {
    await supervisor.stop();
  }
}

/** Port of the embedded server while `start` or `dev` holds the data folder; PostgreSQL writes it into its own lock file. */
function runningPort(dataDir: string): number | undefined {
  const file = path.join(dataDir, 'postgres/postmaster.pid');
  if (!whatRuns(dataDir) || !fs.existsSync(file)) return undefined;
  return Number(fs.readFileSync(file, 'utf8').split('\n')[3]) || undefined;
}
