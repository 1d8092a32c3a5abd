import { Command } from 'commander';
import type { FoundPlugin } from '../assemble/find.ts';
import { Findings } from '../assemble/finding.ts';
import { judge } from '../assemble/judge.ts';
import { writeLists } from '../assemble/lists.ts';
import { writeMigrations } from '../assemble/migrations.ts';
import { bundleScripts } from '../assemble/scripts.ts';
import { buildSchema } from '../assemble/prisma-build.ts';
import { Writer } from '../assemble/write.ts';
import { say } from '../services/progress.ts';

export interface AssembleResult {
  /** In the order of their `requires`. */
  plugins: FoundPlugin[];
  /** Files that were written because their content changed; from the root of the clone. */
  written: string[];
  removed: string[];
  /** Whether the merged schema, and with it the Prisma client, is another one than before. */
  schemaChanged: boolean;
}

/**
 * Finds the plugins, judges them and brings everything that is derived from them up to date: the lists that the apps import, the merged
 * Prisma schema with its client, the merged migrations. Writes only what changed.
 * @throws Findings with every failure at once; then nothing was written
 */
export async function assemble(root: string): Promise<AssembleResult> {
  const { plugins, sources, migrations, findings } = judge(root);
  if (findings.length > 0) throw new Findings('The plugins cannot be assembled:', findings);
  const writer = new Writer(root);
  const schemaChanged = await buildSchema(root, sources, writer);
  writeMigrations(migrations, writer);
  writeLists(root, plugins, writer);
  await bundleScripts(root, plugins, writer);
  return { plugins, written: writer.written, removed: writer.removed, schemaChanged };
}

export default new Command('assemble').description('find, judge and join the plugins').action(async () => {
  const { plugins, written, removed } = await assemble(process.cwd());
  for (const file of written.filter((name) => !name.startsWith('prisma/build/client/'))) say(`wrote ${file}`);
  for (const file of removed) say(`removed ${file}`);
  const names = plugins.map(({ id }) => id).join(', ') || 'none';
  say(`Plugins: ${names}. ${written.length + removed.length === 0 ? 'Nothing changed.' : ''}`);
});
