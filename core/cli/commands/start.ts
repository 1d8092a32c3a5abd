import { Command } from 'commander';
import { bundleApi } from '../services/api-bundle.ts';
import { announce } from '../services/announce.ts';
import { bringUp, stayUp, type BroughtUp } from '../services/bring-up.ts';
import { startApi, startWeb } from '../services/servers.ts';
import { buildWeb } from '../services/web-build.ts';

export default new Command('start').description('build what changed and run everything in production mode').action(async () => {
  let web: Promise<unknown> | undefined;
  let program = '';
  // Neither needs the database, so they are built, and the web comes up, while the schema is brought up to date.
  const buildBoth = async ({ supervisor, root, env }: BroughtUp) => {
    [program] = await Promise.all([bundleApi(root), buildWeb(supervisor, root, env)]);
    web = startWeb(supervisor, root, env);
    web.catch(() => undefined);
  };
  const up = await bringUp('npm start', 'production', buildBoth);
  await stayUp(up, (async () => {
    await Promise.all([startApi(up.supervisor, up.root, up.env, program), web]);
    await announce(up.env, up.given);
  })());
});
