import fs from 'node:fs';
import path from 'node:path';
import { findPlugins } from '../assemble/find.ts';
import type { Finding } from '../assemble/finding.ts';
import type { Check } from './check.ts';
import { sourcesIn } from './sources.ts';

const imports = /(?:from|import)\s*\(?\s*(['"])([^'"]+)\1/g;

/** A plugin imports contracts of those plugins only that its manifest requires: otherwise it breaks where they are not installed. */
export const contracts: Check = {
  title: 'contract imports',
  async run(root) {
    const { plugins } = findPlugins(root);
    const byFolder = new Map(plugins.map((plugin) => [plugin.folder, plugin]));
    return plugins.flatMap((plugin) =>
      sourcesIn(root, plugin.folder).flatMap((file): Finding[] => {
        const targets = [...fs.readFileSync(path.join(root, file), 'utf8').matchAll(imports)].map(([, , target]) => target!);
        const others = targets.flatMap((target) => byFolder.get(reached(file, target) ?? '') ?? []);
        const foreign = new Set(others.filter((other) => other !== plugin && !(other.id in (plugin.manifest.requires ?? {}))));
        return [...foreign].map((other) => ({
          file,
          message: `imports from ${other.id}, which ${plugin.folder}/plugin.json does not require`,
          fix: `add "${other.id}": "^${other.manifest.version}" to its "requires"`,
        }));
      }),
    );
  },
};

/** The plugin folder an import leads into: by path, or by the name of an installed package. */
function reached(file: string, target: string): string | undefined {
  if (target.startsWith('.')) return /^plugins\/[^/]+/.exec(path.posix.join(path.posix.dirname(file), target))?.[0];
  const name = /^(@[^/]+\/)?[^/]+/.exec(target)?.[0];
  return name && `node_modules/${name}`;
}
