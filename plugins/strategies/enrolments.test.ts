import { eventually, type Caller, type Kernel } from '@loctelli/core/testing';
import { becomes, callStep, enrolled, mailStep, mailsTo, makeClient, running, shown, timePasses, waitStep } from './enrolment-kernel.ts';
import { bootStrategies } from './strategy-kernel.ts';

let kernel: Kernel;
let admin: Caller;
let user: Caller;
let stranger: Caller;
beforeAll(async () => {
  kernel = await bootStrategies();
  [admin, user, stranger] = [await kernel.as(kernel.a), await kernel.as(kernel.a, 'user'), await kernel.as(kernel.b)];
}, 90_000);
afterAll(() => kernel?.close());

const enrol = (caller: Caller, body: object) => caller.post('/strategies/enrolments', body);
const act = async (id: number, what: string, caller = admin) => caller.post(`/strategies/enrolments/${id}/act`, { version: (await shown(admin, id)).version, act: what });
const list = async (query: string, caller = admin) => (await caller.get(`/strategies/enrolments?${query}`)).body;

test('steps are carried out one after the other, told on the client’s timeline, and come to an end', async () => {
  const strategy = await running(admin, [
    mailStep('s1', 'Hello {{ client.firstName }}, {{ user.firstName }} of {{ tenant.name }}'),
    waitStep('s2', 2),
    { id: 's3', kind: 'condition', when: [{ field: 'replied', operator: 'is', value: true }], then: 'end', otherwise: 's5' },
    callStep('s4'),
    { id: 's5', kind: 'task', title: 'Write to {{ client.name }} by hand', dueInHours: 8 },
  ]);
  const client = await makeClient(admin);
  const id = await enrolled(admin, strategy.id, client.id);
  const waiting = await becomes(admin, id, { status: 'active', stepCount: 5, next: { stepId: 's3', index: 2, kind: 'condition' } });
  expect(waiting.runs.map(({ stepId, status, what }) => [stepId, status, what])).toEqual([['s1', 'done', 'mailed'], ['s2', 'done', 'waits']]);
  const inTwoDays = Date.parse(waiting.nextAt!) - Date.now();
  expect(inTwoDays).toBeGreaterThan(46 * 3_600_000);
  expect(inTwoDays).toBeLessThan(50 * 3_600_000);
  const [mail] = await mailsTo(kernel, client.email);
  expect([mail!.subject, mail!.text]).toEqual(['Subject of s1', expect.stringContaining('Hello Ana, admin of A')]);
  expect(mail!.text).toMatch(/\/unsubscribe\/[\w-]{20,}/);

  await timePasses(kernel, kernel.a, id);
  const over = await becomes(admin, id, { status: 'completed', next: null, nextAt: null, stopReason: null });
  expect(over.runs.map(({ stepId, what, text }) => [stepId, what, text]).slice(2)).toEqual([['s3', 'otherwise', 's5'], ['s5', 'task', 'Write to Ana Ruiz by hand']]);
  const { items: tasks } = (await admin.get(`/clients/tasks?clientId=${client.id}`)).body;
  expect(tasks).toMatchObject([{ title: 'Write to Ana Ruiz by hand', assigneeId: kernel.a.users.admin.id }]);
  const { items: timeline } = (await admin.get(`/clients/${client.id}/timeline?limit=50`)).body;
  expect(timeline.map(({ kind }: { kind: string }) => kind).filter((kind: string) => kind.startsWith('strategies.')).reverse()).toEqual(['enrolled', 'mailed', 'waits', 'turned', 'task', 'completed'].map((kind) => `strategies.${kind}`));
  await eventually(async () => {
    const { items: events } = (await admin.get('/events?types=strategy.enrolled,strategy.step-done,strategy.ended&limit=100')).body;
    expect(events.filter(({ data }: { data: { enrolmentId: number } }) => data.enrolmentId === id)).toHaveLength(6);
  });
});

