import { Inject, Injectable } from '@nestjs/common';
import { kernelErrors, type PluginSettings } from '@loctelli/core';
import type { Prisma } from '../../../prisma/build/client/client.ts';
import { Audit } from '../audit/audit.ts';
import { Cache } from '../cache/cache.ts';
import { Seal } from '../config/seal.ts';
import { Database } from '../database/database.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { problem } from '../http/problem.ts';
import { LOADED_PLUGINS } from '../plugins/loaded-plugins.ts';
import type { LoadedPlugin } from '../plugins/plugin-host.ts';
import { context } from '../tenancy/context.ts';
import { defaultsOf, isSecret, judgeSettings, settingsOf } from './settings-schema.ts';

type Values = Record<string, unknown>;
const hidden = '•••';

/** How the tenant in the air has set a plugin. */
@Injectable()
export class Settings {
  constructor(
    private readonly db: Database,
    @Inject(LOADED_PLUGINS) private readonly plugins: LoadedPlugin[],
    private readonly cache: Cache,
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly seal: Seal,
  ) {}

  /** The plugin's settings: the defaults its manifest declares, and over them what the tenant chose, secrets readable. */
  async get<T extends object = Values>(pluginId: string): Promise<T> {
    const schema = this.#schemaOf(pluginId);
    const chosen = await this.#chosen(pluginId);
    // What a former version of the plugin knew, this one does not: it is kept, and not handed out.
    const known = Object.entries(chosen).filter(([name]) => !schema || name in settingsOf(schema));
    const open = known.map(([name, value]) => [name, isSecret(schema, name) && typeof value === 'string' ? this.seal.open(value, this.#place(pluginId, name)) : value]);
    return { ...defaultsOf(schema), ...Object.fromEntries(open) } as T;
  }

  /** The same for the settings page, without secrets. Throws core.not-found for a plugin that has no settings. */
  async describe(pluginId: string): Promise<PluginSettings> {
    const schema = this.#schemaOf(pluginId);
    if (!schema) throw problem(kernelErrors.notFound);
    const chosen = await this.#chosen(pluginId);
    const names = Object.keys(chosen).filter((name) => name in settingsOf(schema));
    const [secrets, plain] = [names.filter((name) => isSecret(schema, name)), names.filter((name) => !isSecret(schema, name))];
    return { schema, values: { ...withoutSecrets(schema, defaultsOf(schema)), ...pick(chosen, plain) }, chosen: plain, secrets };
  }

  /**
   * Changes some settings; null goes back to the default. What another administrator changed meanwhile stays.
   * Throws core.not-found, and core.invalid-input that names each wrong setting as `values.<name>`.
   */
  async change(pluginId: string, changes: Values): Promise<PluginSettings> {
    const schema = this.#schemaOf(pluginId);
    const plugin = this.plugins.find(({ manifest }) => manifest.id === pluginId);
    if (!schema || !plugin) throw problem(kernelErrors.notFound);
    return this.uow.run(async () => {
      await this.db.pluginState.createMany({ data: [{ pluginId, version: plugin.manifest.version }], skipDuplicates: true });
      const [row] = await this.db.$queryRaw<{ settings: Values }[]>`select settings from "PluginState" where "pluginId" = ${pluginId} for update`;
      const before = row!.settings;
      const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== null));
      const kept = Object.fromEntries(Object.entries(before).filter(([name]) => !(name in changes)));
      const faults = await judgeSettings(schema, { ...defaultsOf(schema), ...pick(kept, Object.keys(settingsOf(schema))), ...given });
      if (faults.length) throw problem(kernelErrors.invalidInput, {}, faults);
      const stored = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, isSecret(schema, name) ? this.seal.close(String(value), this.#place(pluginId, name)) : value]));
      await this.db.pluginState.updateMany({ where: { pluginId }, data: { settings: { ...kept, ...stored } as Prisma.InputJsonObject } });
      const noted = Object.keys(changes).filter((name) => JSON.stringify(before[name] ?? null) !== JSON.stringify(changes[name] ?? null));
      const told = noted.map((name) => [name, isSecret(schema, name) ? [name in before ? hidden : null, name in given ? hidden : null] : [before[name] ?? null, changes[name] ?? null]]);
      if (told.length) await this.audit.record({ action: 'plugin.configured', subject: 'Plugin', subjectId: pluginId, changes: Object.fromEntries(told) as Values });
      return this.describe(pluginId);
    });
  }

  /** As it is stored, secrets sealed: what is kept in Redis can be read by nobody. */
  #chosen(pluginId: string): Promise<Values> {
    return this.cache.remember(['PluginState'], ['settings', pluginId], async () => {
      const state = await this.db.pluginState.findFirst({ where: { pluginId }, select: { settings: true } });
      return (state?.settings ?? {}) as Values;
    });
  }

  #schemaOf(pluginId: string): Record<string, unknown> | undefined {
    return this.plugins.find(({ manifest, failure }) => manifest.id === pluginId && !failure)?.manifest.settings;
  }

  #place(pluginId: string, name: string): string {
    return `setting:${context.get('tenant')!.id}:${pluginId}:${name}`;
  }
}

const pick = (values: Values, names: readonly string[]): Values => Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)));
const withoutSecrets = (schema: Values, values: Values): Values => Object.fromEntries(Object.entries(values).filter(([name]) => !isSecret(schema, name)));
