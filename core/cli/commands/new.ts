import fs from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';
import { say } from '../services/progress.ts';
import { Told } from '../services/told.ts';

/** Where the stubs lie; they are text, read from the sources and never compiled. */
const stubs = 'core/cli/stubs/plugin';

/**
 * Makes `plugins/<id>`: a model with its migration, routes, a page, three languages and a test with two tenants.
 * @returns the files written, from the root of the clone
 * @throws Told when the name is taken or cannot be one
 */
export function newPlugin(root: string, id: string, now = new Date()): string[] {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id))
    throw new Told(`"${id}" cannot be an id: use lower-case words joined by hyphens, such as lead-forms.`);
  const folder = `plugins/${id}`;
  if (fs.existsSync(path.join(root, folder))) throw new Told(`${folder} is there already. Choose another id, or delete it first.`);
  const words = wordsFor(root, id, now);
  const files = fs
    .readdirSync(path.join(root, stubs), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.stub'));
  return files.map((entry) => {
    const stub = path.join(entry.parentPath, entry.name);
    const relative = path
      .relative(path.join(root, stubs), stub)
      .replaceAll(path.sep, '/')
      .replace(/\.stub$/, '');
    const file = `${folder}/${relative.replaceAll(/__(id|timestamp)__/g, (_, word: string) => words[word]!)}`;
    fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    fs.writeFileSync(
      path.join(root, file),
      fs.readFileSync(stub, 'utf8').replaceAll(/\{\{(\w+)\}\}/g, (_, word: string) => words[word]!),
    );
    return file;
  });
}

function wordsFor(root: string, id: string, now: Date): Record<string, string> {
  const { version } = JSON.parse(fs.readFileSync(path.join(root, 'core/package.json'), 'utf8')) as { version: string };
  const noun = singular(id);
  return {
    id,
    noun,
    core: version,
    title: capital(id.replaceAll('-', ' ')),
    Model: pascal(noun),
    model: camel(noun),
    Plugin: pascal(id),
    plugin: camel(id),
    timestamp: now.toISOString().replace(/\D/g, '').slice(0, 14),
  };
}

function singular(id: string): string {
  if (id.endsWith('ies')) return `${id.slice(0, -3)}y`;
  if (/(ss|x|ch|sh)es$/.test(id)) return id.slice(0, -2);
  return id.endsWith('s') && !id.endsWith('ss') ? id.slice(0, -1) : `${id}-entry`;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const pascal = (id: string) => id.split('-').map(capital).join('');
const camel = (id: string) => pascal(id).replace(/^./, (letter) => letter.toLowerCase());

export default new Command('new')
  .description('make a plugin, complete and small, to start from')
  .argument('<id>', 'its folder, its URL, its name in code; a plural, such as tasks or lead-forms')
  .action((id: string) => {
    for (const file of newPlugin(process.cwd(), id)) say(`wrote ${file}`);
    say(
      `\nNext:\n  npm run dev                    its page is in the menu\n  npm test -- plugins/${id}      its test, with two tenants\n  npm run loctelli db diff <what> ${id}   after a change of its schema`,
    );
  });
