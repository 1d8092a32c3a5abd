import fs from 'node:fs';
import path from 'node:path';
import { findPlugins, type FoundPlugin } from './find.ts';
import type { Finding } from './finding.ts';
import { judgeManifest } from './judge-manifest.ts';
import { judgeModels } from './judge-models.ts';
import { judgeNames } from './judge-names.ts';
import { judgeLocales } from './judge-locales.ts';
import { judgeVersions } from './judge-versions.ts';
import { readMigrations, type MigrationSource } from './migrations.ts';
import { inOrder } from './order.ts';
import { schemaSources, type SchemaSource } from './prisma-build.ts';

export interface Judgement {
  /** In the order of their `requires`. */
  plugins: FoundPlugin[];
  sources: SchemaSource[];
  migrations: MigrationSource[];
  findings: Finding[];
}

/**
 * Finds every plugin and everything that is wrong with any of them. Nothing is written.
 * A manifest whose form is wrong is not asked further: what it names cannot be relied on.
 */
export function judge(root: string): Judgement {
  const found = findPlugins(root);
  const formed = found.plugins.map((plugin) => ({ plugin, findings: judgeManifest(root, plugin) }));
  const sound = formed.filter(({ findings }) => findings.length === 0).map(({ plugin }) => plugin);
  const known = new Map(found.plugins.map((plugin) => [plugin.id, plugin]));
  const { ordered, findings: circles } = inOrder(sound);
  const sources = schemaSources(root, ordered);
  const history = readMigrations(root, ordered);
  const findings = [
    ...found.findings,
    ...formed.flatMap((entry) => entry.findings),
    ...twice(found.plugins),
    ...circles,
    ...judgeVersions(coreVersion(root), sound, known),
    ...judgeModels(sound, sources, known),
    ...sound.flatMap((plugin) => [...judgeNames(root, plugin, sound), ...judgeLocales(root, `${plugin.folder}/locales`)]),
    ...history.findings,
  ];
  return { plugins: ordered, sources, migrations: history.migrations, findings };
}

function coreVersion(root: string): string {
  return (JSON.parse(fs.readFileSync(path.join(root, 'core/package.json'), 'utf8')) as { version: string }).version;
}

function twice(plugins: readonly FoundPlugin[]): Finding[] {
  return plugins.flatMap((plugin, index) => {
    const first = plugins.findIndex(({ id }) => id === plugin.id);
    if (first === index) return [];
    const other = plugins[first]!.folder;
    return [
      {
        file: `${plugin.folder}/plugin.json`,
        message: `the id ${plugin.id} is taken by ${other}`,
        fix: `remove one of the two: uninstall the package or delete ${other}`,
      },
    ];
  });
}
