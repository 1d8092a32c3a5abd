import fs from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';
import { publicPathsFile } from '../assemble/lists.ts';
import { compile, isCompiled } from '../compile.mjs';
import { announce } from '../services/announce.ts';
import { bringUp, stayUp, type BroughtUp } from '../services/bring-up.ts';
import { prepareDatabase } from '../services/database.ts';
import { DevApi } from '../services/dev-api.ts';
import { writeOpenApiTypes } from '../services/open-api-types.ts';
import { prepareSources } from '../services/prepare.ts';
import { say } from '../services/progress.ts';
import { nextProgram, waitForWeb } from '../services/servers.ts';
import { watch } from '../services/watch.ts';

export default new Command('dev').description('run everything and follow every change of the sources').action(async () => {
  const up = await bringUp('npm run dev', 'development');
  const api = new DevApi(up.root, up.env, path.join(up.env.DATA_DIR!, 'logs'));
  up.supervisor.beforeStop(() => api.stop());
  const work = async () => {
    await Promise.all([api.restart(), startNextDev(up)]);
    watch(up.root, ['core', 'plugins', 'apps/api', 'prisma', 'tenants'], (files) => follow(up, api, files));
    await announce(up.env, up.given);
    typesLater(up.root);
  };
  await stayUp(up, work());
});

async function startNextDev({ supervisor, root, env }: BroughtUp): Promise<void> {
  const args = [nextProgram(), 'dev', '--port', env.WEB_PORT!, '--hostname', env.HOST!];
  supervisor.start({ name: 'web', command: process.execPath, args, cwd: path.join(root, 'apps/web'), env: { ...env, NODE_ENV: 'development', NEXT_TELEMETRY_DISABLED: '1' }, echo: true, stopWithin: 5_000 });
  await supervisor.whileRunning(waitForWeb(env, 120_000));
}

/** Does for a change what it needs: manifests and tables are assembled anew, server code is compiled and the API replaced, the web follows by itself. */
async function follow(up: BroughtUp, api: DevApi, files: string[]): Promise<void> {
  const started = Date.now();
  try {
    const manifests = files.some((file) => /(^|\/)(plugin\.json|package\.json|contract\.ts|migration\.sql|[^/]+\.prisma|web\/scripts\/.+)$/.test(file) || isPluginFolder(file));
    const tables = files.some((file) => /(migration\.sql|\.prisma)$/.test(file) || isPluginFolder(file));
    if (manifests) await assembleAgain(up.root);
    else if (files.some(isCompiled)) await compile(up.root);
    else if (!files.some((file) => file.startsWith('tenants'))) return;
    if (tables) await prepareDatabase(up.env);
    await api.restart(tables ? [...files, 'prisma'] : files);
    typesLater(up.root);
    say(`${files.length === 1 ? files[0] : `${files.length} files`} changed: the API answers again after ${Date.now() - started} ms.`);
  } catch (error) {
    say(`${error instanceof Error ? error.message : String(error)}\nThe API keeps running as it was; the next change is tried again.`);
  }
}

/** Next reads its configuration anew when the file changes; what public pages there are is part of it. */
async function assembleAgain(root: string): Promise<void> {
  const { written } = await prepareSources(root);
  if (written.includes(publicPathsFile)) fs.utimesSync(path.join(root, 'apps/web/next.config.ts'), new Date(), new Date());
}

let pause: NodeJS.Timeout | undefined;

/** Editors read the web's types of the API; they follow once the changes pause, because making them takes a core for seconds. */
function typesLater(root: string): void {
  clearTimeout(pause);
  pause = setTimeout(() => void writeOpenApiTypes(root).catch((error: Error) => say(error.message)), 20_000).unref();
}

/** A plugin that was dropped in or taken out shows as its folder alone. */
const isPluginFolder = (file: string) => /^plugins\/[^/]+$/.test(file);
