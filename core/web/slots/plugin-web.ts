import type { ComponentType } from 'react';
import type { PluginManifest } from '@loctelli/core';

export interface PageProps {
  /** Values of the `:name` parts of the page's path. */
  params: Record<string, string>;
}
type Lazy<P> = () => Promise<{ default: ComponentType<P> }>;

/** An entry that a plugin adds to the command palette. */
export interface Command {
  id: string;
  /** Translation key within the plugin's messages. */
  label: string;
  permission?: string;
  /** Lucide icon name. */
  icon?: string;
  /** Where it leads… */
  href?: string;
  /** …or what it does. */
  run?: () => void | Promise<void>;
  /** Keys that do the same from anywhere. */
  shortcut?: string;
}

/** A record that a search found. */
export interface FoundRecord {
  id: string;
  title: string;
  subtitle?: string;
  href: string;
  /** Lucide icon name, one of those its plugin's manifest names; the plugin's own icon otherwise. */
  icon?: string;
}

/**
 * Finds a plugin's records for the command palette: the best few, within the caller's permissions.
 * @param signal ends when something else was typed meanwhile
 */
export type RecordSearch = (text: string, signal: AbortSignal) => Promise<FoundRecord[]>;

/** A plugin's part of the web. The ids are those of its manifest; everything is imported when first shown. */
export interface PluginWeb {
  pages?: Record<string, Lazy<PageProps>>;
  /** Pages that need no sign-in. They may use the api client, the kit and `usePublicTenant`, and nothing that asks who is signed in. */
  publicPages?: Record<string, Lazy<PageProps>>;
  widgets?: Record<string, Lazy<Record<string, never>>>;
  /** By slot entry id; what a slot hands over is the slot's business. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  slots?: Record<string, Lazy<any>>;
  commands?: Command[];
  search?: () => Promise<{ default: RecordSearch }>;
  /** Small counts beside lines of the main menu, by the id of the page they open. */
  badges?: Record<string, Lazy<Record<string, never>>>;
}

/** Default export of `plugins/<id>/web/index.ts`. */
export const definePluginWeb = (web: PluginWeb): PluginWeb => web;

/** A plugin as the app knows it: its manifest, and its web part where it has one. */
export interface InstalledPlugin {
  manifest: PluginManifest;
  web: (() => Promise<{ default: PluginWeb }>) | null;
}
