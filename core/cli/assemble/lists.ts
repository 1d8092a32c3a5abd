import path from 'node:path';
import fs from 'node:fs';
import { partFile, type FoundPlugin } from './find.ts';
import type { Writer } from './write.ts';

const notice = '// Written by `loctelli assemble`. Do not edit: it is made anew from plugins/*/plugin.json.\n';
/** What `apps/web/next.config.ts` leads past the sign-in. */
export const publicPathsFile = 'apps/web/generated/public-paths.json';

const locales = ['en', 'es', 'ar'] as const;

/** Writes the lists that the two apps import. `plugins` are in the order of their `requires`. */
export function writeLists(root: string, plugins: readonly FoundPlugin[], writer: Writer): void {
  writer.write('apps/api/generated/plugins.ts', serverList(root, plugins));
  writer.write('apps/web/generated/manifests.ts', manifests(plugins));
  writer.write(publicPathsFile, publicPaths(plugins));
  writer.write('apps/web/generated/plugins.ts', webList(root, plugins));
  writer.write('apps/web/generated/api.ts', apiModules(root, plugins));
  writer.write('apps/web/generated/messages.ts', messages(root, plugins));
  writer.write('apps/web/generated/sources.css', sources(root, plugins));
}

/** Each plugin is imported by itself, so that one that throws while it loads is reported by name and the others run. */
function serverList(root: string, plugins: readonly FoundPlugin[]): string {
  const entries = plugins.map((plugin) => {
    const file = partFile(root, plugin, 'server/index');
    return entry(plugin, 'load', file && `() => import('${specifier('apps/api/generated', plugin, file)}')`, metricWords(root, plugin));
  });
  return `${notice}import type { PluginImport } from '@loctelli/core/server';\n\nexport const plugins: PluginImport[] = ${list(entries)};\n`;
}

/**
 * What of the manifests the web draws, and nothing beside. Only code on the server imports it and hands it to the page as data: the first page's
 * script would grow with every plugin otherwise.
 */
function manifests(plugins: readonly FoundPlugin[]): string {
  const ofTheServer = new Set(['$schema', 'models', 'permissions', 'fields', 'requires', 'settings', 'events']);
  const drawn = ({ manifest }: FoundPlugin) => Object.fromEntries(Object.entries(manifest).filter(([name]) => !ofTheServer.has(name)));
  const entries = plugins.map((plugin) => `  ${JSON.stringify(drawn(plugin), null, 2).replaceAll('\n', '\n  ')},\n`);
  return `${notice}import type { PluginManifest } from '@loctelli/core';\n\nexport const manifests: PluginManifest[] = ${list(entries)};\n`;
}

/** First parts of the addresses of public pages: Next's configuration reads them. */
function publicPaths(plugins: readonly FoundPlugin[]): string {
  const firsts = plugins.flatMap(({ manifest }) => (manifest.publicPages ?? []).map((page) => page.path.split('/')[1]!));
  return `${JSON.stringify([...new Set(firsts)].sort())}\n`;
}

function webList(root: string, plugins: readonly FoundPlugin[]): string {
  const entries = plugins.flatMap((plugin) => {
    const file = partFile(root, plugin, 'web/index');
    return file ? [`  '${plugin.id}': () => import('${specifier('apps/web/generated', plugin, file)}'),\n`] : [];
  });
  const body = entries.length === 0 ? '{}' : `{\n${entries.join('')}}`;
  return `${notice}import type { InstalledPlugin } from '@loctelli/core/web';\n\n/** The web part of each plugin that has one. */\nexport const webs: Record<string, InstalledPlugin['web']> = ${body};\n`;
}

function apiModules(root: string, plugins: readonly FoundPlugin[]): string {
  const modules = plugins.flatMap((plugin) => {
    const file = partFile(root, plugin, 'web/api');
    return file ? [{ name: camelCase(plugin.id), from: specifier('apps/web/generated', plugin, file) }] : [];
  });
  const imports = modules.map(({ name, from }) => `import { ${name} } from '${from}';\n`).join('');
  const members = ['...coreApi', ...modules.map(({ name }) => name)].join(', ');
  return `${notice}import { coreApi } from '@loctelli/core/web';\n${imports}\n/** Every endpoint of the kernel and of the installed plugins. */\nexport const api = { ${members} };\nexport type Api = typeof api;\n`;
}

function messages(root: string, plugins: readonly FoundPlugin[]): string {
  const owners = [
    { id: 'core', folder: 'core/web/locales', from: '../../../core/web/locales' },
    ...plugins.map((plugin) => ({
      id: plugin.id,
      folder: `${plugin.folder}/locales`,
      from: specifier('apps/web/generated', plugin, 'locales'),
    })),
  ];
  const cases = locales.map((locale) => {
    const present = owners.filter(({ folder }) => fs.existsSync(path.join(root, folder, `${locale}.json`)));
    const imports = present.map(({ from }) => `      import('${from}/${locale}.json'),\n`).join('');
    const names = present.map((_, index) => `m${index}`).join(', ');
    const members = present.map(({ id }, index) => `'${id}': m${index}.default`).join(', ');
    return `  ${locale}: async () => {\n    const [${names}] = await Promise.all([\n${imports}    ]);\n    return { ${members} };\n  },\n`;
  });
  return `${notice}
/** Messages of one language: the kernel's under \`core\`, each plugin's under its id. */
export type Messages = Record<string, unknown>;

const load: Record<string, () => Promise<Messages>> = {
${cases.join('')}};

/** @param locale one of the languages the product ships; any other gives English */
export function loadMessages(locale: string): Promise<Messages> {
  return (load[locale] ?? load.en!)();
}
`;
}

function sources(root: string, plugins: readonly FoundPlugin[]): string {
  const withWeb = plugins.filter((plugin) => fs.existsSync(path.join(root, plugin.folder, 'web')));
  const lines = withWeb.map((plugin) => `@source "../../../${plugin.folder}/web";\n`).join('');
  return `/* Written by \`loctelli assemble\`: where Tailwind looks for class names. Do not edit. */\n@source "../../../core/web";\n${lines}`;
}

function entry(plugin: FoundPlugin, name: string, load: string | null, words: object | null): string {
  const manifest = JSON.stringify(plugin.manifest, null, 2).replaceAll('\n', '\n    ');
  const more = words ? `    words: ${JSON.stringify(words, null, 2).replaceAll('\n', '\n    ')},\n` : '';
  return `  {\n    manifest: ${manifest},\n    ${name}: ${load},\n${more}  },\n`;
}

/** What the plugin calls its metrics, in each language; null where it has none. */
function metricWords(root: string, plugin: FoundPlugin): object | null {
  const words = locales.flatMap((locale) => {
    const file = path.join(root, plugin.folder, 'locales', `${locale}.json`);
    const { metrics, dimensions, dimensionValues } = fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, 'utf8')) as Record<string, object>) : {};
    return metrics ? [[locale, { metrics, ...(dimensions && { dimensions }), ...(dimensionValues && { dimensionValues }) }]] : [];
  });
  return words.length ? (Object.fromEntries(words) as object) : null;
}

const list = (entries: string[]) => (entries.length === 0 ? '[]' : `[\n${entries.join('')}]`);

/** How generated code in `from` imports a file of a plugin: packages by name, folders by path. */
function specifier(from: string, plugin: FoundPlugin, file: string): string {
  return plugin.packageName ? `${plugin.packageName}/${file}` : `${path.posix.relative(from, plugin.folder)}/${file}`;
}

/** `lead-forms` → `leadForms`: the name of a plugin's endpoint module. */
export const camelCase = (id: string) => id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
