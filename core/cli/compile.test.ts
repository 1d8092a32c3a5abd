import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { compile, isCompiled } from './compile.mjs';

let root: string;
const write = (file: string, text: string) => {
  fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  fs.writeFileSync(path.join(root, file), text);
};
const read = (file: string) => fs.readFileSync(path.join(root, file), 'utf8');
const exists = (file: string) => fs.existsSync(path.join(root, file));

beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'loctelli-compile-'));
  write('package.json', '{ "type": "module" }');
  write('core/package.json', '{ "name": "@loctelli/core", "version": "0.1.0", "exports": { ".": "./contract/index.ts" } }');
  write('core/contract/index.ts', `export * from './word.ts';\nexport const later = () => import('./word.ts');\nexport const text = './word.ts';`);
  write('core/contract/word.ts', 'export const word: string = "kernel";');
  write('core/contract/word.test.ts', 'throw new Error();');
  write('plugins/one/server/index.ts', `import { word } from '@loctelli/core';\nimport type { Gone } from './gone.ts';\nexport default word satisfies Gone | string;`);
  write('plugins/one/web/page.tsx', 'export default () => <b/>;');
  write('plugins/one/plugin.json', '{ "id": "one" }');
});
afterEach(() => fs.rmSync(root, { recursive: true, force: true }));

it('mirrors the tree and turns imports of .ts into imports of .js, leaving other texts alone', async () => {
  await compile(root);
  const code = read('dist/core/contract/index.js');
  expect(code).toContain(`export * from "./word.js"`);
  expect(code).toMatch(/import\(["']\.\/word\.js["']\)/);
  expect(code).toContain(`text = './word.ts'`);
  expect(exists('dist/core/contract/word.test.js')).toBe(false);
  expect(exists('dist/plugins/one/web/page.js')).toBe(false);
  expect(read('dist/plugins/one/plugin.json')).toBe('{ "id": "one" }');
});

it('makes what it compiled run, packages found by name', async () => {
  await compile(root);
  const answer = execFileSync(process.execPath, ['--input-type=module', '-e', `console.log((await import('./dist/plugins/one/server/index.js')).default)`], { cwd: root });
  expect(answer.toString().trim()).toBe('kernel');
});

it('touches only what changed, and deletes what has no source any more', async () => {
  expect((await compile(root)).compiled.length).toBeGreaterThan(2);
  expect(await compile(root)).toEqual({ compiled: [], removed: [] });
  write('core/contract/word.ts', 'export const word: string = "changed";');
  expect(await compile(root)).toEqual({ compiled: ['core/contract/word.ts'], removed: [] });
  fs.rmSync(path.join(root, 'plugins/one'), { recursive: true });
  await compile(root);
  expect(exists('dist/plugins/one')).toBe(false);
});

it('says which file does not parse, and tries it again', async () => {
  write('core/contract/word.ts', 'export const = 1;');
  await expect(compile(root)).rejects.toThrow(/word\.ts/);
  write('core/contract/word.ts', 'export const word = "mended";');
  await compile(root);
  expect(read('dist/core/contract/word.js')).toContain('mended');
});

it('keeps decorator metadata, which injection reads', async () => {
  write('core/server/a.ts', `declare const on: ClassDecorator;\nimport { B } from './b.ts';\n@on export class A { constructor(readonly b: B) {} }`);
  write('core/server/b.ts', 'export class B {}');
  await compile(root);
  expect(read('dist/core/server/a.js')).toMatch(/design:paramtypes/);
});

it('knows which changes concern it', () => {
  expect(isCompiled('plugins/clients/server/clients.service.ts')).toBe(true);
  expect(isCompiled('plugins/clients/web/clients.page.tsx')).toBe(false);
  expect(isCompiled('core/server/x.test.ts')).toBe(false);
  expect(isCompiled('apps/web/app/page.tsx')).toBe(false);
});
