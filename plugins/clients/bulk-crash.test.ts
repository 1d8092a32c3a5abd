import type { ChildProcess } from 'node:child_process';
import { Database } from '@loctelli/core/server';
import { bootKernel, compileApi, eventually, startApiProcess, type Kernel } from '@loctelli/core/testing';
import manifest from './plugin.json';

const total = 6_000;
let kernel: Kernel;
let child: ChildProcess | undefined;

beforeAll(async () => {
  compileApi();
  kernel = await bootKernel({ plugins: [{ manifest: manifest as never, load: () => import('./server/index.ts') }], env: { JOBS: 'off' } });
}, 120_000);
afterAll(async () => {
  child?.kill('SIGKILL');
  await kernel?.close();
});

/** Takes the jobs that the test's own kernel leaves alone. */
const start = async () => (await startApiProcess(kernel, { JOBS: 'on' })).child;

it('goes on where it was killed, and changes no client twice', async () => {
  const db = kernel.get(Database);
  const within = <T>(work: () => Promise<T>) => kernel.within(kernel.a, work);
  await within(async () => void (await db.client.createMany({ data: Array.from({ length: total }, (_, n) => ({ name: `Crash ${n}`, source: 'crash', search: ` crash ${n}` })) })));
  const admin = await kernel.as(kernel.a);
  const { body } = await admin.post('/clients/bulk', { kind: 'update', target: { filter: { source: 'crash' } }, change: { addTags: ['hit'], status: 'won' } });
  const run = () => within(() => db.clientBulkRun.findFirstOrThrow({ where: { id: body.id } }));

  child = await start();
  await eventually(async () => expect((await run()).processed).toBeGreaterThan(0), 60_000);
  child.kill('SIGKILL');
  const middle = await run();
  expect(middle.processed).toBeLessThan(total);

  child = await start();
  await eventually(async () => expect((await run()).status).toBe('done'), 120_000);
  expect(await run()).toMatchObject({ total, processed: total, changed: total, skipped: 0 });
  const [versions, changes, entries] = await within(async () => [
    await db.client.groupBy({ by: ['version', 'status'], where: { source: 'crash' }, _count: true }),
    await db.clientBulkChange.count({ where: { runId: body.id } }),
    await db.timelineEntry.count({ where: { source: `ClientBulkRun:${body.id}` } }),
  ] as const);
  expect(versions).toEqual([{ version: 2, status: 'won', _count: total }]);
  expect([changes, entries]).toEqual([total, total]);
}, 300_000);
