import { Database } from '@loctelli/core/server';
import { bootKernel, eventually, type Caller, type Kernel } from '@loctelli/core/testing';
import manifest from './plugin.json';

let kernel: Kernel;
let admin: Caller;
let user: Caller;
let stranger: Caller;

beforeAll(async () => {
  kernel = await bootKernel({ plugins: [{ manifest: manifest as never, load: () => import('./server/index.ts') }] });
  [admin, user, stranger] = [await kernel.as(kernel.a), await kernel.as(kernel.a, 'user'), await kernel.as(kernel.b)];
}, 60_000);
afterAll(() => kernel?.close());

async function create(caller: Caller, body: object) {
  const answer = await caller.post('/clients', body);
  expect([answer.status, answer.body]).toEqual([201, expect.anything()]);
  return answer.body;
}
const get = async (id: number) => (await admin.get(`/clients/${id}`)).body;
const ended = (id: number, caller = admin) =>
  eventually(async () => {
    await new Promise((done) => setTimeout(done, 100));
    const { body } = await caller.get(`/clients/bulk/${id}`);
    expect(['done', 'undone', 'failed', 'cancelled']).toContain(body.status);
    return body;
  }, 60_000);
async function run(body: object, caller = admin) {
  const answer = await caller.post('/clients/bulk', body);
  expect([answer.status, answer.body]).toEqual([202, expect.objectContaining({ id: expect.any(Number) })]);
  return ended(answer.body.id, caller);
}
async function undo(id: number, caller = admin) {
  expect((await caller.post(`/clients/bulk/${id}/undo`)).status).toBe(202);
  return ended(id, caller);
}

test('a filter is changed, told to everybody who should know, and taken back', async () => {
  const made = [];
  for (let n = 0; n < 5; n++) made.push(await create(admin, { name: `Bulk ${n}`, source: 'bulk', tags: n % 2 ? ['odd'] : ['even', 'old'] }));
  const other = await create(admin, { name: 'Not meant', source: 'elsewhere' });
  const before = await Promise.all(made.map(({ id }) => get(id)));
  const done = await run({ kind: 'update', target: { filter: { source: 'bulk' } }, change: { status: 'active', addTags: ['hot', 'odd'], removeTags: ['old'], source: 'changed' } });
  expect(done).toMatchObject({ status: 'done', total: 5, processed: 5, changed: 5, skipped: 0 });
  const after = await Promise.all(made.map(({ id }) => get(id)));
  expect(after.map(({ status, source, tags, version }) => [status, source, tags, version])).toEqual(
    [0, 1, 2, 3, 4].map((n) => ['active', 'changed', n % 2 ? ['odd', 'hot'] : ['even', 'hot', 'odd'], 2]),
  );
  expect((await get(other.id)).version).toBe(1);
  expect((await admin.get('/clients?tag=hot')).body.items).toHaveLength(5);
  const timeline = (await admin.get(`/clients/${made[0].id}/timeline`)).body.items;
  expect(timeline[0]).toMatchObject({ kind: 'clients.updated', params: { fields: 'status,source,tags' }, actorName: 'admin of a' });
  const jobs = (await admin.get('/background-jobs')).body.items;
  expect(jobs[0]).toMatchObject({ kind: 'clients.bulk-update', status: 'done', processed: 5, total: 5, href: `/clients/bulk/${done.id}` });
  const audit = await kernel.within(kernel.a, () => kernel.get(Database).auditEntry.findMany({ where: { action: 'clients.bulk-changed', subjectId: String(done.id) } }));
  expect(audit).toMatchObject([{ actorId: kernel.a.users.admin.id, changes: { changed: 5 } }]);

  await admin.patch(`/clients/${made[4].id}`, { version: 2, company: 'Meanwhile' });
  expect((await user.post(`/clients/bulk/${done.id}/undo`)).body.code).toBe('clients.bulk-not-found');
  expect(await undo(done.id)).toMatchObject({ status: 'undone', kept: 1 });
  const restored = await Promise.all(made.map(({ id }) => get(id)));
  const facts = (client: object) => ({ ...client, version: 0, updatedAt: '' });
  expect(restored.slice(0, 4).map(facts)).toEqual(before.slice(0, 4).map(facts));
  expect(restored[4]).toMatchObject({ company: 'Meanwhile', status: 'active', source: 'changed' });
  expect((await admin.get('/clients?tag=hot')).body.items).toHaveLength(1);
  expect((await admin.post(`/clients/bulk/${done.id}/undo`)).body.code).toBe('clients.bulk-not-undoable');
}, 30_000);

