import type { PageManifest } from '@loctelli/core';
import type { InstalledPlugin } from './plugin-web.ts';

export interface Match {
  plugin: InstalledPlugin;
  page: PageManifest;
  params: Record<string, string>;
}

/** Finds the plugin page for a path such as `/clients/42`; a fixed segment wins over a `:name` one. */
export function matchPage(plugins: readonly InstalledPlugin[], path: string): Match | null {
  const parts = path.split('/').filter(Boolean);
  let best: (Match & { fixed: number }) | null = null;
  for (const plugin of plugins) {
    for (const page of plugin.manifest.pages ?? []) {
      const params = matchPattern(page.path, parts);
      if (!params) continue;
      const fixed = parts.length - Object.keys(params).length;
      if (!best || fixed > best.fixed) best = { plugin, page, params, fixed };
    }
  }
  return best && { plugin: best.plugin, page: best.page, params: best.params };
}

function matchPattern(pattern: string, parts: string[]): Record<string, string> | null {
  const wanted = pattern.split('/').filter(Boolean);
  if (wanted.length !== parts.length) return null;
  const params: Record<string, string> = {};
  for (const [index, segment] of wanted.entries()) {
    const part = parts[index]!;
    if (segment.startsWith(':')) {
      try {
        params[segment.slice(1)] = decodeURIComponent(part);
      } catch {
        return null;
      }
    } else if (segment !== part) return null;
  }
  return params;
}
