import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import compile from 'icu-minify/compile';
import { kernelErrors, type ProblemDefinition } from '@loctelli/core';
import { findPlugins, type FoundPlugin } from '../assemble/find.ts';
import type { Finding } from '../assemble/finding.ts';
import { judgeLocales } from '../assemble/judge-locales.ts';
import type { Check } from './check.ts';
import { sourcesIn } from './sources.ts';

const kernelLocales = 'core/web/locales';

/**
 * That every language has the same keys, and that every key which code, manifests and error catalogues ask for is there. Keys put together at
 * run time cannot be seen from here.
 */
export const translations: Check = {
  title: 'translations',
  async run(root) {
    const { plugins } = findPlugins(root);
    const messages: Record<string, unknown> = { core: read(root, `${kernelLocales}/en.json`) };
    for (const plugin of plugins) messages[plugin.id] = read(root, `${plugin.folder}/locales/en.json`);
    const folders = ['core/web', 'apps/web', ...plugins.map((plugin) => `${plugin.folder}/web`)];
    return [
      ...judgeLocales(root, kernelLocales),
      ...[kernelLocales, ...plugins.map((plugin) => `${plugin.folder}/locales`)].flatMap((folder) => unreadable(root, folder)),
      ...folders.flatMap((folder) => sourcesIn(root, folder)).flatMap((file) => missingInCode(root, file, messages)),
      ...plugins.flatMap((plugin) => missingInManifest(plugin, messages[plugin.id])),
      ...plugins.flatMap((plugin) => missingInMetrics(root, plugin, messages[plugin.id])),
      ...missingErrors(`${kernelLocales}/en.json`, Object.values(kernelErrors), messages),
      ...(await Promise.all(plugins.map((plugin) => contractErrors(root, plugin, messages)))).flat(),
    ];
  },
};

/** Messages that the web could not compile, as it does when it starts. */
function unreadable(root: string, folder: string): Finding[] {
  const files = fs.existsSync(path.join(root, folder)) ? fs.readdirSync(path.join(root, folder)).filter((name) => name.endsWith('.json')) : [];
  return files.flatMap((name) => textsIn(read(root, `${folder}/${name}`)).flatMap(([key, text]) => fault(`${folder}/${name}`, key, text)));
}

function fault(file: string, key: string, text: string): Finding[] {
  try {
    compile(text);
    return [];
  } catch (error) {
    return [{ file, message: `${key} is no message: ${(error as Error).message.split('\n')[0]}`, fix: 'write it in ICU MessageFormat; choices of a select are words without hyphens' }];
  }
}

const textsIn = (messages: unknown, prefix = ''): [string, string][] =>
  typeof messages === 'string' ? [[prefix, messages]] : Object.entries(messages as object).flatMap(([key, value]) => textsIn(value, prefix ? `${prefix}.${key}` : key));

/** Finds `const t = useTranslations('clients.list')` and then every `t('title')`. */
function missingInCode(root: string, file: string, messages: Record<string, unknown>): Finding[] {
  const code = fs.readFileSync(path.join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, '');
  const spaces = new Map<string, string[]>();
  for (const [, name, space = ''] of code.matchAll(
    /const (\w+) = (?:await )?(?:useTranslations|getTranslations)\(\s*(?:'([^']*)')?\s*\)/g,
  )) {
    spaces.set(name!, [...(spaces.get(name!) ?? []), space]);
  }
  return [...spaces].flatMap(([name, owners]) => {
    const calls = [...code.matchAll(new RegExp(`(?<![\\w.$])${name}(?:\\.(?:rich|markup|raw))?\\(\\s*'([^']+)'`, 'g'))].map(
      ([, key]) => key!,
    );
    const missing = [...new Set(calls)].filter((key) => !owners.some((space) => has(messages, space ? `${space}.${key}` : key)));
    return missing.map((key) => ({
      file,
      message: `shows ${owners[0] ? `${owners[0]}.` : ''}${key}, which no language has`,
      fix: `add it to the locales of ${owners[0]?.split('.')[0] || 'its owner'}`,
    }));
  });
}

