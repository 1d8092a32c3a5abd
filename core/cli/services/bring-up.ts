import path from 'node:path';
import { prepareDatabase } from './database.ts';
import { prepareSources } from './prepare.ts';
import { takeDataFolder } from './run-file.ts';
import { choosePorts, judge, readVariables, type Variables } from './settings.ts';
import { startStores } from './stores.ts';
import { Supervisor } from './supervisor.ts';

export interface BroughtUp {
  root: string;
  supervisor: Supervisor;
  /** What the shell and `.env` said. */
  given: Variables;
  /** That, completed; every child gets it. */
  env: Variables;
}

/**
 * What `start` and `dev` have in common: judges the environment, takes the data folder, brings up the stores while the sources are
 * assembled, migrates and seeds. `meanwhile` runs beside the database's part, once sources are ready.
 */
export async function bringUp(command: string, nodeEnv: 'production' | 'development', meanwhile: (up: BroughtUp) => Promise<void> = async () => undefined): Promise<BroughtUp> {
  const root = process.cwd();
  const given = readVariables(root);
  judge(given);
  const dataDir = path.resolve(root, given.DATA_DIR ?? '.loctelli');
  const release = takeDataFolder(dataDir, command);
  const supervisor = new Supervisor(path.join(dataDir, 'logs'));
  supervisor.stopOnSignal(release);
  try {
    const ports = await choosePorts(given);
    const base = { ...given, ...ports, NODE_ENV: given.NODE_ENV ?? nodeEnv, DATA_DIR: dataDir };
    const [stores] = await Promise.all([startStores(supervisor, root, dataDir, given), prepareSources(root)]);
    const up = { root, supervisor, given, env: { ...base, ...stores } };
    await supervisor.whileRunning(Promise.all([prepareDatabase(up.env), meanwhile(up)]));
    return up;
  } catch (error) {
    await endAll(supervisor, release);
    throw error;
  }
}

/** Waits until a child fails, ends the others, and throws what happened. */
export async function stayUp(up: BroughtUp, work: Promise<void>): Promise<never> {
  try {
    await work;
    return await up.supervisor.failed;
  } catch (error) {
    await endAll(up.supervisor, () => undefined);
    throw error;
  }
}

async function endAll(supervisor: Supervisor, release: () => void): Promise<void> {
  await supervisor.stop();
  release();
}
