import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PluginManifest } from '@loctelli/core';
import type { MetricWords, PluginImport, PluginServer } from '../server/plugins/plugin.ts';

/** Every plugin in `plugins/`, read from disk, so that a test which must cover all of them covers the one dropped in yesterday. */
export function installedPlugins(root = process.cwd()): PluginImport[] {
  const plugins = readdirSync(join(root, 'plugins'))
    .filter((id) => existsSync(join(root, 'plugins', id, 'plugin.json')))
    .map((id) => ({ folder: join(root, 'plugins', id), manifest: JSON.parse(readFileSync(join(root, 'plugins', id, 'plugin.json'), 'utf8')) as PluginManifest }));
  const requires = ({ manifest }: (typeof plugins)[number]) => Object.keys(manifest.requires ?? {}).length;
  return plugins
    .sort((a, b) => requires(a) - requires(b))
    .map(({ folder, manifest }) => {
      const file = join(folder, 'server/index.ts');
      const words = Object.fromEntries((['en', 'es', 'ar'] as const).map((locale) => [locale, wordsOf(join(folder, 'locales', `${locale}.json`))]));
      return { manifest, words, load: existsSync(file) ? () => import(file) as Promise<{ default: PluginServer }> : null };
    });
}

function wordsOf(file: string): MetricWords {
  const { metrics, dimensions, dimensionValues } = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as MetricWords) : {};
  return { ...(metrics && { metrics }), ...(dimensions && { dimensions }), ...(dimensionValues && { dimensionValues }) };
}

/** An installed plugin and those it requires, in the order they load: what its own tests boot. */
export function pluginWithRequired(id: string, root = process.cwd()): PluginImport[] {
  const all = new Map(installedPlugins(root).map((plugin) => [plugin.manifest.id, plugin]));
  const wanted = new Set<string>();
  const take = (name: string): void => {
    for (const required of Object.keys(all.get(name)?.manifest.requires ?? {})) take(required);
    wanted.add(name);
  };
  take(id);
  return [...wanted].flatMap((name) => all.get(name) ?? []);
}