function missingInManifest(plugin: FoundPlugin, messages: unknown): Finding[] {
  const { menu = [], pages = [], publicPages = [], widgets = [], slots = [] } = plugin.manifest;
  const { id, permissions = [], fields = {} } = plugin.manifest;
  const keys = [
    ...menu.map(({ label }) => label),
    ...[...pages, ...publicPages, ...widgets, ...slots].map(({ title }) => title),
    ...widgets.flatMap(({ description }) => description ?? []),
    ...permissions.map((permission) => `permissions.${permission.id.slice(id.length + 1).replaceAll('.', '-')}`),
    ...Object.values(fields).flatMap((names) => names.map((name) => `fields.${name}`)),
  ];
  const missing = [...new Set(keys)].filter((key) => !has(messages, key));
  return missing.map((key) => ({
    file: `${plugin.folder}/plugin.json`,
    message: `names the text ${key}, which no language has`,
    fix: `add it to ${plugin.folder}/locales`,
  }));
}

/** Finds the names that `defineMetric` is given, and the dimensions beside them. */
function missingInMetrics(root: string, { id, folder }: FoundPlugin, messages: unknown): Finding[] {
  return sourcesIn(root, `${folder}/server`).flatMap((file) => {
    const code = fs.readFileSync(path.join(root, file), 'utf8');
    if (!code.includes('defineMetric(')) return [];
    const names = [...code.matchAll(new RegExp(`name: '${id}\\.([\\w-]+)'`, 'g'))].map(([, name]) => `metrics.${name}`);
    const dimensions = [...code.matchAll(/dimensions(?: =|:) \{([^{}]*)\}/g)].flatMap(([, text]) => [...text!.matchAll(/(?<!\.)\b(\w+):/g)].map(([, name]) => `dimensions.${name}`));
    return [...new Set([...names, ...dimensions])]
      .filter((key) => !has(messages, key))
      .map((key) => ({ file, message: `measures ${id}.${key}, which no language names`, fix: `add it to ${folder}/locales` }));
  });
}

/** The catalogue is read from the compiled contract: it is a value, and guessing it from the text would miss some. */
async function contractErrors(root: string, plugin: FoundPlugin, messages: Record<string, unknown>): Promise<Finding[]> {
  const folder = plugin.packageName ? plugin.folder : `dist/${plugin.folder}`;
  const file = path.join(root, folder, 'contract.js');
  if (!fs.existsSync(file)) return [];
  const contract = (await import(pathToFileURL(file).href)) as Record<string, unknown>;
  const definitions = Object.values(contract)
    .filter(isObject)
    .flatMap((value) => Object.values(value))
    .filter(isProblem);
  return missingErrors(`${plugin.folder}/locales/en.json`, definitions, messages);
}

function missingErrors(file: string, definitions: readonly ProblemDefinition[], messages: unknown): Finding[] {
  const keys = [...new Set(definitions.map(({ code }) => code.replace('.', '.errors.')))];
  const missing = keys.filter((key) => !has(messages, key));
  return missing.map((key) => ({ file, message: `lacks ${key}, the sentence of an error`, fix: 'write it for people, in every language' }));
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const isProblem = (value: unknown): value is ProblemDefinition =>
  isObject(value) && 'code' in value && 'status' in value && 'detail' in value;

function has(messages: unknown, key: string): boolean {
  let value = messages;
  for (const part of key.split('.')) {
    if (!isObject(value) || !Object.hasOwn(value, part)) return false;
    value = (value as Record<string, unknown>)[part];
  }
  return true;
}

function read(root: string, file: string): unknown {
  try {
    return JSON.parse(fs.readFileSync(path.join(root, file), 'utf8'));
  } catch {
    return {};
  }
}
