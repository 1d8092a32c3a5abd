import type { PageManifest, PluginManifest, PublicPageManifest } from '@loctelli/core';

export interface Match {
  manifest: PluginManifest;
  page: PageManifest;
  params: Record<string, string>;
}

export interface PublicMatch extends Omit<Match, 'page'> {
  page: PublicPageManifest;
}

/** Finds the plugin page for a path such as `/clients/42`; a fixed segment wins over a `:name` one. */
export const matchPage = (manifests: readonly PluginManifest[], path: string): Match | null => match(manifests, path, ({ pages }) => pages);

/** Finds the public page for a path such as `/book/intro`. */
export const matchPublicPage = (manifests: readonly PluginManifest[], path: string): PublicMatch | null => match(manifests, path, ({ publicPages }) => publicPages);

function match<P extends { path: string }>(manifests: readonly PluginManifest[], path: string, pagesOf: (manifest: PluginManifest) => readonly P[] | undefined) {
  const parts = path.split('/').filter(Boolean);
  let best: { manifest: PluginManifest; page: P; params: Record<string, string>; fixed: number } | null = null;
  for (const manifest of manifests) {
    for (const page of pagesOf(manifest) ?? []) {
      const params = matchPattern(page.path, parts);
      if (!params) continue;
      const fixed = parts.length - Object.keys(params).length;
      if (!best || fixed > best.fixed) best = { manifest, page, params, fixed };
    }
  }
  return best && { manifest: best.manifest, page: best.page, params: best.params };
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
