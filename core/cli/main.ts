import { Command } from 'commander';

/**
 * Every command is a module whose default export is a commander `Command`; only the one that was asked for is loaded.
 * To add one: write `commands/<name>.ts`, add its line here.
 */
const commands: Record<string, { about: string; load: () => Promise<{ default: Command }> }> = {
  start: { about: 'build what changed and run everything in production mode', load: () => import('./commands/start.ts') },
  dev: { about: 'run everything and follow every change of the sources', load: () => import('./commands/dev.ts') },
  reset: { about: 'empty the data, after asking', load: () => import('./commands/reset.ts') },
  test: { about: 'run all tests on a PostgreSQL and a Redis of their own', load: () => import('./commands/test.ts') },
  assemble: { about: 'find, judge and join the plugins', load: () => import('./commands/assemble.ts') },
  check: { about: 'judge everything that can be judged without running it', load: () => import('./commands/check.ts') },
  db: { about: 'state of the migrations, apply them, write the next one', load: () => import('./commands/db.ts') },
  new: { about: 'make a plugin, complete and small, to start from', load: () => import('./commands/new.ts') },
  openapi: { about: 'print the API’s document, or write the web’s types of it', load: () => import('./commands/openapi.ts') },
  pictures: { about: 'take the pictures of the README anew', load: () => import('./commands/pictures.ts') },
  lighthouse: { about: 'judge sign-in and dashboard with Lighthouse', load: () => import('./commands/lighthouse.ts') },
  bench: { about: 'measure, each figure beside its limit', load: () => import('./commands/bench.ts') },
};

const program = new Command('loctelli').description('The CRM that agencies run under their customers’ own names.').showHelpAfterError();
const asked = process.argv[2] ?? '';
for (const [name, { about, load }] of Object.entries(commands)) {
  if (name === asked) program.addCommand((await load()).default);
  else program.command(name).description(about);
}

try {
  await program.parseAsync();
} catch (error) {
  // A message written for people is enough; anything else is a fault of ours and comes with its stack.
  const told = error instanceof Error && ['Told', 'ConfigProblem'].includes(error.name);
  process.stderr.write(`\n${told ? (error as Error).message : error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
  setImmediate(() => process.exit(1));
}
