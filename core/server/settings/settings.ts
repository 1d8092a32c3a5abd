import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../database/database.ts';
import { LOADED_PLUGINS } from '../plugins/loaded-plugins.ts';
import type { LoadedPlugin } from '../plugins/plugin-host.ts';

/** How the tenant in the air has set a plugin. */
@Injectable()
export class Settings {
  constructor(
    private readonly db: Database,
    @Inject(LOADED_PLUGINS) private readonly plugins: LoadedPlugin[],
  ) {}

  /** The plugin's settings: the defaults its manifest declares, and over them what the tenant chose. */
  async get<T extends object = Record<string, unknown>>(pluginId: string): Promise<T> {
    const state = await this.db.pluginState.findFirst({ where: { pluginId }, select: { settings: true } });
    const schema = this.plugins.find(({ manifest }) => manifest.id === pluginId)?.manifest.settings;
    return { ...defaultsOf(schema), ...(state?.settings as object | undefined) } as T;
  }
}

/** The `default` of each property of a JSON Schema object. */
function defaultsOf(schema: Record<string, unknown> | undefined): Record<string, unknown> {
  const properties = (schema?.properties ?? {}) as Record<string, { default?: unknown }>;
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, property]) => ('default' in property ? [[name, property.default]] : [])),
  );
}
