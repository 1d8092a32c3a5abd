import fs from 'node:fs';
import path from 'node:path';
import type { PluginManifest } from '@loctelli/core';
import type { Finding } from './finding.ts';

/** A folder that holds a `plugin.json`. */
export interface FoundPlugin {
  /** The folder's name, or for a package the id its manifest gives. */
  id: string;
  /** Folder, from the root of the clone, with forward slashes. */
  folder: string;
  /** Name of the npm package it was installed as; null for a folder in `plugins/`. */
  packageName: string | null;
  manifest: PluginManifest;
}

/** Looks at `plugins/*` and at the direct dependencies of the root `package.json`; whoever has a `plugin.json` is a plugin. */
export function findPlugins(root: string): { plugins: FoundPlugin[]; findings: Finding[] } {
  const plugins: FoundPlugin[] = [];
  const findings: Finding[] = [];
  for (const place of [...inFolder(root), ...inDependencies(root)]) {
    const file = `${place.folder}/plugin.json`;
    try {
      const manifest = JSON.parse(fs.readFileSync(path.join(root, file), 'utf8')) as PluginManifest;
      if (typeof manifest !== 'object' || manifest === null || Array.isArray(manifest)) throw new Error('it holds no object');
      plugins.push({ ...place, id: place.packageName ? String(manifest.id) : path.basename(place.folder), manifest });
    } catch (error) {
      findings.push({
        file,
        message: `cannot be read: ${(error as Error).message}`,
        fix: 'write one JSON object as plugin.schema.json describes it',
      });
    }
  }
  return { plugins, findings };
}

type Place = Pick<FoundPlugin, 'folder' | 'packageName'>;

function inFolder(root: string): Place[] {
  const directory = path.join(root, 'plugins');
  if (!fs.existsSync(directory)) return [];
  return fs
    .readdirSync(directory)
    .sort()
    .filter((name) => fs.existsSync(path.join(directory, name, 'plugin.json')))
    .map((name) => ({ folder: `plugins/${name}`, packageName: null }));
}

function inDependencies(root: string): Place[] {
  const manifest = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as { dependencies?: Record<string, string> };
  return Object.keys(manifest.dependencies ?? {})
    .sort()
    .filter((name) => fs.existsSync(path.join(root, 'node_modules', name, 'plugin.json')))
    .map((name) => ({ folder: `node_modules/${name}`, packageName: name }));
}

/** Content of a plugin's file, or null where it does not have that part. */
export function readPart(root: string, plugin: FoundPlugin, part: string): string | null {
  const file = path.join(root, plugin.folder, part);
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : null;
}

/** The first of these files that the plugin has; published packages ship JavaScript, folders TypeScript. */
export function partFile(root: string, plugin: FoundPlugin, name: string): string | null {
  return ['.ts', '.js', '.mjs'].map((ending) => name + ending).find((file) => fs.existsSync(path.join(root, plugin.folder, file))) ?? null;
}

/** Text of a plugin's contract: `contract.ts` and, where it is a folder behind that file, all of `contract/`. */
export function contractText(root: string, plugin: FoundPlugin): string {
  const door = partFile(root, plugin, 'contract');
  const folder = path.join(root, plugin.folder, 'contract');
  const rooms = fs.existsSync(folder) ? fs.readdirSync(folder).filter((name) => /\.m?[jt]s$/.test(name)) : [];
  return [...(door ? [door] : []), ...rooms.map((name) => `contract/${name}`)].map((part) => readPart(root, plugin, part)!).join('\n');
}
