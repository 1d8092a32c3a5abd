import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { PluginManifest } from '@loctelli/core';

const kernel = path.resolve(import.meta.dirname, '../../..');

/** A clone with a kernel and nothing else, for the tests of `assemble`; plugins are written into it. */
export interface Fixture {
  root: string;
  /** Writes a file; its path is from the root of the clone. */
  write(file: string, content: string | object): void;
  /** Writes a plugin that has nothing wrong with it, but for what `changes` say. */
  plugin(id: string, changes?: Partial<PluginManifest>): void;
  remove(file: string): void;
  close(): void;
}

/** Makes an empty clone in a temporary folder. */
export function makeFixture(): Fixture {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'loctelli-assemble-'));
  const fixture: Fixture = {
    root,
    write(file, content) {
      fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
      fs.writeFileSync(path.join(root, file), typeof content === 'string' ? content : JSON.stringify(content, null, 2));
    },
    plugin(id, changes = {}) {
      const manifest = { id, name: id, description: 'A plugin.', version: '1.0.0', core: '^0.1.0', ...changes };
      fixture.write(`plugins/${changes.id && changes.id !== id ? id : manifest.id}/plugin.json`, manifest);
    },
    remove: (file) => fs.rmSync(path.join(root, file), { recursive: true }),
    close: () => fs.rmSync(root, { recursive: true, force: true }),
  };
  fixture.write('package.json', { name: 'fixture' });
  fixture.write('core/package.json', { name: '@loctelli/core', version: '0.1.0' });
  fs.copyFileSync(path.join(kernel, 'plugin.schema.json'), path.join(root, 'plugin.schema.json'));
  fixture.write('prisma/schema.prisma', schema);
  fs.symlinkSync(path.join(kernel, 'node_modules'), path.join(root, 'node_modules'));
  return fixture;
}

const schema = `generator client {
  provider            = "prisma-client"
  output              = "../client"
  moduleFormat        = "esm"
  importFileExtension = "ts"
}

datasource db {
  provider = "postgresql"
}

model User {
  id       Int    @id @default(autoincrement())
  tenantId Int
  name     String

  @@unique([tenantId, id])
}
`;

/** A model as a plugin declares it; \`fields\` are further lines. */
export const model = (name: string, fields = '') => `model ${name} {
  id       Int @id @default(autoincrement())
  tenantId Int
  ${fields}

  @@unique([tenantId, id])
}
`;
