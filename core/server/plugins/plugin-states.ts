import { Inject, Injectable } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { LRUCache } from 'lru-cache';
import { kernelErrors, pluginToggled } from '@loctelli/core';
import { Database } from '../database/database.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { Events } from '../events/events.ts';
import { problem } from '../http/problem.ts';
import { settingsOf } from '../settings/settings-schema.ts';
import type { LoadedPlugin } from './plugin-host.ts';
import { LOADED_PLUGINS } from './loaded-plugins.ts';

/** Which plugins are on for the tenant in the air. A plugin is on unless the tenant switched it off; its data stays either way. */
@Injectable()
export class PluginStates {
  readonly #off = new LRUCache<number, Promise<Set<string>>>({ max: 20_000, ttl: 800 });

  constructor(
    @Inject(LOADED_PLUGINS) readonly plugins: LoadedPlugin[],
    private readonly db: Database,
    private readonly uow: UnitOfWork,
    private readonly events: Events,
    private readonly modules: ModulesContainer,
  ) {}

  async isEnabled(tenantId: number, pluginId: string): Promise<boolean> {
    return this.#loads(pluginId) && !(await this.#disabled(tenantId)).has(pluginId);
  }

  /** Ids of the plugins that loaded and are on. */
  async enabledFor(tenantId: number): Promise<string[]> {
    const off = await this.#disabled(tenantId);
    return this.plugins.filter(({ manifest, failure }) => !failure && !off.has(manifest.id)).map(({ manifest }) => manifest.id);
  }

  /** Ids of those that are on and offer something to visitors. */
  async publicFor(tenantId: number): Promise<string[]> {
    const enabled = await this.enabledFor(tenantId);
    return this.plugins.filter(({ manifest }) => enabled.includes(manifest.id) && (manifest.publicPages?.length || manifest.scripts?.length)).map(({ manifest }) => manifest.id);
  }

  async list(tenantId: number) {
    const enabled = new Set(await this.enabledFor(tenantId));
    return this.plugins.map(({ manifest: { id, name, description, version, ...manifest }, failure }) => ({
      ...{ id, name, description, version, enabled: enabled.has(id), failure },
      permissions: (manifest.permissions ?? []).map((permission) => permission.id),
      events: manifest.events ?? [],
      requires: Object.keys(manifest.requires ?? {}),
      hasSettings: Object.keys(settingsOf(manifest.settings)).length > 0,
    }));
  }

  /** Switches a plugin on or off for the tenant, with its enable or disable hook, in one unit of work. Throws core.not-found. */
  async set(tenantId: number, pluginId: string, enabled: boolean, services: { get<T>(type: abstract new (...args: never[]) => T): T }): Promise<void> {
    const plugin = this.plugins.find(({ manifest, failure }) => manifest.id === pluginId && !failure);
    if (!plugin) throw problem(kernelErrors.notFound);
    const { version } = plugin.manifest;
    await this.uow.run(async () => {
      const { count } = await this.db.pluginState.updateMany({ where: { pluginId }, data: { enabled, version } });
      if (count === 0) await this.db.pluginState.createMany({ data: [{ pluginId, enabled, version }], skipDuplicates: true });
      await (enabled ? plugin.server?.enable : plugin.server?.disable)?.(services);
      await this.events.emit(pluginToggled, { pluginId, enabled });
      this.uow.current!.audit.push({ action: enabled ? 'plugin.enabled' : 'plugin.disabled', subject: 'Plugin', subjectId: pluginId, changes: null });
      this.uow.current!.afterCommit.push(() => this.#off.delete(tenantId));
    });
  }

  /** The plugin a controller belongs to, by the module that declares it; undefined for the kernel's own. */
  ownerOf(controller: object): string | undefined {
    for (const { manifest, server } of this.plugins) {
      if (!server) continue;
      const seen = new Set<object>();
      const open = [...this.modules.values()].filter((module) => module.metatype === server.module);
      for (const module of open) {
        if (seen.has(module)) continue;
        seen.add(module);
        if ([...module.controllers.values()].some((wrapper) => wrapper.metatype === controller)) return manifest.id;
        open.push(...[...module.imports].filter((imported) => !imported.isGlobal));
      }
    }
    return undefined;
  }

  #loads(pluginId: string): boolean {
    return this.plugins.some(({ manifest, failure }) => manifest.id === pluginId && !failure);
  }

  #disabled(tenantId: number): Promise<Set<string>> {
    const known = this.#off.get(tenantId);
    if (known) return known;
    const loading = this.db.pluginState.findMany({ where: { enabled: false }, select: { pluginId: true } }).then((rows) => new Set(rows.map((row) => row.pluginId)));
    this.#off.set(tenantId, loading);
    loading.catch(() => this.#off.delete(tenantId));
    return loading;
  }
}
