import semver from 'semver';
import type { FoundPlugin } from './find.ts';
import type { Finding } from './finding.ts';

/** Judges what a plugin expects of the kernel and of other plugins. */
export function judgeVersions(core: string, plugins: readonly FoundPlugin[], known: ReadonlyMap<string, FoundPlugin>): Finding[] {
  return plugins.flatMap((plugin) => {
    const file = `${plugin.folder}/plugin.json`;
    const findings: Finding[] = [];
    const expects = (range: string, version: string, what: string, property: string) => {
      if (semver.validRange(range) === null)
        findings.push({ file, message: `${property} "${range}" is no semver range`, fix: 'write a range such as ^0.1.0' });
      else if (!semver.satisfies(version, range, { includePrerelease: true }))
        findings.push({
          file,
          message: `wants ${what} ${range}, here is ${version}`,
          fix: `install a version of ${plugin.id} made for ${what} ${version}, or widen "${property}" after testing`,
        });
    };
    expects(plugin.manifest.core, core, '@loctelli/core', 'core');
    for (const [id, range] of Object.entries(plugin.manifest.requires ?? {})) {
      const required = known.get(id);
      if (required) expects(range, required.manifest.version, id, `requires.${id}`);
      else
        findings.push({ file, message: `requires the plugin ${id}, which is not here`, fix: `add plugins/${id}, or remove ${plugin.id}` });
    }
    return findings;
  });
}
