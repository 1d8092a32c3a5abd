import type { Finding } from './finding.ts';
import type { FoundPlugin } from './find.ts';

/**
 * Puts every plugin behind those it requires; otherwise by id. A circle is a finding, and its members come last.
 */
export function inOrder(plugins: readonly FoundPlugin[]): { ordered: FoundPlugin[]; findings: Finding[] } {
  const byId = new Map(plugins.map((plugin) => [plugin.id, plugin]));
  const ordered: FoundPlugin[] = [];
  const findings: Finding[] = [];
  const done = new Set<string>();
  const visit = (plugin: FoundPlugin, path: string[]): void => {
    if (path.includes(plugin.id)) {
      const circle = [...path.slice(path.indexOf(plugin.id)), plugin.id].join(' → ');
      const fix = 'move what both need into one of them, or let one listen to an event of the other';
      findings.push({ file: `${plugin.folder}/plugin.json`, message: `requires itself: ${circle}`, fix });
      return;
    }
    if (done.has(plugin.id)) return;
    for (const id of Object.keys(plugin.manifest.requires ?? {}).sort()) {
      const required = byId.get(id);
      if (required) visit(required, [...path, plugin.id]);
    }
    if (done.has(plugin.id)) return;
    done.add(plugin.id);
    ordered.push(plugin);
  };
  for (const plugin of [...plugins].sort((a, b) => a.id.localeCompare(b.id, 'en'))) visit(plugin, []);
  return { ordered, findings };
}
