import { z } from 'zod';
import { pluginState } from './identity.ts';

/** An installed plugin as the settings page shows it. */
export const pluginCard = pluginState
  .extend({
    /** Ids of what a role may be granted through it. */
    permissions: z.array(z.string()),
    /** Names of the events it tells others. */
    events: z.array(z.string()),
    /** Ids of the plugins it cannot do without. */
    requires: z.array(z.string()),
    hasSettings: z.boolean(),
  })
  .meta({ id: 'PluginCard' });
export type PluginCard = z.infer<typeof pluginCard>;
export const pluginCards = z.object({ items: z.array(pluginCard) }).meta({ id: 'PluginCards' });

/** One setting, as far as its form is drawn from it: a part of JSON Schema 2020-12. */
export interface SettingSchema {
  type?: 'string' | 'integer' | 'number' | 'boolean' | 'array';
  title?: string;
  description?: string;
  default?: unknown;
  enum?: (string | number)[];
  /** email, uri, color, time (`08:30`) or currency (ISO 4217). */
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  items?: { type?: 'string'; maxLength?: number };
  maxItems?: number;
  /** A secret: kept sealed, never sent back. */
  writeOnly?: boolean;
}

export const pluginSettings = z
  .object({
    /** JSON Schema of the settings: one object. */
    schema: z.record(z.string(), z.unknown()),
    /** Every setting's value, the manifest's default where the tenant chose none; without secrets. */
    values: z.record(z.string(), z.unknown()),
    /** Names of the settings the tenant chose itself. */
    chosen: z.array(z.string()),
    /** Names of the secrets that are set. */
    secrets: z.array(z.string()),
  })
  .meta({ id: 'PluginSettings' });
export type PluginSettings = z.infer<typeof pluginSettings>;

/** Only what changes; null goes back to the manifest's default, or takes a secret away. */
export const pluginSettingsUpdate = z.strictObject({ values: z.record(z.string().max(60), z.unknown()) }).meta({ id: 'PluginSettingsUpdate' });
