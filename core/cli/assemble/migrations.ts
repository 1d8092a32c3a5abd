import fs from 'node:fs';
import path from 'node:path';
import type { FoundPlugin } from './find.ts';
import type { Finding } from './finding.ts';
import type { Writer } from './write.ts';

/** One step of the history and whose it is. */
export interface MigrationSource {
  /** `core` or a plugin's id. */
  owner: string;
  /** `<timestamp>_<name>` */
  name: string;
  /** From the root of the clone. */
  file: string;
  sql: string;
}

/** Folder of an owner's migrations, from the root of the clone. */
export function migrationsFolder(plugin: FoundPlugin | null): string {
  return plugin ? `${plugin.folder}/prisma/migrations` : 'prisma/migrations';
}

/** Every migration of the kernel and the plugins, in the order they are applied: by name. */
export function readMigrations(root: string, plugins: readonly FoundPlugin[]): { migrations: MigrationSource[]; findings: Finding[] } {
  const findings: Finding[] = [];
  const migrations = [null, ...plugins].flatMap((plugin) => {
    const folder = migrationsFolder(plugin);
    if (!fs.existsSync(path.join(root, folder))) return [];
    return fs.readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry): MigrationSource[] => {
      const file = `${folder}/${entry.name}/migration.sql`;
      if (!entry.isDirectory()) return [];
      if (!/^\d{14}_[a-z0-9_]+$/.test(entry.name)) {
        const fix = 'name it <timestamp of 14 digits>_<name>, as `loctelli db diff <name>` does';
        findings.push({ file, message: `the folder's name ${entry.name} gives it no place in the history`, fix });
      }
      if (!fs.existsSync(path.join(root, file))) {
        findings.push({ file, message: 'is missing', fix: 'write the SQL, or remove the folder' });
        return [];
      }
      return [{ owner: plugin?.id ?? 'core', name: entry.name, file, sql: fs.readFileSync(path.join(root, file), 'utf8') }];
    });
  });
  migrations.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  migrations.forEach((migration, index) => {
    const before = migrations[index - 1];
    if (before?.name !== migration.name) return;
    findings.push({ file: migration.file, message: `has the same name as ${before.file}`, fix: 'give it another timestamp' });
  });
  return { migrations, findings: [...findings, ...beforeTheirBase(plugins, migrations)] };
}

/** A plugin's first tables refer to those of the kernel and of what it requires, so its history begins after theirs. */
function beforeTheirBase(plugins: readonly FoundPlugin[], migrations: readonly MigrationSource[]): Finding[] {
  const first = (owner: string) => migrations.find((migration) => migration.owner === owner);
  return plugins.flatMap((plugin) => {
    const own = first(plugin.id);
    if (!own) return [];
    return ['core', ...Object.keys(plugin.manifest.requires ?? {})].flatMap((id) => {
      const base = first(id);
      if (!base || base.name < own.name) return [];
      return [
        {
          file: own.file,
          message: `comes before ${base.name}, the first migration of ${id}`,
          fix: `give it a timestamp after ${base.name.slice(0, 14)}`,
        },
      ];
    });
  });
}

/** Writes the merged history where Prisma's own command line finds it too. */
export function writeMigrations(migrations: readonly MigrationSource[], writer: Writer): void {
  writer.write('prisma/build/migrations/migration_lock.toml', '# Written by `loctelli assemble`.\nprovider = "postgresql"\n');
  for (const { name, sql } of migrations) writer.write(`prisma/build/migrations/${name}/migration.sql`, sql);
  writer.sweep('prisma/build/migrations');
}
