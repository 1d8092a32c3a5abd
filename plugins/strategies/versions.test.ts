import { Database } from '@loctelli/core/server';
import { eventually, type Caller, type Kernel } from '@loctelli/core/testing';
import { bootStrategies, makePublished, soundDraft } from './strategy-kernel.ts';

let kernel: Kernel;
let [admin, user, stranger]: Caller[] = [];

beforeAll(async () => {
  kernel = await bootStrategies();
  [admin, user, stranger] = [await kernel.as(kernel.a), await kernel.as(kernel.a, 'user'), await kernel.as(kernel.b)];
}, 60_000);
afterAll(() => kernel?.close());

const opening = (text: string) => soundDraft({ script: { opening: text } });
const edit = async (id: number, version: number, text: string) => (await admin!.patch(`/strategies/${id}`, { version, draft: opening(text) })).body;
const publish = (id: number, body: object) => admin!.post(`/strategies/${id}/publish`, body);

test('a draft is published as it was seen, once, with its event; what it says stays when the draft goes on', async () => {
  const made = await makePublished(admin!);
  expect((await publish(made.id, { version: made.version })).body.code).toBe('strategies.nothing-changed');
  const edited = await edit(made.id, made.version, 'Second');
  expect(edited).toMatchObject({ changed: true, publishedVersion: 1 });
  expect((await publish(made.id, { version: made.version })).body.code).toBe('core.version-conflict');
  const both = await Promise.all([1, 2].map(() => publish(made.id, { version: edited.version, note: 'Spring' })));
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  await edit(made.id, edited.version + 1, 'Third');
  const { items } = (await admin!.get(`/strategies/${made.id}/versions`)).body;
  expect(items).toEqual([
    expect.objectContaining({ number: 2, note: 'Spring', current: true, live: 0, publishedByName: 'admin of a' }),
    expect.objectContaining({ number: 1, note: null, current: false }),
  ]);
  expect((await admin!.get(`/strategies/${made.id}/versions/2`)).body.definition.script.opening).toBe('Second');
  expect((await admin!.get(`/strategies/${made.id}/versions/3`)).body.code).toBe('strategies.version-not-found');
  await eventually(async () => {
    const events = (await admin!.get('/events?types=strategy.published')).body.items;
    expect(events.map(({ data }: { data: { number: number } }) => data.number)).toEqual([1, 2]);
  });
  expect((await admin!.patch(`/strategies/${made.id}`, { version: edited.version + 2, draft: opening('Second') })).body.changed).toBe(false);
});

test('two versions are compared, or one with the draft; another tenant, and who may not see it, is told of none', async () => {
  const made = await makePublished(admin!);
  await edit(made.id, made.version, 'Other');
  const { body } = await admin!.get(`/strategies/${made.id}/diff?from=1&to=draft`);
  expect(body).toEqual({ from: '1', to: 'draft', items: [{ path: 'script.opening', kind: 'changed', before: expect.stringContaining('{{'), after: 'Other' }] });
  expect((await admin!.get(`/strategies/${made.id}/diff?from=1&to=1`)).body.items).toEqual([]);
  expect((await admin!.get(`/strategies/${made.id}/diff?from=9&to=draft`)).body.code).toBe('strategies.version-not-found');
  expect((await admin!.get(`/strategies/${made.id}/diff?from=x&to=draft`)).status).toBe(400);
  for (const caller of [stranger!, user!])
    for (const path of ['versions', 'versions/1', 'diff?from=1&to=draft']) expect((await caller.get(`/strategies/${made.id}/${path}`)).body.code).toBe('strategies.not-found');
  expect((await stranger!.post(`/strategies/${made.id}/publish`, { version: 2 })).body.code).toBe('strategies.not-found');
  expect((await stranger!.post(`/strategies/${made.id}/roll-back`, { version: 2, number: 1 })).body.code).toBe('strategies.not-found');
});

