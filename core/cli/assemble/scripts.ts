import fs from 'node:fs/promises';
import path from 'node:path';
import type { Plugin } from 'esbuild';
import { partFile, type FoundPlugin } from './find.ts';
import { Findings } from './finding.ts';
import type { Writer } from './write.ts';

const folder = 'apps/web/public/x';

/**
 * Bundles the scripts that foreign pages load, each into one file that needs nothing beside it and leaves no name behind in the page. They are served
 * as `/x/<plugin>/<name>.js`.
 * @throws Findings with the bundler's own words
 */
export async function bundleScripts(root: string, plugins: readonly FoundPlugin[], writer: Writer): Promise<void> {
  for (const plugin of plugins) {
    for (const name of plugin.manifest.scripts ?? []) {
      const entry = `${plugin.folder}/${partFile(root, plugin, `web/scripts/${name}`)!}`;
      writer.write(`${folder}/${plugin.id}/${name}.js`, await bundle(root, entry));
    }
  }
  writer.sweep(folder);
}

async function bundle(root: string, entry: string): Promise<string> {
  const { build, transform } = await import('esbuild');
  const styleSheets: Plugin = {
    name: 'style sheets as small texts',
    setup: (building) =>
      building.onLoad({ filter: /\.css$/ }, async ({ path: file }) => {
        const { code } = await transform(await fs.readFile(file, 'utf8'), { loader: 'css', minify: true, sourcefile: file });
        return { contents: code.trim(), loader: 'text' };
      }),
  };
  try {
    const { outputFiles } = await build({
      entryPoints: [path.join(root, entry)],
      absWorkingDir: root,
      ...{ bundle: true, write: false, minify: true, format: 'iife', target: 'es2020', platform: 'browser', charset: 'utf8', legalComments: 'none' },
      define: { 'process.env.NODE_ENV': '"production"' },
      plugins: [styleSheets],
      logLevel: 'silent',
    });
    return outputFiles[0]!.text;
  } catch (error) {
    const { errors = [] } = error as { errors?: { text: string; location: { file: string; line: number } | null }[] };
    const findings = errors.map(({ text, location }) => ({ file: location ? `${location.file}:${location.line}` : entry, message: text, fix: 'correct it there' }));
    throw findings.length ? new Findings('A script cannot be bundled:', findings) : error;
  }
}
