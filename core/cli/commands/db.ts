import { Command } from 'commander';
import pg from 'pg';
import { judge } from '../assemble/judge.ts';
import { withDatabase } from '../database/open.ts';
import { pendingStatements, writeDiff } from '../database/write-diff.ts';
import { say } from '../services/progress.ts';
import { isolationFindings, notDistributable } from '../../server/database/catalogue.ts';
import type { Config } from '../../server/config/config.ts';
import { migrate, readMigrations } from '../../server/database/migrate.ts';
import { migrationHistory } from '../../server/database/schema-engine.ts';
import { assemble } from './assemble.ts';

const status = new Command('status').description('what is applied, what waits, and whether tenants are kept apart').action(async () => {
  const root = process.cwd();
  await assemble(root);
  process.exitCode = await withDatabase(root, async (config) => {
    const migrations = readMigrations(root);
    const { unapplied, missing, edited, failed } = await migrationHistory(config.databaseUrl, migrations);
    const mark = (name: string) =>
      failed.includes(name) ? '✗ failed ' : unapplied.includes(name) ? '· waiting' : edited.includes(name) ? '✗ edited ' : '✓ applied';
    for (const { name } of migrations) say(`  ${mark(name)}  ${name}`);
    for (const name of missing) say(`  ? no file  ${name}: applied here, but its plugin is gone; its tables and data are kept`);
    if (edited.length > 0)
      say('An applied migration is never edited: put its file back as it was, and write what is new with `loctelli db diff`.');
    const sound = unapplied.length > 0 || (await reportIsolation(config));
    return sound && edited.length + failed.length === 0 ? 0 : 1;
  });
});

const apply = new Command('migrate').description('apply what waits, and secure every table').action(async () => {
  const root = process.cwd();
  await assemble(root);
  process.exitCode = await withDatabase(root, async (config) => {
    const applied = await migrate(config, readMigrations(root));
    for (const name of applied) say(`  ✓ ${name}`);
    say(applied.length === 0 ? 'Nothing waits; every table is secured.' : `${applied.length} applied; every table is secured.`);
    return (await reportIsolation(config)) ? 0 : 1;
  });
});

const diff = new Command('diff')
  .description('write the next migration of the kernel or of a plugin, from what its schema says and its migrations do not do yet')
  .argument('<name>', 'what changes, such as add_birthday')
  .argument('[owner]', 'core, or the id of a plugin', 'core')
  .action(async (name: string, owner: string) => {
    const root = process.cwd();
    await assemble(root);
    const judged = judge(root);
    const written = await withDatabase(root, async (config) =>
      writeDiff(root, judged, await pendingStatements(root, config.databaseUrl, judged), owner, name),
    );
    say(
      written.file
        ? `Wrote ${written.file}. Read it, then apply it: loctelli db migrate`
        : `The schema of ${owner} says nothing that its migrations do not do.`,
    );
    if (written.losses.length > 0) say(`It deletes data for good: ${written.losses.join(', ')}. Is that meant?`);
    for (const other of written.alsoPending) say(`${other} has changes without a migration too: loctelli db diff <name> ${other}`);
  });

/** Prints what would let one tenant reach another. @returns whether nothing was found */
async function reportIsolation(config: Config): Promise<boolean> {
  const client = new pg.Client({ connectionString: config.databaseUrl });
  await client.connect();
  try {
    const roles = { app: roleOf(config.databaseAppUrl), platform: roleOf(config.databasePlatformUrl) };
    const findings = await isolationFindings(client, roles);
    for (const { subject, finding, fix } of findings) say(`  ✗ ${subject}: ${finding}\n    → ${fix}`);
    const keys = await notDistributable(client);
    if (findings.length === 0)
      say(
        `Tenants are kept apart on every table. ${keys.length} keys would have to change before the tables are spread over several servers.`,
      );
    return findings.length === 0;
  } finally {
    await client.end();
  }
}

const roleOf = (url: string) => decodeURIComponent(new URL(url).username);

export default new Command('db')
  .description('state of the migrations, apply them, write the next one')
  .addCommand(status)
  .addCommand(apply)
  .addCommand(diff);
