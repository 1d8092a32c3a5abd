import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { bootKernel, eventually, type Caller, type Kernel } from '@loctelli/core/testing';
import manifest from '../plugin.json';
import { mentionsIn, withoutMarks } from './mentions.ts';

let kernel: Kernel;
let admin: Caller;
let manager: Caller;
let user: Caller;
let stranger: Caller;

beforeAll(async () => {
  kernel = await bootKernel({ plugins: [{ manifest: manifest as never, load: () => import('./index.ts') }] });
  [admin, manager, user, stranger] = await Promise.all([
    kernel.as(kernel.a),
    kernel.as(kernel.a, 'manager'),
    kernel.as(kernel.a, 'user'),
    kernel.as(kernel.b),
  ]);
}, 60_000);
afterAll(() => kernel?.close());

const clientOf = async (caller: Caller, name: string): Promise<number> => (await caller.post('/clients', { name })).body.id;
const named = (role: 'admin' | 'manager' | 'user') => `@[${role} of a](user:${kernel.a.users[role].id})`;
const bellOf = async (caller: Caller) =>
  (await caller.get('/notifications')).body.items.filter(({ kind }: { kind: string }) => kind === 'clients.mentioned');
const timelineOf = async (caller: Caller, id: number, query = '') => (await caller.get(`/clients/${id}/timeline${query}`)).body.items;

test('a text names people by their marks, each once', () => {
  expect(mentionsIn('@[Ana](user:3) and @[Bo [x]](user:4) and @[Bo](user:3) @[x](user:0) @[no](team:5)')).toEqual([3]);
  expect(withoutMarks('Ask @[Ana Ruiz](user:3).')).toBe('Ask @Ana Ruiz.');
});

test('whom a note names is told once, if they may see the client; an edit tells only the newly named', async () => {
  const id = await clientOf(admin, 'Spoken Of');
  const before = (await bellOf(manager)).length;
  const body = `Please look, ${named('manager')}. ${named('manager')} ${named('user')} @[Ghost](user:999999)`;
  const { body: note } = await admin.post(`/clients/${id}/notes`, { body });
  // The user sees their own clients only, so to them this name is only text.
  expect(note.mentions).toEqual([kernel.a.users.manager.id]);
  expect(await bellOf(user)).toEqual([]);
  const [told] = await bellOf(manager);
  expect(told).toMatchObject({ params: { by: 'admin of a', client: 'Spoken Of' }, href: `/clients/${id}`, readAt: null });
  const edited = await admin.patch(`/clients/${id}/notes/${note.id}`, { version: 1, body: `${named('manager')} and ${named('admin')}` });
  expect(edited.body).toMatchObject({ version: 2, mentions: [kernel.a.users.manager.id, kernel.a.users.admin.id] });
  expect(await bellOf(manager)).toHaveLength(before + 1);
  expect(await bellOf(admin)).toEqual([]);
});

test('a note stands on the timeline as it reads now, and leaves it with the note', async () => {
  const id = await clientOf(admin, 'Noted');
  const { body: note } = await manager.post(`/clients/${id}/notes`, { body: 'First words' });
  await manager.patch(`/clients/${id}/notes/${note.id}`, { version: 1, body: 'Better words' });
  expect(await timelineOf(admin, id, '?kinds=clients.note')).toEqual([
    expect.objectContaining({ kind: 'clients.note', body: 'Better words', params: { version: 2 }, actorName: 'manager of a', source: `ClientNote:${note.id}` }),
  ]);
  expect((await manager.delete(`/clients/${id}/notes/${note.id}`)).status).toBe(204);
  expect(await timelineOf(admin, id, '?kinds=clients.note')).toEqual([]);
});

test('only its author corrects a note, from the version they saw', async () => {
  const id = await clientOf(admin, 'Authored');
  const { body: note } = await manager.post(`/clients/${id}/notes`, { body: 'Mine' });
  const path = `/clients/${id}/notes/${note.id}`;
  expect((await admin.patch(path, { version: 1, body: 'Yours' })).body.code).toBe('clients.note-not-found');
  expect((await manager.patch(path, { version: 1, body: 'Mine still' })).status).toBe(200);
  expect((await manager.patch(path, { version: 1, body: 'Stale' })).body.code).toBe('core.version-conflict');
  expect((await stranger.patch(path, { version: 2, body: 'x' })).body.code).toBe('clients.not-found');
  expect((await user.delete(path)).body.code).toBe('clients.not-found');
});

test('the timeline is read page by page and by kind, by those who may read the client', async () => {
  const id = await clientOf(admin, 'Long History');
  for (let index = 0; index < 5; index++) await admin.post(`/clients/${id}/notes`, { body: `Note ${index}` });
  const seen: string[] = [];
  let cursor = '';
  do {
    const { body } = await admin.get(`/clients/${id}/timeline?kinds=clients&limit=2${cursor && `&cursor=${cursor}`}`);
    seen.push(...body.items.map(({ body }: { body: string | null }) => body).filter(Boolean));
    cursor = body.nextCursor ?? '';
  } while (cursor);
  expect(seen).toEqual(['Note 4', 'Note 3', 'Note 2', 'Note 1', 'Note 0']);
  expect(await timelineOf(admin, id, '?kinds=bookings')).toEqual([]);
  expect((await user.get(`/clients/${id}/timeline`)).body.code).toBe('clients.not-found');
  expect((await stranger.get(`/clients/${id}/timeline`)).body.code).toBe('clients.not-found');
});

test('the migration gives the timeline what notes and the audit log kept, and nobody else’s', async () => {
  const id = await clientOf(admin, 'Older Than The Timeline');
  const { body: note } = await admin.post(`/clients/${id}/notes`, { body: 'An old note' });
  await admin.patch(`/clients/${id}`, { version: 1, company: 'Old & Sons', source: 'web' });
  const owner = new pg.Client({ connectionString: kernel.config.databaseUrl });
  await owner.connect();
  try {
    await owner.query(`delete from "TimelineEntry"`);
    await owner.query(readFileSync(join(__dirname, '../prisma/migrations/20261123150000_client_timeline/migration.sql'), 'utf8'));
  } finally {
    await owner.end();
  }
  const entries = await timelineOf(admin, id);
  expect(entries.map(({ kind, params, body, source }: Record<string, unknown>) => ({ kind, params, body, source }))).toEqual([
    { kind: 'clients.updated', params: { fields: 'company,source' }, body: null, source: null },
    { kind: 'clients.note', params: { version: 1 }, body: 'An old note', source: `ClientNote:${note.id}` },
    { kind: 'clients.created', params: {}, body: null, source: null },
  ]);
  expect(entries[0].actorName).toBe('admin of a');
  expect(await timelineOf(stranger, await clientOf(stranger, 'Not Of A'), '?kinds=clients.note')).toEqual([]);
});

test('browsers that show a client hear that something was added to it', async () => {
  const id = await clientOf(admin, 'Watched');
  const abort = new AbortController();
  const stream = await fetch(`${kernel.origin}/api/v1/live`, {
    headers: { 'x-forwarded-host': kernel.a.host, ...manager.headers },
    signal: abort.signal,
  });
  let heard = '';
  void (async () => {
    const decoder = new TextDecoder();
    for await (const part of stream.body as unknown as AsyncIterable<Uint8Array>) heard += decoder.decode(part);
  })().catch(() => null);
  await admin.post(`/clients/${id}/notes`, { body: 'Live' });
  await eventually(() => expect(heard).toContain(`{"clientId":${id}}`));
  abort.abort();
});