test('a client is in a strategy once at a time, also when many enrol them at once; what cannot be says why', async () => {
  const strategy = await running(admin, [waitStep('s1')]);
  const client = await makeClient(admin);
  const all = await Promise.all(Array.from({ length: 6 }, () => enrol(admin, { strategyId: strategy.id, clientId: client.id })));
  expect(all.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
  expect((await list(`clientId=${client.id}`)).items).toHaveLength(1);
  const code = async (body: object, caller = admin) => (await enrol(caller, { strategyId: strategy.id, clientId: client.id, ...body })).body.code;
  expect([await code({}), await code({ strategyId: 999_999 }), await code({ clientId: 999_999 }), await code({}, stranger)]).toEqual(['strategies.already-enrolled', 'strategies.not-found', 'strategies.client-not-found', 'strategies.not-found']);
  const { body: draft } = await admin.post('/strategies', { name: 'Only a draft' });
  const bare = await running(admin, [], {}, {});
  expect([await code({ strategyId: draft.id }), await code({ strategyId: bare.id }), await code({ ownerId: 999_999 })]).toEqual(['strategies.not-running', 'strategies.no-steps', 'strategies.unknown-owner']);
});

test('enrolments are seen and changed as far as their owner is in reach, and by nobody of another tenant', async () => {
  const strategy = await running(admin, [waitStep('s1')], {}, { sharing: 'tenant' });
  const client = await makeClient(user);
  const hidden = await makeClient(admin);
  const mine = await enrolled(user, strategy.id, client.id);
  const other = await enrolled(admin, strategy.id, hidden.id);
  expect((await enrol(user, { strategyId: strategy.id, clientId: hidden.id })).body.code).toBe('strategies.client-not-found');
  expect((await enrol(user, { strategyId: strategy.id, clientId: (await makeClient(user)).id, ownerId: kernel.a.users.admin.id })).body.code).toBe('strategies.owner-out-of-reach');
  expect((await list(`strategyId=${strategy.id}`, user)).items.map(({ id }: { id: number }) => id)).toEqual([mine]);
  expect((await list(`strategyId=${strategy.id}`)).items.map(({ id }: { id: number }) => id)).toEqual([other, mine]);
  expect((await list(`strategyId=${strategy.id}`, stranger)).items).toEqual([]);
  for (const caller of [user, stranger]) {
    expect((await caller.get(`/strategies/enrolments/${other}`)).body.code).toBe('strategies.enrolment-not-found');
    expect((await caller.post(`/strategies/enrolments/${other}/act`, { version: 1, act: 'stop' })).body.code).toBe('strategies.enrolment-not-found');
  }
  const paged = await list(`strategyId=${strategy.id}&limit=1`);
  expect((await list(`strategyId=${strategy.id}&limit=1&cursor=${paged.nextCursor}`)).items.map(({ id }: { id: number }) => id)).toEqual([mine]);
});

test('one is held, goes on, is sent now outside of its window, and stopped; an old version changes nothing', async () => {
  const strategy = await running(admin, [mailStep('s1'), waitStep('s2'), mailStep('s3')], { window: { days: [otherDay()], from: '09:00', to: '18:00' } });
  const client = await makeClient(admin);
  const id = await enrolled(admin, strategy.id, client.id);
  expect(await shown(admin, id)).toMatchObject({ status: 'active', delay: 'window', next: { stepId: 's1' } });
  expect((await act(id, 'hold')).body).toMatchObject({ status: 'held', version: 2 });
  expect((await admin.post(`/strategies/enrolments/${id}/act`, { version: 1, act: 'stop' })).body.code).toBe('core.version-conflict');
  await timePasses(kernel, kernel.a, id);
  expect((await list(`clientId=${client.id}&status=held`)).items).toHaveLength(1);
  expect((await act(id, 'resume')).body.status).toBe('active');
  await becomes(admin, id, { delay: 'window', runs: [] });
  expect((await act(id, 'send-now')).status).toBe(200);
  await becomes(admin, id, { next: { stepId: 's3' }, runs: [{ stepId: 's1', what: 'mailed' }, { stepId: 's2' }] });
  expect((await act(id, 'stop')).body).toMatchObject({ status: 'stopped', stopReason: 'by-hand', next: null });
  expect((await act(id, 'resume')).body.code).toBe('strategies.enrolment-ended');
  expect((await list(`strategyId=${strategy.id}&stopReason=by-hand&number=1`)).items).toHaveLength(1);
});

test('a strategy that rests holds its enrolments, and does afterwards what was due; archived, it stops them', async () => {
  const strategy = await running(admin, [waitStep('s1'), callStep('s2'), waitStep('s3')]);
  const [first, second] = [await enrolled(admin, strategy.id, (await makeClient(admin)).id), await enrolled(admin, strategy.id, (await makeClient(admin)).id)];
  for (const id of [first, second]) await becomes(admin, id, { next: { stepId: 's2' } });
  const set = async (status: string) => admin.post(`/strategies/${strategy.id}/state`, { version: (await admin.get(`/strategies/${strategy.id}`)).body.version, status });
  expect((await set('paused')).status).toBe(200);
  await timePasses(kernel, kernel.a, first);
  expect(await shown(admin, first)).toMatchObject({ status: 'held', next: { stepId: 's2' } });
  expect((await list(`strategyId=${strategy.id}&status=active`)).items).toEqual([]);
  expect((await set('active')).status).toBe(200);
  await becomes(admin, first, { status: 'active', runs: [{ stepId: 's1' }, { stepId: 's2', what: 'call' }, { stepId: 's3' }] });
  expect(await shown(admin, second)).toMatchObject({ status: 'active', next: { stepId: 's2' } });
  expect((await set('archived')).status).toBe(200);
  for (const id of [first, second]) expect(await shown(admin, id)).toMatchObject({ status: 'stopped', stopReason: 'archived' });
});

test('it stays on its version until it is moved, to the step of the same id', async () => {
  const strategy = await running(admin, [waitStep('s1'), callStep('s2')]);
  const id = await enrolled(admin, strategy.id, (await makeClient(admin)).id);
  await becomes(admin, id, { next: { stepId: 's2', index: 1 } });
  const draft = { ...strategy.draft, cadence: { ...strategy.draft.cadence, steps: [waitStep('s1'), waitStep('new'), callStep('s2', { title: 'Call again' })] } };
  const { body: saved } = await admin.patch(`/strategies/${strategy.id}`, { version: strategy.version, draft });
  expect((await admin.post(`/strategies/${strategy.id}/publish`, { version: saved.version })).body.publishedVersion).toBe(2);
  expect(await shown(admin, id)).toMatchObject({ number: 1, next: { index: 1 } });
  expect((await act(id, 'move')).body).toMatchObject({ number: 2, next: { stepId: 's2', index: 2 } });
  await timePasses(kernel, kernel.a, id);
  await becomes(admin, id, { status: 'completed', runs: [{}, { stepId: 's2', text: 'Call again' }] });
});

test('a task that is waited for holds the cadence until it is done, or is no more', async () => {
  const strategy = await running(admin, [callStep('s1', { waits: true }), callStep('s2', { waits: true, title: 'Second' }), mailStep('s3')]);
  const client = await makeClient(admin);
  const id = await enrolled(admin, strategy.id, client.id);
  await becomes(admin, id, { delay: 'task', nextAt: null, runs: [{ status: 'waiting', doneAt: null }] });
  const open = async () => (await admin.get(`/clients/tasks?clientId=${client.id}`)).body.items;
  await admin.patch(`/clients/tasks/${(await open())[0].id}`, { version: 1, done: true });
  await becomes(admin, id, { delay: 'task', runs: [{ status: 'done' }, { status: 'waiting', text: 'Second' }] });
  await admin.delete(`/clients/tasks/${(await open())[0].id}`);
  await timePasses(kernel, kernel.a, id);
  await becomes(admin, id, { status: 'completed', runs: [{}, { status: 'done' }, { what: 'mailed' }] });
});

test('no more is sent a day than the throttle says, whoever sends at the same time', async () => {
  const strategy = await running(admin, [mailStep('s1')], { throttle: { perUser: 2, perTenant: 3 } }, { sharing: 'tenant' });
  const ids: number[] = [];
  for (let n = 0; n < 4; n++) ids.push(await enrolled(admin, strategy.id, (await makeClient(admin)).id));
  for (let n = 0; n < 2; n++) ids.push(await enrolled(user, strategy.id, (await makeClient(user)).id));
  const all = await eventually(async () => {
    const each = await Promise.all(ids.map((id) => shown(admin, id)));
    expect(each.filter(({ status, delay }) => status === 'completed' || delay !== null)).toHaveLength(6);
    return each;
  }, 20_000);
  expect(all.slice(0, 4).filter(({ status }) => status === 'completed').length).toBeLessThanOrEqual(2);
  expect(all.filter(({ status }) => status === 'completed')).toHaveLength(3);
  expect(all.every(({ status, delay, nextAt }) => status === 'completed' || (/throttle/.test(delay!) && Date.parse(nextAt!) > Date.now()))).toBe(true);
});

test('whoever cannot be reached is left to people, or the cadence ends', async () => {
  const strategy = await running(admin, [mailStep('s1'), callStep('s2')]);
  const id = await enrolled(admin, strategy.id, (await makeClient(admin, { email: null })).id);
  await becomes(admin, id, { status: 'completed', runs: [{ status: 'skipped', what: 'unreachable' }, { status: 'done', what: 'call' }] });
  const writing = await running(admin, [mailStep('s1'), waitStep('s2'), mailStep('s3')]);
  const gone = await enrolled(admin, writing.id, (await makeClient(admin, { email: null })).id);
  await becomes(admin, gone, { status: 'stopped', stopReason: 'unreachable' });
});

test('where the chat is switched off a message waits for it, and is written once it is on again', async () => {
  const strategy = await running(admin, [mailStep('s1')]);
  const client = await makeClient(admin);
  expect((await admin.patch('/plugins/chat', { enabled: false })).status).toBeLessThan(300);
  const id = await enrolled(admin, strategy.id, client.id);
  await becomes(admin, id, { status: 'active', delay: 'retry', runs: [] });
  expect((await admin.patch('/plugins/chat', { enabled: true })).status).toBeLessThan(300);
  await timePasses(kernel, kernel.a, id);
  await becomes(admin, id, { status: 'completed', delay: null, runs: [{ status: 'done', what: 'mailed' }] });
});

test('many are enrolled by a job that counts, as far as its user reaches, and can be taken back', async () => {
  const strategy = await running(admin, [waitStep('s1'), mailStep('s2')], {}, { sharing: 'tenant' });
  const clients: number[] = [];
  for (let n = 0; n < 5; n++) clients.push((await makeClient(user, { source: 'Fair' })).id);
  clients.push((await makeClient(admin, { source: 'Fair' })).id);
  await enrolled(user, strategy.id, clients[0]!);
  const { status, body } = await user.post('/strategies/enrolments/many', { strategyId: strategy.id, target: { ids: [...clients, 999_999] } });
  expect([status, body]).toEqual([202, expect.objectContaining({ total: 7, enrolled: 0 })]);
  const run = (id: number, caller = user) => caller.get(`/strategies/enrolments/many/${id}`);
  await eventually(async () => expect((await run(body.id)).body).toMatchObject({ enrolled: 4, skipped: 3, finishedAt: expect.any(String) }), 20_000);
  for (const caller of [admin, stranger]) expect((await run(body.id, caller)).body.code).toBe('strategies.run-not-found');
  expect((await user.get('/background-jobs')).body.items[0]).toMatchObject({ kind: 'strategies.enrol', status: 'done' });
  expect((await list(`strategyId=${strategy.id}&limit=50`)).items.map(({ source }: { source: string }) => source).sort()).toEqual(['bulk', 'bulk', 'bulk', 'bulk', 'hand']);
  expect((await user.post(`/strategies/enrolments/many/${body.id}/undo`)).body.undoneAt).toEqual(expect.any(String));
  await eventually(async () => expect((await list(`strategyId=${strategy.id}&stopReason=undone`)).items).toHaveLength(4), 20_000);
  const all = await admin.post('/strategies/enrolments/many', { strategyId: strategy.id, target: { filter: { source: 'Fair', where: JSON.stringify([{ field: 'email', operator: 'notEmpty' }]) } } });
  await eventually(async () => expect((await run(all.body.id, admin)).body).toMatchObject({ total: 6, enrolled: 5, skipped: 1, finishedAt: expect.any(String) }), 20_000);
});

/** A weekday that is neither today nor tomorrow anywhere. */
function otherDay(): number {
  return ((new Date().getUTCDay() + 2) % 7) + 1;
}
