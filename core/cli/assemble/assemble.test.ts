import fs from 'node:fs';
import path from 'node:path';
import { assemble } from '../commands/assemble.ts';
import { newPlugin } from '../commands/new.ts';
import { makeFixture, model, type Fixture } from './fixture.ts';
import { judge } from './judge.ts';

jest.setTimeout(120_000);
let clone: Fixture;
beforeEach(() => (clone = makeFixture()));
afterEach(() => clone.close());

const read = (file: string) => fs.readFileSync(path.join(clone.root, file), 'utf8');
const notes = () => {
  clone.plugin('notes', { models: ['Note', 'Reply'] });
  clone.write(
    'plugins/notes/prisma/notes.prisma',
    model('Note', 'ownerId Int\n owner User @relation(fields: [tenantId, ownerId], references: [tenantId, id])') +
      model('Reply', 'noteId Int\n note Note @relation(fields: [tenantId, noteId], references: [tenantId, id])'),
  );
  clone.write('plugins/notes/prisma/migrations/20260101000100_notes/migration.sql', 'select 1;');
  clone.write('plugins/notes/server/index.ts', 'export default {};');
  clone.write('plugins/notes/web/index.ts', 'export default {};');
  clone.write('plugins/notes/web/api.ts', 'export const notes = {};');
};

test('a plugin dropped in is in every list, writes nothing the second time, and leaves nothing when it goes', async () => {
  notes();
  const first = await assemble(clone.root);
  expect(first.schemaChanged).toBe(true);
  expect(first.written).toEqual(
    expect.arrayContaining(['apps/api/generated/plugins.ts', 'prisma/build/schema/notes.prisma', 'prisma/build/client/models/Note.ts']),
  );
  expect(read('apps/api/generated/plugins.ts')).toContain("load: () => import('../../../plugins/notes/server/index.ts')");
  expect(read('apps/web/generated/plugins.ts')).toContain("'notes': () => import('../../../plugins/notes/web/index.ts')");
  expect(read('apps/web/generated/api.ts')).toContain("import { notes } from '../../../plugins/notes/web/api.ts'");
  expect(read('apps/web/generated/sources.css')).toContain('@source "../../../plugins/notes/web";');
  expect(read('prisma/build/migrations/20260101000100_notes/migration.sql')).toBe('select 1;');

  // The other side of each relation, in a schema that no person edited.
  expect(read('prisma/build/schema/schema.prisma')).toMatch(/notes\s+Note\[\]/);
  expect(read('prisma/build/schema/notes.prisma')).toMatch(/replies\s+Reply\[\]|reply\s+Reply\[\]|replys\s+Reply\[\]/);

  expect(await assemble(clone.root)).toMatchObject({ written: [], removed: [], schemaChanged: false });

  clone.remove('plugins/notes');
  const last = await assemble(clone.root);
  expect(last.removed).toEqual(
    expect.arrayContaining([
      'prisma/build/schema/notes.prisma',
      'prisma/build/client/models/Note.ts',
      'prisma/build/migrations/20260101000100_notes/migration.sql',
    ]),
  );
  expect(read('apps/api/generated/plugins.ts')).not.toContain('notes');
  expect(read('prisma/build/schema/schema.prisma')).not.toContain('Note');
});

test('a script for foreign pages becomes one file, a broken one says where, and none is left behind', async () => {
  clone.plugin('tasks', { scripts: ['button'] });
  clone.write('plugins/tasks/web/scripts/label.ts', "export const label: string = 'press ' + 'me';");
  clone.write('plugins/tasks/web/scripts/button.ts', "import { label } from './label.ts';\nimport style from './button.css';\ndocument.title = label + style;");
  clone.write('plugins/tasks/web/scripts/button.css', '/* round */\n.button {\n  border-radius: 9px;\n}\n');
  await assemble(clone.root);
  expect(read('apps/web/public/x/tasks/button.js')).toMatch(/^(?:"use strict";)?\(\(\)=>\{.*press me.*\}\)\(\);\s*$/);
  expect(read('apps/web/public/x/tasks/button.js')).toContain('.button{border-radius:9px}');
  clone.write('plugins/tasks/web/scripts/button.ts', 'const = 1;');
  await expect(assemble(clone.root)).rejects.toThrow(/plugins\/tasks\/web\/scripts\/button\.ts:1/);
  clone.plugin('tasks');
  expect((await assemble(clone.root)).removed).toContain('apps/web/public/x/tasks/button.js');
});

test('a change of one manifest rewrites the lists and leaves schema and client alone', async () => {
  clone.plugin('tasks');
  await assemble(clone.root);
  clone.plugin('tasks', { description: 'Another sentence.' });
  const again = await assemble(clone.root);
  expect(again).toMatchObject({ written: ['apps/api/generated/plugins.ts', 'apps/web/generated/manifests.ts'], schemaChanged: false });
});

test('a schema that Prisma refuses is reported about the file a person wrote, and nothing is replaced', async () => {
  await assemble(clone.root);
  clone.plugin('tasks', { models: ['Task'] });
  clone.write('plugins/tasks/prisma/tasks.prisma', model('Task', 'state Missing'));
  await expect(assemble(clone.root)).rejects.toThrow(/plugins\/tasks\/prisma\/tasks\.prisma[\s\S]*Type "Missing" is neither/);
  expect(fs.existsSync(path.join(clone.root, 'prisma/build/schema/tasks.prisma'))).toBe(false);
});

test('nothing is written while anything is wrong', async () => {
  clone.plugin('tasks', { core: '^7.0.0' });
  clone.plugin('other', { requires: { absent: '*' } });
  await expect(assemble(clone.root)).rejects.toThrow(/absent[\s\S]*\^7\.0\.0/);
  expect(fs.existsSync(path.join(clone.root, 'apps'))).toBe(false);
});

test('a new plugin made from the stubs has nothing wrong with it', async () => {
  fs.cpSync(path.resolve(import.meta.dirname, '../stubs'), path.join(clone.root, 'core/cli/stubs'), { recursive: true });
  for (const id of ['tasks', 'lead-forms', 'inventory']) newPlugin(clone.root, id, new Date(Date.UTC(2026, 0, id.length)));
  expect(judge(clone.root).findings).toEqual([]);
  await assemble(clone.root);
  expect(read('apps/web/generated/api.ts')).toContain('inventory, leadForms, tasks');
  expect(() => newPlugin(clone.root, 'tasks')).toThrow(/there already/);
  expect(() => newPlugin(clone.root, 'Tasks')).toThrow(/cannot be an id/);
});