test('clients go to the trash and come back by their ids', async () => {
  const ids = [(await create(admin, { name: 'One Gone' })).id, (await create(admin, { name: 'Two Gone' })).id];
  const gone = await run({ kind: 'delete', target: { ids: [...ids, 999_999] } });
  expect(gone).toMatchObject({ total: 3, changed: 2, skipped: 1 });
  expect((await admin.get('/clients?search=gone')).body.items).toEqual([]);
  const back = await run({ kind: 'restore', target: { ids } });
  expect(back).toMatchObject({ changed: 2 });
  expect((await admin.get('/clients?search=gone')).body.items).toHaveLength(2);
  await undo(back.id);
  expect((await get(ids[0])).deletedAt).not.toBeNull();
}, 30_000);

test('a run reaches as far as whoever started it, and nobody of another tenant', async () => {
  const [mine, theirs] = [await create(user, { name: 'Mine', source: 'reach' }), await create(admin, { name: 'Theirs', source: 'reach' })];
  const abroad = await create(stranger, { name: 'Abroad', source: 'reach' });
  expect(await run({ kind: 'update', target: { filter: { source: 'reach' } }, change: { status: 'won' } }, user)).toMatchObject({ total: 1, changed: 1 });
  expect(await run({ kind: 'update', target: { ids: [mine.id, theirs.id, abroad.id] }, change: { status: 'lost' } }, user)).toMatchObject({ changed: 1, skipped: 2 });
  expect([(await get(mine.id)).status, (await get(theirs.id)).status]).toEqual(['lost', 'lead']);
  expect((await stranger.get(`/clients/${abroad.id}`)).body.status).toBe('lead');
  expect((await user.post('/clients/bulk', { kind: 'update', target: { ids: [mine.id] }, change: { ownerId: kernel.a.users.admin.id } })).body.code).toBe(
    'clients.owner-out-of-reach',
  );
}, 30_000);

test('what cannot be is refused before anything starts', async () => {
  const { id } = await create(admin, { name: 'Refused' });
  const code = async (change: object) => (await admin.post('/clients/bulk', { kind: 'update', target: { ids: [id] }, change })).body.code;
  expect(await code({})).toBe('clients.bulk-nothing');
  expect(await code({ stageId: 999_999 })).toBe('clients.stage-not-found');
  expect(await code({ ownerId: 999_999 })).toBe('clients.unknown-owner');
  expect(await code({ customFields: { nope: 1 } })).toBe('clients.wrong-custom-field');
  expect((await admin.get('/clients/bulk/999999')).body.code).toBe('clients.bulk-not-found');
});

test('stages bring their status along, and a loss its reason', async () => {
  const db = kernel.get(Database);
  const [pipeline, reason] = await kernel.within(kernel.a, async () => [
    await db.pipeline.create({ data: { name: 'Bulk sales', stages: { create: [{ name: 'First' }, { name: 'Lost', kind: 'lost', position: 1 }] } }, include: { stages: true } }),
    await db.lostReason.create({ data: { label: 'Bulk price' } }),
  ] as const);
  const [first, lost] = pipeline.stages;
  const { id } = await create(admin, { name: 'Staged' });
  const move = (change: object) => run({ kind: 'update', target: { ids: [id] }, change });
  expect((await admin.post('/clients/bulk', { kind: 'update', target: { ids: [id] }, change: { stageId: lost!.id } })).body.code).toBe('clients.lost-reason-needed');
  await move({ stageId: lost!.id, lostReasonId: reason.id });
  expect(await get(id)).toMatchObject({ status: 'lost', stageId: lost!.id, lostReasonId: reason.id, stageSince: expect.any(String) });
  const moved = await move({ stageId: first!.id });
  expect(await get(id)).toMatchObject({ status: 'active', stageId: first!.id, lostReasonId: null });
  await undo(moved.id);
  expect(await get(id)).toMatchObject({ status: 'lost', stageId: lost!.id, lostReasonId: reason.id });
}, 30_000);

test('10,000 clients change within seconds, and change back', async () => {
  await kernel.within(kernel.a, async () => {
    await kernel.get(Database).client.createMany({ data: Array.from({ length: 10_000 }, (_, n) => ({ name: `Mass ${n}`, source: 'mass', search: ` mass ${n}` })) });
  });
  const started = performance.now();
  expect(await run({ kind: 'update', target: { filter: { source: 'mass' } }, change: { status: 'won', addTags: ['massive'] } })).toMatchObject({ changed: 10_000 });
  const middle = performance.now();
  const id = (await admin.get('/background-jobs')).body.items[0].href.split('/').at(-1);
  expect(await undo(Number(id))).toMatchObject({ kept: 0 });
  const end = performance.now();
  if (process.env.BENCH) process.stdout.write(`10,000 changed in ${Math.round(middle - started)} ms, undone in ${Math.round(end - middle)} ms\n`);
  expect(middle - started).toBeLessThan(30_000);
  expect((await admin.get('/clients?source=mass&status=won')).body.items).toEqual([]);
}, 180_000);
