import type { Type } from '@nestjs/common';
import type { Locale, MetricDefinition, PluginManifest } from '@loctelli/core';

/** What a plugin's `server/index.ts` exports by default. */
export interface PluginServer {
  /** A stock Nest module. */
  module: Type;
  /** `import * as contract from '../contract.ts'`: its events are found in it. */
  contract?: object;
  /** Numbers the plugin offers to dashboards: `defineMetric`. */
  metrics?: MetricDefinition[];
  /** Runs as the tenant when it switches the plugin on, and off. */
  enable?: (services: PluginServices) => Promise<void>;
  disable?: (services: PluginServices) => Promise<void>;
  /** Fills a new demo tenant; runs as that tenant, which is a business. */
  seed?: (services: PluginServices) => Promise<void>;
  /** Fills a new demo agency, before the tenants below it. */
  seedAgency?: (services: PluginServices) => Promise<void>;
}

/** Finds a provider of the plugin or the kernel by its class. */
export interface PluginServices {
  get<T>(type: abstract new (...args: never[]) => T): T;
}

/** Declares a plugin's server part; exists for its types. */
export const definePlugin = (plugin: PluginServer): PluginServer => plugin;

/** One entry of the list that `assemble` writes, in the order of `requires`. */
export interface PluginImport {
  manifest: PluginManifest;
  /** Null for a plugin without a server part. */
  load: (() => Promise<{ default: PluginServer }>) | null;
  /** Its words for metrics, which leave the server by mail and on public pages. */
  words?: Partial<Record<Locale, MetricWords>>;
}

/** What of a plugin's locales names its metrics. */
export interface MetricWords {
  metrics?: Record<string, string>;
  dimensions?: Record<string, string>;
  dimensionValues?: Record<string, Record<string, string>>;
}
