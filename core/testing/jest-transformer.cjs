/**
 * Lets Jest, which runs CommonJS here, load what this project is made of: our TypeScript with Nest's decorators, and dependencies that
 * are ES modules only. Dependencies that are CommonJS already stay as they are.
 */
const fs = require('node:fs');
const path = require('node:path');
const { createTransformer } = require('@swc/jest');

const base = { swcrc: false, sourceMaps: 'inline', module: { type: 'commonjs' } };
const typescript = (tsx) =>
  createTransformer({
    ...base,
    jsc: {
      target: 'es2022',
      keepClassNames: true,
      parser: { syntax: 'typescript', tsx, decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
    },
  });
const ts = typescript(false);
const tsx = typescript(true);
const js = createTransformer({ ...base, jsc: { target: 'es2022', parser: { syntax: 'ecmascript' } } });
const known = new Map();
/** A change of this file makes what it transformed before stale. */
const own = fs.readFileSync(__filename, 'utf8');

function isModule(file) {
  if (file.endsWith('.mjs')) return true;
  if (file.endsWith('.cjs')) return false;
  return isModuleFolder(path.dirname(file));
}

function isModuleFolder(folder) {
  if (known.has(folder)) return known.get(folder);
  const manifest = path.join(folder, 'package.json');
  const up = path.dirname(folder);
  const answer = fs.existsSync(manifest) ? JSON.parse(fs.readFileSync(manifest, 'utf8')).type === 'module' : up !== folder && isModuleFolder(up);
  known.set(folder, answer);
  return answer;
}

/** CommonJS stays as it is, but for `import()` in it, which Jest could not follow; swc leaves it in scripts, so it is rewritten as text. A method of that name is none. */
const script = { process: (source) => ({ code: source.replace(/(?<![.\w])import\(([^()]+)\)(?!\s*\{)/g, '(async () => require($1))()') }) };

function transformerOf(file, source) {
  if (file.endsWith('.tsx')) return tsx;
  if (file.endsWith('.ts')) return ts;
  if (isModule(file)) return js;
  return /\bimport\(/.test(source) ? script : undefined;
}

module.exports = {
  canInstrument: true,
  getCacheKey: (source, file, options) => `${ts.getCacheKey(source + own, file, options)}${path.extname(file)}${isModule(file) ? 'm' : 'c'}`,
  process: (source, file, options) => transformerOf(file, source)?.process(source, file, options) ?? { code: source },
};
