import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Command } from 'commander';
import { browserEnvironment } from '../services/browser-tests.ts';
import { prepareSources } from '../services/prepare.ts';
import { say } from '../services/progress.ts';
import { startTestStores } from '../services/test-stores.ts';

interface Pictures {
  takePictures(folder: string): Promise<{ file: string; bytes: number }[]>;
}

/** Brings the whole product up with the demo's tenants, as for the tests in the browser, and photographs it (`e2e/pictures.ts`). */
export default new Command('pictures').description('take the pictures of the README anew').action(async () => {
  const root = process.cwd();
  await prepareSources(root);
  const { supervisor, env } = await startTestStores(root, 'test');
  try {
    Object.assign(process.env, await browserEnvironment(root, supervisor, env));
    const { takePictures } = (await import(pathToFileURL(path.join(root, 'dist/e2e/pictures.js')).href)) as Pictures;
    const written = await supervisor.whileRunning(takePictures(path.join(root, 'docs/pictures')));
    for (const { file, bytes } of written) say(`wrote docs/pictures/${file}  ${Math.ceil(bytes / 1024)} kB`);
  } finally {
    await supervisor.stop();
  }
  process.exit(0);
});
