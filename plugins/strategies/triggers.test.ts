import { Events, UnitOfWork } from '@loctelli/core/server';
import { eventually, type Caller, type Kernel } from '@loctelli/core/testing';
import { clientUpdated } from '../clients/contract.ts';
import { becomes, callStep, mailStep, makeClient, running, waitStep } from './enrolment-kernel.ts';
import { bootStrategies } from './strategy-kernel.ts';

let kernel: Kernel;
let admin: Caller;
let stranger: Caller;
beforeAll(async () => {
  kernel = await bootStrategies();
  [admin, stranger] = [await kernel.as(kernel.a), await kernel.as(kernel.b)];
}, 90_000);
afterAll(() => kernel?.close());

const of = async (clientId: number, caller = admin) => (await caller.get(`/strategies/enrolments?clientId=${clientId}`)).body.items;
const emit = (work: (events: Events) => Promise<void>) => kernel.within(kernel.a, () => kernel.get(UnitOfWork).run(() => work(kernel.get(Events))));

test('an event enrols the clients that its rules hold of, in the name of their owner, else the strategy’s', async () => {
  const trigger = { event: 'client.created', when: [{ field: 'source', operator: 'is', value: 'Fair' }] };
  const strategy = await running(admin, [waitStep('s1'), mailStep('s2')], { triggers: [trigger] });
  const owned = await makeClient(admin, { source: 'Fair', ownerId: kernel.a.users.user.id });
  const nobodys = await makeClient(admin, { source: 'Fair', ownerId: null });
  const other = await makeClient(admin, { source: 'Phone' });
  await eventually(async () => expect(await of(owned.id)).toMatchObject([{ strategyId: strategy.id, ownerId: kernel.a.users.user.id, source: 'event', cause: 'client.created' }]), 20_000);
  await eventually(async () => expect(await of(nobodys.id)).toMatchObject([{ ownerId: kernel.a.users.admin.id }]), 20_000);
  expect(await of(other.id)).toEqual([]);
  await makeClient(stranger, { source: 'Fair' });
  expect((await stranger.get('/strategies/enrolments')).body.items).toEqual([]);
});

test('an event that comes again enrols nobody twice, and one that a cadence causes itself turns in no circles', async () => {
  const strategy = await running(admin, [mailStep('s1')], { triggers: [{ event: 'message.sent', when: [] }, { event: 'client.updated', when: [] }] });
  const client = await makeClient(admin);
  const event = { clientId: client.id, name: 'Ana Ruiz', ownerId: null, fields: ['company'] };
  await emit((events) => events.emitMany(clientUpdated, [event, event, event]));
  const [first] = await eventually(async () => {
    const found = await of(client.id);
    expect(found).toMatchObject([{ strategyId: strategy.id, status: 'completed' }]);
    return found;
  }, 20_000);
  // The message it sent has been heard of when a later event has.
  const witness = await makeClient(admin);
  await emit((events) => events.emit(clientUpdated, { ...event, clientId: witness.id }));
  await eventually(async () => expect(await of(witness.id)).toMatchObject([{ status: 'completed' }]), 20_000);
  expect((await of(client.id)).map(({ id }: { id: number }) => id)).toEqual([first.id]);
});

test('nobody is enrolled by a strategy that rests, by a draft, or who wants no messages', async () => {
  const strategy = await running(admin, [callStep('s1')], { triggers: [{ event: 'client.created', when: [{ field: 'source', operator: 'is', value: 'Resting' }] }] });
  const set = async (status: string) => admin.post(`/strategies/${strategy.id}/state`, { version: (await admin.get(`/strategies/${strategy.id}`)).body.version, status });
  await set('paused');
  const early = await makeClient(admin, { source: 'Resting' });
  const witnessed = await running(admin, [callStep('s1')], { triggers: [{ event: 'client.created', when: [] }] });
  await set('active');
  const late = await makeClient(admin, { source: 'Resting' });
  await eventually(async () => expect((await of(late.id)).map(({ strategyId }: { strategyId: number }) => strategyId).sort()).toEqual([strategy.id, witnessed.id].sort()), 20_000);
  expect((await of(early.id)).filter(({ strategyId }: { strategyId: number }) => strategyId === strategy.id)).toEqual([]);
});

test('the plugin switched off for a tenant does nothing until it is on again', async () => {
  const strategy = await running(admin, [callStep('s1')], { triggers: [{ event: 'client.created', when: [{ field: 'source', operator: 'is', value: 'Switch' }] }] });
  const first = await makeClient(admin, { source: 'Switch' });
  const [{ id }] = await eventually(async () => {
    const found = (await of(first.id)).filter(({ strategyId }: { strategyId: number }) => strategyId === strategy.id);
    expect(found).toHaveLength(1);
    return found;
  }, 20_000);
  await becomes(admin, id, { status: 'completed' });
  expect((await admin.patch('/plugins/strategies', { enabled: false })).status).toBeLessThan(300);
  await eventually(async () => expect((await admin.get('/strategies/enrolments')).body.code).toBe('core.plugin-disabled'));
  expect((await stranger.get('/strategies/enrolments')).status).toBe(200);
  expect((await admin.patch('/plugins/strategies', { enabled: true })).status).toBeLessThan(300);
  const late = await makeClient(admin, { source: 'Switch' });
  await eventually(async () => expect((await of(late.id)).map(({ strategyId }: { strategyId: number }) => strategyId)).toContain(strategy.id), 20_000);
});
