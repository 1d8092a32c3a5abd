import { bootKernel, type Caller, type Kernel } from '@loctelli/core/testing';
import manifest from './plugin.json';

let kernel: Kernel;
let admin: Caller;
let user: Caller;
let stranger: Caller;

beforeAll(async () => {
  kernel = await bootKernel({ plugins: [{ manifest: manifest as never, load: () => import('./server/index.ts') }] });
  admin = await kernel.as(kernel.a);
  user = await kernel.as(kernel.a, 'user');
  stranger = await kernel.as(kernel.b);
}, 60_000);
afterAll(() => kernel?.close());

interface StageRow {
  id: number;
  name: string;
  kind: string;
}
const pipelines = async (caller = admin) => (await caller.get('/clients/pipelines')).body.items;
const stagesOf = async (): Promise<StageRow[]> => (await pipelines())[0].stages;
const stage = async (name: string) => (await stagesOf()).find((each) => each.name === name)!.id;
const reason = async () => (await admin.get('/clients/lost-reasons')).body.items[0].id as number;
const create = async (input: object) => {
  const { status, body } = await admin.post('/clients', { name: 'Someone', ...input });
  expect([status, body]).toEqual([201, expect.objectContaining({ version: 1 })]);
  return body;
};

test('a tenant starts with one pipeline and some reasons, however many ask at once, and another tenant has its own', async () => {
  const answers = await Promise.all(Array.from({ length: 6 }, () => stranger.get('/clients/pipelines')));
  expect(new Set(answers.map(({ body }) => body.items.map(({ id }: { id: number }) => id).join()))).toEqual(new Set([String(answers[0]!.body.items[0].id)]));
  expect(answers[0]!.body.items).toEqual([expect.objectContaining({ isDefault: true, stages: expect.arrayContaining([expect.objectContaining({ kind: 'won' })]) })]);
  expect((await stranger.get('/clients/lost-reasons')).body.items).toHaveLength(5);
  expect((await pipelines())[0].id).not.toBe(answers[0]!.body.items[0].id);
});

test('a new client enters the first open stage, or the one that goes with its status', async () => {
  expect(await create({})).toMatchObject({ status: 'lead', stageId: await stage('New'), stageSince: expect.any(String), lostReasonId: null });
  expect(await create({ status: 'won' })).toMatchObject({ status: 'won', stageId: await stage('Won') });
  expect(await create({ stageId: await stage('Proposal') })).toMatchObject({ status: 'lead', stageId: await stage('Proposal') });
  expect(await create({ stageId: null })).toMatchObject({ stageId: null, stageSince: null });
});

test('moving to a won stage wins the client, leaving it makes it active again, and its time in the stage begins anew', async () => {
  const made = await create({});
  const won = (await admin.patch(`/clients/${made.id}`, { version: 1, stageId: await stage('Won') })).body;
  expect(won).toMatchObject({ status: 'won', stageId: await stage('Won') });
  expect(won.stageSince >= made.stageSince).toBe(true);
  const back = (await admin.patch(`/clients/${made.id}`, { version: 2, stageId: await stage('Contacted') })).body;
  expect(back).toMatchObject({ status: 'active', stageId: await stage('Contacted') });
  const renamed = (await admin.patch(`/clients/${made.id}`, { version: 3, name: 'Renamed' })).body;
  expect(renamed.stageSince).toBe(back.stageSince);
  const { items } = (await admin.get(`/clients/${made.id}/timeline`)).body;
  expect(items.map(({ kind, params }: { kind: string; params: object }) => [kind, params])).toEqual([
    ['clients.updated', { fields: 'name' }],
    ['clients.stage-changed', { from: 'Won', to: 'Contacted' }],
    ['clients.stage-changed', { from: 'New', to: 'Won' }],
    ['clients.created', {}],
  ]);
});

