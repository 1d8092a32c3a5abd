import type { ChildProcess } from 'node:child_process';
import { Database } from '@loctelli/core/server';
import { bootKernel, compileApi, eventually, pluginWithRequired, startApiProcess, type Kernel } from '@loctelli/core/testing';
import { mailStep, running, waitStep } from './enrolment-kernel.ts';
import { EnrolmentLine } from './server/enrolments/enrolment-line.ts';

/** STRATEGY_STEPS=2000 is the whole run. */
const total = Number(process.env.STRATEGY_STEPS ?? 120);
const steps = [
  mailStep('s1', 'First'),
  waitStep('s2', 0, 'minutes'),
  { id: 's3', kind: 'condition', when: [{ field: 'replied', operator: 'is', value: false }], then: 'next', otherwise: 'end' },
  mailStep('s4', 'Second'),
  { id: 's5', kind: 'task', title: 'Look after them', dueInHours: 1 },
];
const enrolments = Math.round(total / steps.length);
const kills = total >= 2_000 ? 8 : 2;

let kernel: Kernel;
let child: ChildProcess | undefined;
beforeAll(async () => {
  compileApi();
  kernel = await bootKernel({ plugins: pluginWithRequired('strategies'), env: { JOBS: 'off' } });
}, 240_000);
afterAll(async () => {
  child?.kill('SIGKILL');
  await kernel?.close();
});

/** Takes the jobs that the test's own kernel leaves alone. */
const start = async () => (await startApiProcess(kernel, { JOBS: 'on' })).child;
const within = <T>(work: (db: Database) => Promise<T>) => kernel.within(kernel.a, async () => await work(kernel.get(Database)));

it(`carries out each of ${enrolments * steps.length} steps once when it is killed ${kills} times at random, writes no message twice and forgets nobody`, async () => {
  const admin = await kernel.as(kernel.a);
  const strategy = await running(admin, steps);
  const clients = await within((db) =>
    db.client.createManyAndReturn({ data: Array.from({ length: enrolments }, (_, n) => ({ name: `Client ${n}`, email: `crash${n}@mail.example`, search: ` client ${n}` })), select: { id: true } }),
  );
  const run = await admin.post('/strategies/enrolments/many', { strategyId: strategy.id, target: { ids: clients.map(({ id }) => id) } });
  expect(run.status).toBe(202);
  const done = () => within((db) => db.strategyStepRun.count());
  const [began, wanted] = [Date.now(), enrolments * steps.length];
  for (let kill = 0; kill < kills; kill++) {
    child = await start();
    // Somewhere on the way: each time a share of the whole further, and not at a round number.
    const until = (await done()) + Math.ceil((wanted / (kills + 2)) * (0.3 + Math.random() * 0.6));
    await eventually(async () => expect(await done()).toBeGreaterThan(until), 240_000);
    child.kill('SIGKILL');
  }
  child = await start();
  // What a dead process held in hand is given to another after a while.
  await eventually(async () => expect(await within((db) => db.strategyEnrolment.groupBy({ by: ['status'], _count: true }))).toEqual([{ status: 'completed', _count: enrolments }]), 600_000);
  // A round finds nobody who was forgotten, and whatever comes again changes nothing.
  await kernel.within(kernel.a, () => kernel.get(EnrolmentLine).round());

  const runs = await within((db) => db.strategyStepRun.findMany({ orderBy: [{ enrolmentId: 'asc' }, { ordinal: 'asc' }] }));
  expect(runs).toHaveLength(wanted);
  for (let n = 0; n < enrolments; n++) {
    const mine = runs.slice(n * steps.length, (n + 1) * steps.length);
    expect(mine.map(({ ordinal, stepId, status }) => [ordinal, stepId, status])).toEqual(steps.map(({ id }, ordinal) => [ordinal, id, 'done']));
  }
  const messages = await within((db) => db.message.findMany({ where: { kind: 'outgoing' }, select: { id: true, conversation: { select: { clientId: true } } } }));
  expect(messages).toHaveLength(enrolments * 2);
  expect(new Set(messages.map(({ conversation }) => conversation.clientId)).size).toBe(enrolments);
  expect(messages.map(({ id }) => id).sort((a, b) => a - b)).toEqual(runs.flatMap(({ messageId }) => messageId ?? []).sort((a, b) => a - b));
  expect(await within((db) => db.clientTask.count())).toBe(enrolments);
  expect(await within((db) => db.strategyEnrolment.count({ where: { ordinal: { not: steps.length } } }))).toBe(0);
  const told = await within((db) => db.outboxEvent.groupBy({ by: ['name'], where: { name: { startsWith: 'strategy.' }, kind: 'event' }, _count: true, orderBy: { name: 'asc' } }));
  expect(Object.fromEntries(told.map(({ name, _count }) => [name, _count]))).toMatchObject({ 'strategy.enrolled': enrolments, 'strategy.step-done': wanted, 'strategy.ended': enrolments });
  process.stdout.write(`${wanted} steps of ${enrolments} enrolments, ${kills} kills, ${Math.round((Date.now() - began) / 1_000)} s: each once, ${messages.length} messages, none twice.\n`);
}, 1_500_000);
