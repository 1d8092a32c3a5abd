import fs from 'node:fs';
import path from 'node:path';
import { kernelErrors } from '@loctelli/core';
import en from './en.json';
import es from './es.json';
import ar from './ar.json';

type Tree = { [key: string]: string | Tree };

function leaves(tree: Tree, prefix = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] => (typeof value === 'string' ? [[prefix + key, value]] : leaves(value, `${prefix}${key}.`)));
}
const english = new Map(leaves(en));
const argumentsOf = (message: string) => new Set([...message.matchAll(/\{(\w+)(?=[,}])/g)].map(([, name]) => name));

describe('locales', () => {
  it.each([['es', es], ['ar', ar]] as [string, Tree][])('%s has every message of English, with the same values in it', (_, tree) => {
    const own = new Map(leaves(tree));
    expect([...own.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [key, message] of english) expect([key, argumentsOf(own.get(key)!)]).toEqual([key, argumentsOf(message)]);
  });

  it('has a sentence for every failure of the kernel', () => {
    const missing = Object.values(kernelErrors).filter(({ code }) => !english.has(code.replace('core.', 'errors.')));
    expect(missing.map(({ code }) => code)).toEqual([]);
  });

  it('is all that users read: no component spells a sentence of its own', () => {
    const root = path.resolve(__dirname, '../../..');
    const files = ['core/web', 'apps/web/app', 'apps/web/parts'].flatMap((folder) =>
      (fs.readdirSync(path.join(root, folder), { recursive: true }) as string[]).filter((name) => name.endsWith('.tsx') && !name.includes('.test.')).map((name) => path.join(root, folder, name)),
    );
    const spelled = files.flatMap((file) => {
      const source = fs.readFileSync(file, 'utf8');
      return [...source.matchAll(/(?:aria-label|placeholder|title|alt)="([^"]*[a-z]{2}[^"]*)"|^\s*([A-Z][a-z]+ [a-z]+[^<>{}()=;]*)$/gm)].filter(([line]) => !line.trim().startsWith('*')).map(([line]) => `${path.relative(root, file)}: ${line.trim()}`);
    });
    expect(spelled).toEqual([]);
  });
});