test('a status that is sent alone takes its client to the stage it belongs in, and out of it', async () => {
  const { id } = await create({});
  expect((await admin.patch(`/clients/${id}`, { version: 1, status: 'won' })).body).toMatchObject({ status: 'won', stageId: await stage('Won') });
  expect((await admin.patch(`/clients/${id}`, { version: 2, status: 'archived' })).body).toMatchObject({ status: 'archived', stageId: await stage('Won') });
  expect((await admin.patch(`/clients/${id}`, { version: 3, status: 'lead' })).body).toMatchObject({ status: 'lead', stageId: await stage('New') });
});

test('losing a client needs a reason, which goes when the client comes back', async () => {
  const { id } = await create({});
  const lost = { version: 1, stageId: await stage('Lost') };
  const refused = await admin.patch(`/clients/${id}`, lost);
  expect([refused.status, refused.body.code, refused.body.errors[0].path]).toEqual([422, 'clients.lost-reason-needed', 'lostReasonId']);
  expect((await admin.patch(`/clients/${id}`, { ...lost, lostReasonId: 999_999 })).body.code).toBe('clients.lost-reason-not-found');
  const done = (await admin.patch(`/clients/${id}`, { ...lost, lostReasonId: await reason() })).body;
  expect(done).toMatchObject({ status: 'lost', lostReasonId: await reason() });
  expect((await admin.patch(`/clients/${id}`, { version: 2, stageId: await stage('New') })).body).toMatchObject({ status: 'active', lostReasonId: null });
  expect((await admin.patch(`/clients/${id}`, { version: 3, stageId: 999_999 })).body.code).toBe('clients.stage-not-found');
});

test('stages are renamed, added and rearranged in one go; one with clients goes only when they are sent elsewhere', async () => {
  const made = (await admin.post('/clients/pipelines', { name: 'Renewals', stages: [{ name: 'Due', kind: 'open' }, { name: 'Late', kind: 'open' }, { name: 'Renewed', kind: 'won' }] })).body;
  const [due, late, renewed] = made.stages as StageRow[];
  const client = await create({ stageId: late!.id });
  const kept = [{ id: renewed!.id, name: 'Renewed', kind: 'won' }, { id: due!.id, name: 'Late', kind: 'open', stuckAfterDays: 3, probability: 40 }];
  const refused = await admin.patch(`/clients/pipelines/${made.id}`, { version: 1, stages: kept });
  expect([refused.status, refused.body.code]).toEqual([409, 'clients.stage-in-use']);
  const { status, body } = await admin.patch(`/clients/pipelines/${made.id}`, { version: 1, stages: kept, moves: { [late!.id]: renewed!.id } });
  expect([status, body.stages]).toEqual([200, [expect.objectContaining({ name: 'Renewed', position: 0 }), expect.objectContaining({ id: due!.id, name: 'Late', probability: 40 })]]);
  expect((await admin.get(`/clients/${client.id}`)).body).toMatchObject({ stageId: renewed!.id, status: 'won', version: 2 });
  expect((await admin.patch(`/clients/pipelines/${made.id}`, { version: 1, name: 'x' })).status).toBe(409);
  expect((await admin.post('/clients/pipelines', { name: 'Renewals', stages: [{ name: 'A', kind: 'open' }] })).body.code).toBe('clients.pipeline-exists');
});

test('there is always one default pipeline, and it cannot be put away', async () => {
  const [first, second] = await pipelines();
  expect((await admin.patch(`/clients/pipelines/${first.id}`, { version: first.version, archived: true })).body.code).toBe('clients.last-pipeline');
  expect((await admin.patch(`/clients/pipelines/${second.id}`, { version: second.version, isDefault: true })).status).toBe(200);
  expect((await pipelines()).map(({ isDefault }: { isDefault: boolean }) => isDefault)).toEqual([true, false]);
  const again = (await pipelines())[1];
  expect((await admin.patch(`/clients/pipelines/${again.id}`, { version: again.version, isDefault: true })).body.isDefault).toBe(true);
  const other = (await pipelines())[1];
  expect((await admin.patch(`/clients/pipelines/${other.id}`, { version: other.version, archived: true })).body.archivedAt).toEqual(expect.any(String));
  expect((await admin.post('/clients', { name: 'x', stageId: other.stages[0].id })).body.code).toBe('clients.stage-not-found');
});

