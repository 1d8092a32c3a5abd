import { kernelPermissions } from '../../server/access/permissions.ts';
import { contractText, partFile, readPart, type FoundPlugin } from './find.ts';
import type { Finding } from './finding.ts';
import { camelCase } from './lists.ts';

/** Judges that every page, widget, slot, permission and event a manifest names exists, and that it names all its contract declares. */
export function judgeNames(root: string, plugin: FoundPlugin, all: readonly FoundPlugin[]): Finding[] {
  return [...judgePermissions(plugin, all), ...judgeScreens(root, plugin), ...judgePublic(root, plugin, all), ...judgeEvents(root, plugin), ...judgeApi(root, plugin)];
}

function judgePermissions(plugin: FoundPlugin, all: readonly FoundPlugin[]): Finding[] {
  const { id, permissions = [], pages = [], widgets = [], slots = [], requires = {} } = plugin.manifest;
  const file = `${plugin.folder}/plugin.json`;
  const own = permissions.map((permission) => permission.id);
  const required = all.filter((other) => other.id in requires).flatMap(({ manifest }) => manifest.permissions ?? []);
  const usable = new Set([...own, ...required.map((permission) => permission.id), ...kernelPermissions.map((permission) => permission.id)]);
  const findings: Finding[] = [];
  const needs = (what: string, permission: string) => {
    if (!usable.has(permission))
      findings.push({
        file,
        message: `${what} needs the permission ${permission}, which nobody declares`,
        fix: `declare it under "permissions", or use one of ${own.join(', ') || 'its own'}`,
      });
  };
  permissions.forEach((permission, index) => {
    if (!permission.id.startsWith(`${id}.`))
      findings.push({
        file,
        message: `the permission ${permission.id} does not begin with ${id}.`,
        fix: `call it ${id}.${permission.id.split('.').at(-1)}`,
      });
    if (own.indexOf(permission.id) !== index)
      findings.push({ file, message: `declares the permission ${permission.id} twice`, fix: 'remove one' });
    for (const [role, scope] of Object.entries(permission.roles)) {
      if (!permission.scopes.includes(scope))
        findings.push({
          file,
          message: `gives ${role} the scope ${scope} of ${permission.id}, which has only ${permission.scopes.join(', ')}`,
          fix: `give one of those, or add "${scope}" to its scopes`,
        });
    }
    for (const other of permission.needs ?? []) needs(`the permission ${permission.id}`, other);
  });
  for (const page of pages) needs(`the page ${page.id}`, page.permission);
  for (const widget of widgets) needs(`the widget ${widget.id}`, widget.permission);
  for (const slot of slots) needs(`the slot entry ${slot.id}`, slot.permission);
  return findings;
}

function judgeScreens(root: string, plugin: FoundPlugin): Finding[] {
  const { id, pages = [], publicPages = [], widgets = [], slots = [], menu = [] } = plugin.manifest;
  const file = `${plugin.folder}/plugin.json`;
  const web = partFile(root, plugin, 'web/index');
  const code = web ? readPart(root, plugin, web)! : '';
  const findings: Finding[] = [];
  const groups: [string, string, { id: string }[]][] = [
    ['page', 'pages', pages],
    ['public page', 'publicPages', publicPages],
    ['widget', 'widgets', widgets],
    ['slot entry', 'slots', slots],
  ];
  for (const [kind, group, entries] of groups) {
    entries.forEach((entry, index) => {
      const target = `${plugin.folder}/${web ?? 'web/index.ts'}`;
      if (!mentions(code, entry.id))
        findings.push({
          file,
          message: `names the ${kind} ${entry.id}, which ${target} does not export`,
          fix: `add to ${group} there: '${entry.id}': () => import('./…tsx')`,
        });
      if (entries.findIndex((other) => other.id === entry.id) !== index)
        findings.push({ file, message: `declares the ${kind} ${entry.id} twice`, fix: 'give one another id' });
    });
  }
  for (const page of pages) {
    if (page.path.split('/')[1] !== id)
      findings.push({ file, message: `the page ${page.id} lies at ${page.path}, outside of /${id}`, fix: `begin its path with /${id}` });
  }
  for (const line of menu) {
    if (!pages.some((page) => page.id === line.page))
      findings.push({
        file,
        message: `the menu opens the page ${line.page}, which is not there`,
        fix: `name one of its pages: ${pages.map((page) => page.id).join(', ') || 'declare one under "pages"'}`,
      });
  }
  return findings;
}

/** First parts of paths that belong to the kernel's own pages. */
const kernelPaths = new Set(['api', 'x', 'public', 'sign-in', 'forgot-password', 'reset-password', 'register', 'accept-invitation', 'verify-email', 'users', 'settings', 'notifications', 'gallery', 'docs', 'mailbox']);

/** Judges that public pages lie where nothing else does, and that scripts for foreign pages are there. */
function judgePublic(root: string, plugin: FoundPlugin, all: readonly FoundPlugin[]): Finding[] {
  const file = `${plugin.folder}/plugin.json`;
  const { publicPages = [], scripts = [] } = plugin.manifest;
  const first = (path: string) => path.split('/')[1]!;
  const others = new Set(all.filter(({ id }) => id !== plugin.id).flatMap(({ id, manifest }) => [id, ...(manifest.publicPages ?? []).map(({ path }) => first(path))]));
  const taken = publicPages
    .filter(({ path }) => kernelPaths.has(first(path)) || others.has(first(path)) || first(path) === plugin.id)
    .map(({ id, path }) => ({ file, message: `the public page ${id} lies at ${path}, where other pages are`, fix: 'begin its path with another word' }));
  const missing = scripts
    .filter((name) => !partFile(root, plugin, `web/scripts/${name}`))
    .map((name) => ({ file, message: `names the script ${name}, which is not there`, fix: `write ${plugin.folder}/web/scripts/${name}.ts` }));
  return [...taken, ...missing];
}

/** Whether an object literal of this code has the key; the code is not run for that. */
function mentions(code: string, key: string): boolean {
  return new RegExp(`(^|[{,\\s])(['"]?)${key}\\2\\s*[:,(}]`, 'm').test(code.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, ''));
}

function judgeEvents(root: string, plugin: FoundPlugin): Finding[] {
  const file = `${plugin.folder}/plugin.json`;
  const code = contractText(root, plugin);
  const declared = new Set([...code.matchAll(/defineEvent\(\s*(['"`])([^'"`]+)\1/g)].map(([, , name]) => name!));
  const named = new Set(plugin.manifest.events ?? []);
  const missing = [...named]
    .filter((name) => !declared.has(name))
    .map((name) => ({
      file,
      message: `names the event ${name}, which contract.ts does not declare`,
      fix: `declare it there with defineEvent('${name}', …), or take it off "events"`,
    }));
  const unnamed = [...declared]
    .filter((name) => !named.has(name))
    .map((name) => ({ file, message: `does not name the event ${name} of contract.ts`, fix: `add "${name}" to "events"` }));
  return [...missing, ...unnamed];
}

function judgeApi(root: string, plugin: FoundPlugin): Finding[] {
  const api = partFile(root, plugin, 'web/api');
  if (!api) return [];
  const name = camelCase(plugin.id);
  if (new RegExp(`export\\s+(const|function)\\s+${name}\\b|export\\s*\\{[^}]*\\b${name}\\b`).test(readPart(root, plugin, api)!)) return [];
  return [
    {
      file: `${plugin.folder}/${api}`,
      message: `does not export ${name}`,
      fix: `export const ${name} = defineApi((http) => ({ … })): it joins the api object under that name`,
    },
  ];
}
