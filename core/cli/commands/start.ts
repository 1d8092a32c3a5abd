import { Command } from 'commander';
import { announce } from '../services/announce.ts';
import { bringUp, stayUp, type BroughtUp } from '../services/bring-up.ts';
import { startApi, startWeb } from '../services/servers.ts';
import { buildWeb } from '../services/web-build.ts';

export default new Command('start').description('build what changed and run everything in production mode').action(async () => {
  let web: Promise<unknown> | undefined;
  // The web needs no database, so it is built and comes up while the schema is brought up to date.
  const buildAndServeWeb = async ({ supervisor, root, env }: BroughtUp) => {
    await buildWeb(supervisor, root, env);
    web = startWeb(supervisor, root, env);
    web.catch(() => undefined);
  };
  const up = await bringUp('npm start', 'production', buildAndServeWeb);
  await stayUp(up, (async () => {
    await Promise.all([startApi(up.supervisor, up.root, up.env), web]);
    await announce(up.env, up.given);
  })());
});
