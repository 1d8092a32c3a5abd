import fs from 'node:fs';
import path from 'node:path';
import { confirm, isCancel } from '@clack/prompts';
import { Command } from 'commander';
import { say } from '../services/progress.ts';
import { emptyRedis } from '../services/redis-commands.ts';
import { whatRuns } from '../services/run-file.ts';
import { emptyDatabase } from '../services/database-reset.ts';
import { judge, readVariables } from '../services/settings.ts';
import { Told } from '../services/told.ts';

export default new Command('reset')
  .description('empty the data, after asking')
  .option('-y, --yes', 'do not ask')
  .action(async ({ yes }: { yes?: boolean }) => {
    const root = process.cwd();
    const given = readVariables(root);
    judge(given);
    const dataDir = path.resolve(root, given.DATA_DIR ?? '.loctelli');
    const running = whatRuns(dataDir);
    if (running) throw new Told(`\`${running.command}\` is running (process ${running.pid}). Stop it first.`);
    const targets = [
      ...(fs.existsSync(dataDir) ? [`everything in ${dataDir}`] : []),
      ...(given.DATABASE_URL ? [`every table of the database "${nameOf(given.DATABASE_URL)}" on ${new URL(given.DATABASE_URL).host}`] : []),
      ...(given.REDIS_HOST ? [`every key of Redis ${given.REDIS_HOST}:${given.REDIS_PORT ?? 6379}, database ${given.REDIS_DB ?? 0}`] : []),
    ];
    if (targets.length === 0) return say('There is no data to empty.');
    say(`This deletes for good:\n${targets.map((target) => `  - ${target}`).join('\n')}`);
    if (!yes) await ask();
    if (given.DATABASE_URL) await emptyDatabase(given.DATABASE_URL);
    if (given.REDIS_HOST) await emptyRedis({ host: given.REDIS_HOST, port: Number(given.REDIS_PORT ?? 6379), password: given.REDIS_PASSWORD, db: Number(given.REDIS_DB ?? 0) });
    // The folder itself may be a mount.
    if (fs.existsSync(dataDir)) for (const name of fs.readdirSync(dataDir)) fs.rmSync(path.join(dataDir, name), { recursive: true, force: true });
    say('Done. The next start begins with the demo tenants.');
  });

async function ask(): Promise<void> {
  if (!process.stdin.isTTY) throw new Told('Nothing was deleted: there is nobody to ask. `npm run reset -- --yes` does it without asking.');
  const sure = await confirm({ message: 'Go on?', initialValue: false });
  if (isCancel(sure) || !sure) throw new Told('Nothing was deleted.');
}

const nameOf = (url: string) => decodeURIComponent(new URL(url).pathname.slice(1));
