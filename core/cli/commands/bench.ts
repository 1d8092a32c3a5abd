import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Command } from 'commander';
import { bundleApi } from '../services/api-bundle.ts';
import { prepareSources } from '../services/prepare.ts';
import { say } from '../services/progress.ts';
import { startTestStores } from '../services/test-stores.ts';
import { Told } from '../services/told.ts';

/** Runs `bench/main.ts` when there is one, else every file of `bench/` in the order of its name, in this process. */
export default new Command('bench')
  .description('measure, each figure beside its limit')
  .argument('[names...]', 'only the benches whose file name contains one of these')
  .action(async (names: string[]) => {
    const root = process.cwd();
    await prepareSources(root);
    await bundleApi(root);
    const folder = path.join(root, 'dist/bench');
    const files = fs.existsSync(folder) ? fs.readdirSync(folder).filter((name) => name.endsWith('.js')).sort() : [];
    const chosen = files.includes('main.js') ? ['main.js'] : files.filter((name) => names.length === 0 || names.some((part) => name.includes(part)));
    if (chosen.length === 0) throw new Told('There is nothing in bench/ to run.');
    const { supervisor, env } = await startTestStores(root, 'bench');
    Object.assign(process.env, env);
    let failed = false;
    for (const file of chosen) {
      say(`\n${file.replace('.js', '')}`);
      const module = (await import(pathToFileURL(path.join(folder, file)).href)) as { default?: (names: string[]) => Promise<boolean | void> };
      if ((await supervisor.whileRunning(Promise.resolve(module.default?.(names)))) === false) failed = true;
    }
    await supervisor.stop();
    process.exit(failed ? 1 : 0);
  });
