import fs from 'node:fs';
import path from 'node:path';
import { makeFixture, model, type Fixture } from '../assemble/fixture.ts';
import { judge } from '../assemble/judge.ts';
import { assemble } from '../commands/assemble.ts';
import { pendingStatements, writeDiff } from './write-diff.ts';

jest.setTimeout(120_000);
const server = process.env.TEST_DATABASE_OWNER_URL!;
const now = new Date('2026-03-01T10:00:00Z');
let clone: Fixture;
beforeEach(() => (clone = makeFixture()));
afterEach(() => clone.close());

const pending = async () => {
  await assemble(clone.root);
  const judged = judge(clone.root);
  return { judged, statements: await pendingStatements(clone.root, server, judged) };
};
const write = async (owner: string, name = 'next') => {
  const { judged, statements } = await pending();
  return writeDiff(clone.root, judged, statements, owner, name, now);
};
const read = (file: string) => fs.readFileSync(path.join(clone.root, file), 'utf8');

test('each owner gets the statements about its own tables, the kernel first', async () => {
  clone.plugin('notes', { models: ['Note'] });
  clone.write(
    'plugins/notes/prisma/notes.prisma',
    model('Note', 'ownerId Int\n owner User @relation(fields: [tenantId, ownerId], references: [tenantId, id])'),
  );
  await expect(write('notes')).rejects.toThrow('notes builds upon core, whose schema changed too (User)');

  const kernel = await write('core', 'kernel');
  expect(kernel).toMatchObject({ file: 'prisma/migrations/20260301100000_kernel/migration.sql', alsoPending: ['notes'] });
  expect(read(kernel.file!)).toMatch(/CREATE TABLE "User"/);
  expect(read(kernel.file!)).not.toMatch(/Note/);

  const notes = await write('notes', 'notes');
  expect(notes).toMatchObject({ file: 'plugins/notes/prisma/migrations/20260301100001_notes/migration.sql', alsoPending: [] });
  expect(read(notes.file!)).toMatch(/FOREIGN KEY \("tenantId", "ownerId"\) REFERENCES "User"\("tenantId", "id"\)/);
  expect((await pending()).statements).toEqual([]);
  expect(await write('notes')).toMatchObject({ file: null });
});

test('what was written by hand counts, functions with semicolons included, and what is lost is said', async () => {
  await write('core', 'kernel');
  clone.plugin('notes', { models: ['Note', 'Draft'] });
  clone.write(
    'plugins/notes/prisma/notes.prisma',
    model('Note', 'state State @default(open)') + model('Draft', 'text String') + 'enum State {\n  open\n  done\n}\n',
  );
  await write('notes', 'notes');
  clone.write(
    'plugins/notes/prisma/migrations/20260301100002_search/migration.sql',
    `CREATE FUNCTION note_count() RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM 1; RETURN (SELECT count(*) FROM "Note"); END $$;
     CREATE INDEX note_state ON "Note" ("tenantId", "state") WHERE "state" = 'open';`,
  );
  expect((await pending()).statements).toEqual([]);

  clone.plugin('notes', { models: ['Note'] });
  clone.write(
    'plugins/notes/prisma/notes.prisma',
    model('Note', 'state State @default(open)') + 'enum State {\n  open\n  done\n  late\n}\n',
  );
  const last = await write('notes', 'no_drafts');
  expect(last).toMatchObject({ file: 'plugins/notes/prisma/migrations/20260301100003_no_drafts/migration.sql', losses: ['Draft'] });
  expect(read(last.file!)).toMatch(/ADD VALUE 'late'[\s\S]*DROP TABLE "Draft"/);
});

test('a name that cannot be one and an owner that is not here are refused', async () => {
  await expect(write('core', 'Add Birthday')).rejects.toThrow(/cannot name a migration/);
  await expect(write('absent')).rejects.toThrow('There is no plugin absent');
});