test('rolling back publishes the old words anew, and the draft says them too', async () => {
  const made = await makePublished(admin!);
  expect((await admin!.post(`/strategies/${made.id}/roll-back`, { version: made.version, number: 1 })).body.code).toBe('strategies.nothing-changed');
  const { version } = await edit(made.id, made.version, 'Worse');
  await publish(made.id, { version });
  const back = await admin!.post(`/strategies/${made.id}/roll-back`, { version: version + 1, number: 1 });
  expect(back.body).toMatchObject({ publishedVersion: 3, changed: false, draft: { script: { opening: expect.stringContaining('{{') } } });
  expect((await admin!.get(`/strategies/${made.id}/diff?from=1&to=3`)).body.items).toEqual([]);
  expect((await admin!.post(`/strategies/${made.id}/roll-back`, { version: version + 2, number: 9 })).body.code).toBe('strategies.version-not-found');
});

test('what rests stays at rest when it is published, and what was put away comes back', async () => {
  const made = await makePublished(admin!);
  await admin!.post(`/strategies/${made.id}/state`, { version: 2, status: 'paused' });
  await edit(made.id, 3, 'Better');
  expect((await publish(made.id, { version: 4 })).body).toMatchObject({ status: 'paused', publishedVersion: 2 });
  await admin!.post(`/strategies/${made.id}/state`, { version: 5, status: 'archived' });
  expect((await publish(made.id, { version: 6 })).body).toMatchObject({ status: 'active', publishedVersion: 3 });
});

test('who is in it stays on their version, unless they are moved: to the step with the same id, or the end', async () => {
  const made = await makePublished(admin!);
  const clients = await Promise.all(['Ana', 'Ben'].map(async (name) => (await admin!.post('/clients', { name })).body.id as number));
  const enrolments = await kernel.within(kernel.a, async () => {
    const db = kernel.get(Database);
    const { id: versionId } = (await db.strategyVersion.findFirst({ where: { strategyId: made.id } }))!;
    const facts = { strategyId: made.id, versionId, ownerId: kernel.a.users.admin.id, source: 'hand' };
    return db.strategyEnrolment.createManyAndReturn({ data: clients.map((clientId, index) => ({ ...facts, clientId, stepId: ['s2', 's3'][index] })), select: { id: true } });
  });
  const where = () =>
    kernel.within(kernel.a, async () => {
      const rows = await kernel.get(Database).strategyEnrolment.findMany({ where: { id: { in: enrolments.map(({ id }) => id) } }, orderBy: { id: 'asc' }, include: { version: { select: { number: true } } } });
      return rows.map(({ version, stepId }) => [version.number, stepId]);
    });
  const shorter = (name: string) => soundDraft({ cadence: { steps: [{ id: 's2', kind: 'wait', name, amount: 1, unit: 'days' }, { id: 's4', kind: 'task', title: 'Call' }] } });
  await admin!.patch(`/strategies/${made.id}`, { version: 2, draft: shorter('First') });
  await publish(made.id, { version: 3 });
  expect(await where()).toEqual([[1, 's2'], [1, 's3']]);
  expect((await admin!.get(`/strategies/${made.id}/versions`)).body.items.map(({ live }: { live: number }) => live)).toEqual([0, 2]);
  await admin!.patch(`/strategies/${made.id}`, { version: 4, draft: shorter('Second') });
  await publish(made.id, { version: 5, moveLive: true });
  expect(await where()).toEqual([[3, 's2'], [3, null]]);
  expect((await admin!.get(`/strategies/${made.id}`)).body.results).toMatchObject({ enrolled: 2, live: 2 });
  expect((await admin!.delete(`/strategies/${made.id}`)).body.code).toBe('strategies.in-use');
  await admin!.post(`/strategies/${made.id}/state`, { version: 6, status: 'archived' });
  expect((await admin!.get(`/strategies/${made.id}`)).body.results).toMatchObject({ enrolled: 2, live: 0 });
});
