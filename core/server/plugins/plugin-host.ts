import type { EventDefinition, PluginManifest } from '@loctelli/core';
import type { PluginImport, PluginServer } from './plugin.ts';

/** A plugin after its code was imported: `server` where that worked, `failure` where it did not. */
export interface LoadedPlugin {
  manifest: PluginManifest;
  server: PluginServer | null;
  failure: string | null;
  words?: PluginImport['words'];
}

/**
 * Imports every plugin's server part. One that throws is kept with its reason, and so is one that requires it; the others load.
 */
export async function loadPlugins(imports: readonly PluginImport[]): Promise<LoadedPlugin[]> {
  const loaded = await Promise.all(imports.map(loadOne));
  return withoutOrphans(loaded);
}

/** Marks plugins as failed whose required plugins have failed. The list is in the order of `requires`, so one pass is enough. */
export function withoutOrphans(plugins: readonly LoadedPlugin[]): LoadedPlugin[] {
  const failed = new Set<string>();
  return plugins.map((plugin) => {
    const missing = Object.keys(plugin.manifest.requires ?? {}).find((id) => failed.has(id));
    const failure = plugin.failure ?? (missing ? `requires ${missing}, which failed` : null);
    if (failure) failed.add(plugin.manifest.id);
    return { ...plugin, failure };
  });
}

async function loadOne({ manifest, load, words }: PluginImport): Promise<LoadedPlugin> {
  try {
    const server = load ? (await load()).default : null;
    if (load && !server?.module) throw new Error('server/index.ts must export definePlugin({ module }) by default');
    return { manifest, server, failure: null, ...(words && { words }) };
  } catch (error) {
    return { manifest, server: null, failure: (error as Error).message };
  }
}

/** The events among a contract's exports. */
export function eventsOf(contract: object | undefined): EventDefinition[] {
  return Object.values(contract ?? {}).filter((value): value is EventDefinition => {
    const event = value as Partial<EventDefinition> | null;
    return typeof event === 'object' && event !== null && typeof event.name === 'string' && 'payload' in event && 'live' in event;
  });
}