test('reasons are added, renamed, put away and come back with their words', async () => {
  const made = (await admin.post('/clients/lost-reasons', { label: 'Moved away' })).body;
  expect((await admin.post('/clients/lost-reasons', { label: 'Moved away' })).body.code).toBe('clients.lost-reason-exists');
  expect((await admin.delete(`/clients/lost-reasons/${made.id}`)).status).toBe(204);
  expect((await admin.get('/clients/lost-reasons')).body.items.at(-1)).toMatchObject({ id: made.id, archivedAt: expect.any(String) });
  expect((await admin.post('/clients/lost-reasons', { label: 'Moved away' })).body).toMatchObject({ id: made.id, archivedAt: null });
  const { items } = (await admin.get('/clients/lost-reasons')).body;
  const other = items[0];
  expect((await admin.patch(`/clients/lost-reasons/${other.id}`, { version: other.version, label: 'Moved away' })).body.code).toBe('clients.lost-reason-exists');
});

test('only who may configure changes pipelines, and another tenant cannot reach them', async () => {
  const [{ id, version }] = await pipelines();
  expect((await user.patch(`/clients/pipelines/${id}`, { version, name: 'x' })).status).toBe(403);
  expect((await user.post('/clients/lost-reasons', { label: 'x' })).status).toBe(403);
  expect((await user.get('/clients/pipelines')).status).toBe(200);
  expect((await stranger.patch(`/clients/pipelines/${id}`, { version, name: 'x' })).body.code).toBe('clients.pipeline-not-found');
  expect((await stranger.post('/clients', { name: 'x', stageId: await stage('New') })).body.code).toBe('clients.stage-not-found');
});

test('the board counts, sums and marks what is stuck, shows cards and hands on to the list', async () => {
  const made = (await admin.post('/clients/pipelines', { name: 'Board', stages: [{ name: 'In', kind: 'open', stuckAfterDays: 2, probability: 25 }, { name: 'Out', kind: 'won', probability: 100 }] })).body;
  const [first, last] = made.stages as StageRow[];
  for (let index = 0; index < 28; index++) await create({ name: `Card ${index}`, stageId: first!.id, value: 100, currency: index % 2 ? 'USD' : 'EUR' });
  await create({ stageId: last!.id });
  const { body } = await admin.get(`/clients/board?pipelineId=${made.id}`);
  expect(body.columns.map(({ stageId, count, stuck, exact }: Record<string, unknown>) => [stageId, count, stuck, exact])).toEqual([
    [first!.id, 28, 0, true],
    [last!.id, 1, 0, true],
  ]);
  expect(body.columns[0].sums).toEqual(expect.arrayContaining([{ currency: 'EUR', value: 1400, weighted: 350 }, { currency: 'USD', value: 1400, weighted: 350 }]));
  expect([body.columns[0].items.length, body.columns[1].items.length, body.columns[1].nextCursor, body.columns[1].sums]).toEqual([25, 1, null, []]);
  const more = await admin.get(`/clients?stageId=${first!.id}&sort=stageSince&cursor=${body.columns[0].nextCursor}`);
  const ids = [...body.columns[0].items, ...more.body.items].map(({ id }: { id: number }) => id);
  expect([more.status, ids.length, new Set(ids).size]).toEqual([200, 28, 28]);
  expect(body.columns[0].items[0]).toEqual((await admin.get(`/clients/${body.columns[0].items[0].id}`)).body);
  expect((await admin.get(`/clients/board?pipelineId=${made.id}&search=card&tag=none`)).body.columns[0]).toMatchObject({ count: 0, items: [], nextCursor: null });
  expect((await user.get(`/clients/board?pipelineId=${made.id}`)).body.columns[0].count).toBe(0);
  expect((await stranger.get(`/clients/board?pipelineId=${made.id}`)).body.code).toBe('clients.pipeline-not-found');
  expect((await admin.get('/clients/board')).body.pipelineId).toBe((await pipelines())[0].id);
});
