import fs from 'node:fs';
import path from 'node:path';
import { FastifyAdapter } from '@nestjs/platform-fastify';

/**
 * The API while developing: a process that has loaded the kernel and every dependency already and waits for its turn. When a plugin's
 * sources change it takes the place of the one that runs, and only the plugins are left to load.
 */
process.once('disconnect', () => process.exit(0));
process.once('message', () => void import('../../../apps/api/main.ts'));

await import('../../server/api.ts');
// Making one loads what every one needs, which takes longer than all of our own code.
new FastifyAdapter();
await Promise.all(dependenciesOfPlugins().map((name) => import(name).catch(() => undefined)));
process.send?.('ready');

/** What plugins ask npm for, beside the kernel. */
function dependenciesOfPlugins(): string[] {
  const files = fs.readdirSync('plugins').map((name) => path.join('plugins', name, 'package.json')).filter((file) => fs.existsSync(file));
  return files.flatMap((file) => Object.keys((JSON.parse(fs.readFileSync(file, 'utf8')) as { dependencies?: object }).dependencies ?? {}));
}
