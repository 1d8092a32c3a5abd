/**
 * The first thing every `npm` script runs, in a clone where nothing may be installed: checks Node, installs the dependencies when they are
 * missing or stale, compiles what changed, and hands over to the command line. It imports nothing but Node.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
process.chdir(root);
process.env.LOCTELLI_STARTED_AT ??= String(Date.now());

checkNode();
await install();
await compileSources();
await import(pathToFileURL(path.join(root, 'dist/core/cli/main.js')).href);

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  stop(`Loctelli needs Node 20.19 or newer, this is ${process.versions.node}. Get one at https://nodejs.org.`);
}

async function install() {
  const marker = path.join(root, 'node_modules/.loctelli-installed');
  const wanted = dependencyHash();
  if (read(marker) === wanted) return;
  const fresh = !fs.existsSync(path.join(root, 'node_modules/.package-lock.json'));
  if (!fresh && read(marker) === undefined && installedByHand()) return fs.writeFileSync(marker, wanted);
  say(fresh ? 'Installing dependencies; the first time takes a minute or so …' : 'Dependencies changed, installing …');
  const started = Date.now();
  let result = await npm([fresh ? 'ci' : 'install']);
  // `ci` refuses a tree whose lock file does not know it, which is what a plugin dropped into plugins/ looks like.
  if (result.code !== 0 && fresh && /EUSAGE|in sync/.test(result.output)) result = await npm(['install']);
  if (result.code !== 0) stop(`npm could not install the dependencies:\n\n${result.output.trim().split('\n').slice(-25).join('\n')}`);
  fs.writeFileSync(marker, dependencyHash());
  say(`Dependencies installed in ${seconds(started)}.`);
}

/** What decides whether an install is due: the lock file, and the dependencies of every workspace, also of a plugin just dropped in. */
function dependencyHash() {
  const hash = createHash('sha256').update(read('package-lock.json') ?? '').update(process.version.split('.')[0]).update(process.platform + process.arch);
  for (const file of ['package.json', 'core/package.json', ...inside('plugins'), ...inside('apps')]) {
    const text = read(file);
    if (text === undefined) continue;
    const { dependencies, devDependencies, overrides } = JSON.parse(text);
    if (dependencies || devDependencies) hash.update(JSON.stringify([file, dependencies, devDependencies, overrides]));
  }
  return hash.digest('hex');
}

function inside(folder) {
  if (!fs.existsSync(folder)) return [];
  return fs.readdirSync(folder).sort().map((name) => `${folder}/${name}/package.json`);
}

/** Somebody ran npm themselves, after the lock file was last written. */
function installedByHand() {
  return fs.statSync('node_modules/.package-lock.json').mtimeMs >= fs.statSync('package-lock.json').mtimeMs;
}

function npm(args) {
  const total = Object.keys(JSON.parse(read('package-lock.json') ?? '{}').packages ?? {}).length;
  return new Promise((resolve) => {
    // Tools that compile and test are needed even where NODE_ENV=production would leave them out.
    const flags = ['--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
    const child = spawn('npm', [...args, ...flags], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' });
    let output = '';
    const keep = (chunk) => (output = (output + chunk).slice(-20_000));
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    const started = Date.now();
    const every = process.stdout.isTTY ? 500 : 15_000;
    const timer = setInterval(() => progress(`  ${Math.min(countInstalled(), total)} of about ${total} packages in place, ${seconds(started)}`), every);
    child.on('error', (error) => resolve({ code: 1, output: `npm could not be started: ${error.message}` }));
    child.on('close', (code) => {
      clearInterval(timer);
      progressDone();
      resolve({ code, output });
    });
  });
}

function countInstalled() {
  const list = (folder) => (fs.existsSync(folder) ? fs.readdirSync(folder) : []);
  return list('node_modules').reduce((sum, name) => sum + (name.startsWith('@') ? list(`node_modules/${name}`).length : 1), 0);
}

async function compileSources() {
  const { compile } = await import('./compile.mjs');
  try {
    await compile(root, { onProgress: (done, total) => total > 40 && process.stdout.isTTY && progress(`  compiled ${done} of ${total} files`) });
    progressDone();
  } catch (error) {
    stop(`A source file does not compile:\n\n${error?.message ?? error}`);
  }
}

function progress(text) {
  if (process.stdout.isTTY) process.stdout.write(`\r\x1b[2K${text}`);
  else say(text);
}

function progressDone() {
  if (process.stdout.isTTY) process.stdout.write('\r\x1b[2K');
}

function read(file) {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined;
}

function seconds(since) {
  return `${((Date.now() - since) / 1000).toFixed(0)} s`;
}

function say(text) {
  process.stdout.write(`${text}\n`);
}

function stop(text) {
  process.stderr.write(`\n${text}\n`);
  process.exit(1);
}
