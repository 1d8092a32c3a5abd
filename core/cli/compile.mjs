/**
 * Compiles the server-side TypeScript to `dist/`, which mirrors the tree: `core/server/x.ts` becomes `dist/core/server/x.js`, and its
 * imports of `./y.ts` become `./y.js`. Only what changed since the last time is touched; what has no source any more is deleted.
 *
 * JSON that code imports (locales, manifests) is copied beside it. `tenants/` is not: it is data, read from the root of the clone, which is
 * the working directory of every process.
 *
 * Plain JavaScript, because it runs before anything is compiled.
 */
import fs from 'node:fs';
import path from 'node:path';

const roots = ['core/contract', 'core/server', 'core/cli', 'core/testing', 'plugins', 'apps/api', 'prisma/build/client', 'prisma/seed', 'bench', 'e2e'];
const skippedFolders = new Set(['node_modules', 'web', 'dist', 'generated-types', '.next', 'migrations', '__snapshots__']);
const compiled = /\.tsx?$/;
const copied = /\.(json|mjs|cjs|html|liquid|wasm)$/;
const skippedFiles = /(\.test\.tsx?|\.d\.m?ts|\/package\.json)$/;

/** How one file is compiled; the legacy decorators and their metadata are what Nest's injection reads. */
export const swcOptions = {
  swcrc: false,
  sourceMaps: 'inline',
  inlineSourcesContent: false,
  module: { type: 'es6' },
  jsc: {
    target: 'es2022',
    keepClassNames: true,
    rewriteRelativeImportExtensions: true,
    parser: { syntax: 'typescript', tsx: false, decorators: true, dynamicImport: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
  },
};

/**
 * Brings `dist/` up to date.
 * @param {string} root the clone
 * @param {{ onProgress?: (done: number, total: number) => void }} [options]
 * @returns {Promise<{ compiled: string[], removed: string[] }>} sources that were compiled or copied, and outputs that were deleted
 */
export async function compile(root, { onProgress } = {}) {
  const dist = path.join(root, 'dist');
  const manifestFile = path.join(dist, '.manifest.json');
  const before = readManifest(manifestFile);
  const sources = roots.flatMap((folder) => walk(root, folder));
  const after = {};
  const work = [];
  for (const source of sources) {
    const { mtimeMs, size } = fs.statSync(path.join(root, source));
    const stamp = `${mtimeMs}:${size}`;
    after[source] = stamp;
    if (before[source] !== stamp || !fs.existsSync(path.join(root, outputOf(source)))) work.push(source);
  }
  const removed = Object.keys(before).filter((source) => !(source in after));
  for (const source of removed) fs.rmSync(path.join(root, outputOf(source)), { force: true });
  linkPackages(root);
  if (work.length === 0 && removed.length === 0) return { compiled: [], removed: [] };

  let done = 0;
  try {
    const lanes = Array.from({ length: 4 }, async () => {
      for (let source = work.shift(); source; source = work.shift()) {
        await emit(root, source);
        onProgress?.(++done, done + work.length);
      }
    });
    const failures = (await Promise.allSettled(lanes)).filter((lane) => lane.status === 'rejected');
    if (failures.length > 0) throw failures[0].reason;
  } catch (error) {
    // A file that does not parse must be tried again next time, and so must those that were not reached.
    fs.rmSync(manifestFile, { force: true });
    throw error;
  }
  fs.mkdirSync(dist, { recursive: true });
  writeWhole(manifestFile, JSON.stringify({ version: JSON.stringify(swcOptions), files: after }));
  const changed = Object.keys(after).filter((source) => before[source] !== after[source]);
  return { compiled: changed, removed };
}

/** Whether a change of this file (path from the root) concerns the compiled server. */
export function isCompiled(source) {
  const parts = source.split(path.sep);
  return (
    roots.some((folder) => source.startsWith(folder + path.sep)) &&
    !parts.some((part) => skippedFolders.has(part)) &&
    (compiled.test(source) || copied.test(source)) &&
    !skippedFiles.test(source)
  );
}

function outputOf(source) {
  return path.join('dist', source.replace(compiled, '.js'));
}

async function emit(root, source) {
  const output = path.join(root, outputOf(source));
  fs.mkdirSync(path.dirname(output), { recursive: true });
  if (!compiled.test(source)) return writeWhole(output, fs.readFileSync(path.join(root, source)));
  const { transform } = await import('@swc/core');
  const code = fs.readFileSync(path.join(root, source), 'utf8');
  const options = { ...swcOptions, filename: path.join(root, source), sourceFileName: path.relative(path.dirname(output), path.join(root, source)) };
  options.jsc = { ...options.jsc, parser: { ...options.jsc.parser, tsx: source.endsWith('.tsx') } };
  const result = await transform(code, options);
  writeWhole(output, result.code);
}

/** Written beside and renamed, so that a process never reads half a file. */
function writeWhole(file, content) {
  const draft = `${file}.${process.pid}.new`;
  fs.writeFileSync(draft, content);
  fs.renameSync(draft, file);
}

function walk(root, folder) {
  const found = [];
  const enter = (directory) => {
    let entries;
    try {
      entries = fs.readdirSync(path.join(root, directory), { withFileTypes: true });
    } catch {
      return;
    }
    for (const entry of entries) {
      const name = path.join(directory, entry.name);
      if (entry.isDirectory()) {
        if (!skippedFolders.has(entry.name)) enter(name);
      } else if (isCompiled(name)) found.push(name);
    }
  };
  enter(folder);
  return found;
}

function readManifest(file) {
  try {
    const manifest = JSON.parse(fs.readFileSync(file, 'utf8'));
    return manifest.version === JSON.stringify(swcOptions) ? manifest.files : {};
  } catch {
    return {};
  }
}

/**
 * Makes package names resolve inside `dist`: `@loctelli/core` to `dist/core`, whose exports point to `.js`; each plugin by its own name;
 * and dependencies that npm nested in a workspace, reached through a link.
 */
function linkPackages(root) {
  for (const name of folders(path.join(root, 'dist/plugins'))) {
    if (!fs.existsSync(path.join(root, 'plugins', name))) fs.rmSync(path.join(root, 'dist/plugins', name), { recursive: true, force: true });
  }
  const packages = ['core', ...folders(path.join(root, 'plugins')).map((name) => path.join('plugins', name))];
  for (const folder of packages) {
    const source = path.join(root, folder, 'package.json');
    if (!fs.existsSync(source)) continue;
    const manifest = JSON.parse(fs.readFileSync(source, 'utf8'));
    const target = path.join(root, 'dist', folder);
    fs.mkdirSync(target, { recursive: true });
    const exports = JSON.parse(JSON.stringify(manifest.exports ?? {}).replace(/\.tsx?"/g, '.js"'));
    const text = JSON.stringify({ name: manifest.name, version: manifest.version, type: 'module', ...(manifest.exports && { exports }) });
    const file = path.join(target, 'package.json');
    if (!fs.existsSync(file) || fs.readFileSync(file, 'utf8') !== text) writeWhole(file, text);
    link(target, path.join(root, 'dist/node_modules', manifest.name));
    const nested = path.join(root, folder, 'node_modules');
    if (fs.existsSync(nested)) link(nested, path.join(target, 'node_modules'));
  }
}

function folders(directory) {
  if (!fs.existsSync(directory)) return [];
  return fs.readdirSync(directory, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name);
}

function link(target, name) {
  const to = path.relative(path.dirname(name), target);
  try {
    if (fs.readlinkSync(name) === to) return;
  } catch {
    // Not there, or not a link: made below.
  }
  fs.rmSync(name, { recursive: true, force: true });
  fs.mkdirSync(path.dirname(name), { recursive: true });
  fs.symlinkSync(process.platform === 'win32' ? target : to, name, 'junction');
}
