import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { readPart, type FoundPlugin } from './find.ts';
import { Findings } from './finding.ts';
import type { Writer } from './write.ts';

const build = 'prisma/build';
const stampFile = `${build}/.stamp`;

/** A Prisma schema file and where it came from. */
export interface SchemaSource {
  /** `core` or a plugin's id. */
  owner: string;
  /** Path of the source, from the root of the clone. */
  source: string;
  /** Its name in `prisma/build/schema`. */
  name: string;
  content: string;
}

/** The kernel's schema first, then those of the plugins. */
export function schemaSources(root: string, plugins: readonly FoundPlugin[]): SchemaSource[] {
  const kernel = {
    owner: 'core',
    source: 'prisma/schema.prisma',
    name: 'schema.prisma',
    content: fs.readFileSync(path.join(root, 'prisma/schema.prisma'), 'utf8'),
  };
  const others = plugins.flatMap((plugin) => {
    const content = readPart(root, plugin, `prisma/${plugin.id}.prisma`);
    return content === null
      ? []
      : [{ owner: plugin.id, source: `${plugin.folder}/prisma/${plugin.id}.prisma`, name: `${plugin.id}.prisma`, content }];
  });
  return [kernel, ...others];
}

/** Whether `prisma/build` was made from these sources. */
export function isSchemaCurrent(root: string, sources: readonly SchemaSource[]): boolean {
  const stamp = path.join(root, stampFile);
  const client = path.join(root, build, 'client/client.ts');
  return fs.existsSync(client) && fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === stampOf(sources);
}

/**
 * Merges the schemas into `prisma/build/schema`, lets Prisma's formatter add the opposite side of every relation, and generates the client.
 * @returns whether anything had changed
 * @throws Findings with Prisma's own words, about the source files
 */
export async function buildSchema(root: string, sources: readonly SchemaSource[], writer: Writer): Promise<boolean> {
  if (isSchemaCurrent(root, sources)) return false;
  const draft = path.join(root, build, `.draft-${process.pid}`);
  try {
    fs.mkdirSync(path.join(draft, 'schema'), { recursive: true });
    for (const { name, content } of sources) fs.writeFileSync(path.join(draft, 'schema', name), content);
    await prisma(root, 'format', path.join(draft, 'schema'), sources);
    await prisma(root, 'generate', path.join(draft, 'schema'), sources);
    for (const { name } of sources) writer.write(`${build}/schema/${name}`, fs.readFileSync(path.join(draft, 'schema', name), 'utf8'));
    writer.sweep(`${build}/schema`);
    takeClient(root, path.join(draft, 'client'), writer);
    fs.writeFileSync(path.join(root, stampFile), stampOf(sources));
    return true;
  } finally {
    fs.rmSync(draft, { recursive: true, force: true });
  }
}

/** The client moves file by file, so that what did not change is not compiled again. */
function takeClient(root: string, from: string, writer: Writer): void {
  for (const entry of fs.readdirSync(from, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    writer.write(`${build}/client/${path.relative(from, file).replaceAll(path.sep, '/')}`, fs.readFileSync(file, 'utf8'));
  }
  writer.sweep(`${build}/client`);
}

async function prisma(root: string, command: 'format' | 'generate', schema: string, sources: readonly SchemaSource[]): Promise<void> {
  const cli = createRequire(path.join(root, 'core/package.json')).resolve('prisma/build/index.js');
  const args = [cli, command, '--schema', schema, ...(command === 'generate' ? ['--no-hints'] : [])];
  // Neither command needs the native engine, which Prisma would try to download; any existing file satisfies it.
  const env = {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
    NO_COLOR: '1',
    FORCE_COLOR: '0',
  };
  try {
    await promisify(execFile)(process.execPath, args, { cwd: root, env, maxBuffer: 16 * 1024 * 1024 });
  } catch (error) {
    throw new Findings(
      'Prisma refuses the schema:',
      explain(String((error as { stderr?: string }).stderr || (error as Error).message), sources),
    );
  }
}

/** Takes Prisma's report apart: each `error:` names a file of the draft, which is a copy of one that a person wrote. */
function explain(output: string, sources: readonly SchemaSource[]) {
  const text = output.replace(/\u001b\[[\d;]*m/g, '');
  const parts = text.split(/(?=^error: )/m).filter((part) => part.startsWith('error: '));
  const findings = parts.map((part) => {
    const [, file, line] = /-->\s+(\S+?):(\d+)/.exec(part) ?? [];
    const source = sources.find(({ name }) => file && path.basename(file) === name);
    const message = /^error: (.*)$/m.exec(part)![1]!;
    const excerpt = part
      .split('\n')
      .find((row) => /^\s*\d+ \|/.test(row) && row.startsWith(`${line}`))
      ?.replace(/^\d+ \|\s*/, '')
      .trim();
    return {
      file: source?.source ?? 'prisma/schema.prisma',
      message: excerpt ? `${message} (near \`${excerpt}\`)` : message,
      fix: fixFor(message),
    };
  });
  return findings.length > 0 ? findings : [{ file: 'prisma/schema.prisma', message: text.trim(), fix: 'see Prisma’s message' }];
}

function fixFor(message: string): string {
  if (/ambiguous|same (relation )?name/i.test(message))
    return 'name the relation: @relation("<plugin>_<what>", fields: …) is unique among all plugins';
  if (/already (exists|defined)/i.test(message))
    return 'choose another name; models and enums of all plugins share one schema, so begin them with the plugin’s noun';
  return 'change the schema as the message says; prisma.io/docs/orm/reference/prisma-schema-reference explains each rule';
}

const stampOf = (sources: readonly SchemaSource[]) => {
  const hash = createHash('sha256').update('prisma 7.10.0 ');
  for (const { name, content } of sources) hash.update(`${name}\0${content}\0`);
  return hash.digest('hex');
};
