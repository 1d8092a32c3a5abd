import { bootKernel, type Caller, type Kernel } from '@loctelli/core/testing';
import manifest from './plugin.json';

let kernel: Kernel;
let admin: Caller;
let took: number;

beforeAll(async () => {
  kernel = await bootKernel({ plugins: [{ manifest: manifest as never, load: () => import('./server/index.ts') }] });
  admin = await kernel.as(kernel.a);
  const began = Date.now();
  await kernel.seed(kernel.a);
  took = Date.now() - began;
}, 60_000);
afterAll(() => kernel?.close());

test('a demo tenant is full of clients that agree with themselves, in a moment', async () => {
  expect(took).toBeLessThan(15_000);
  const { body } = await admin.get('/clients/board');
  const names = new Map((await admin.get('/clients/pipelines')).body.items[0].stages.map(({ id, name }: { id: number; name: string }) => [id, name]));
  const counts = Object.fromEntries(body.columns.map(({ stageId, count }: { stageId: number; count: number }) => [names.get(stageId), count]));
  expect(Object.values(counts).reduce((sum: number, count) => sum + (count as number), 0)).toBe(320);
  for (const column of body.columns) expect(column.count).toBeGreaterThan(8);
  expect(body.columns.some(({ stuck }: { stuck: number }) => stuck > 0)).toBe(true);
  const won = body.columns.find(({ stageId }: { stageId: number }) => names.get(stageId) === 'Signed');
  expect(new Set(won.items.map(({ status }: { status: string }) => status))).toEqual(new Set(['won', ...(won.items.some((each: { status: string }) => each.status === 'archived') ? ['archived'] : [])]));
  const { items } = (await admin.get(`/clients/${won.items[0].id}/timeline`)).body;
  expect(items.at(-1).kind).toBe('clients.created');
  expect(items.map(({ at }: { at: string }) => at)).toEqual(items.map(({ at }: { at: string }) => at).sort().reverse());
});

test('there are duplicates to find, views to open', async () => {
  expect((await admin.get('/clients/duplicates')).body.items.length).toBeGreaterThanOrEqual(3);
  const views = (await admin.get('/views?list=clients')).body.items;
  expect(views).toHaveLength(3);
  for (const { query } of views) {
    const { form, ...filter } = query;
    const { status, body } = await admin.get(`${form === 'board' ? '/clients/board' : '/clients'}?${new URLSearchParams(filter)}`);
    expect([status, (body.items ?? body.columns.flatMap(({ items }: { items: object[] }) => items)).length > 0]).toEqual([200, true]);
  }
});

test('another tenant got nothing of it', async () => {
  expect((await (await kernel.as(kernel.b)).get('/clients')).body.items).toEqual([]);
});
