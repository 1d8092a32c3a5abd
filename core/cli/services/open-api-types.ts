import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { OpenAPIObject } from '@nestjs/swagger';
import { run } from './run.ts';
import { Told } from './told.ts';

export const typesFile = 'apps/web/generated/openapi.d.ts';

/**
 * Writes the web's types of the API anew when the API's sources changed since; nothing runs on them, editors and `npm run check` do. In a
 * process of its own, because a process sees only the code it started with.
 * @returns whether they were written
 */
export async function writeOpenApiTypes(root: string): Promise<boolean> {
  const file = path.join(root, typesFile);
  if (fs.existsSync(file) && fs.readFileSync(file, 'utf8').startsWith(head(root))) return false;
  const { code, output } = await run(process.execPath, [path.join(root, 'dist/core/cli/main.js'), 'openapi', '--types']);
  if (code !== 0) throw new Told(`The API's types could not be written to ${typesFile}:\n${output.trim()}`);
  return true;
}

/** The text of the types file. */
export async function typesOf(root: string, document: OpenAPIObject): Promise<string> {
  const { default: openapiTypescript, astToString } = await import('openapi-typescript');
  const types = astToString(await openapiTypescript(JSON.stringify(document)));
  return `${head(root)}${types}\ndeclare module '../../../core/web/api-client/paths.ts' {\n  interface OpenApi {\n    paths: paths;\n  }\n}\n`;
}

/** Names the sources the types come from, so that it is seen when they are out of date. */
function head(root: string): string {
  const hash = createHash('sha256');
  const add = (name: string) => {
    const full = path.join(root, name);
    const stat = fs.statSync(full, { throwIfNoEntry: false });
    if (stat?.isDirectory()) for (const child of fs.readdirSync(full).sort()) add(path.join(name, child));
    else if (stat && name.endsWith('.ts') && !name.endsWith('.test.ts')) hash.update(`${name}\0`).update(fs.readFileSync(full));
  };
  const plugins = fs.existsSync(path.join(root, 'plugins')) ? fs.readdirSync(path.join(root, 'plugins')).sort() : [];
  for (const name of ['core/contract', 'core/server', ...plugins.flatMap((plugin) => ['contract.ts', 'contract', 'server'].map((part) => `plugins/${plugin}/${part}`))]) add(name);
  return `// Written by \`loctelli openapi --types\`. Do not edit: it is made anew from the API's routes (${hash.digest('hex').slice(0, 16)}).\n`;
}
