import { Database } from '@loctelli/core/server';
import { bootKernel, eventually, type Caller, type Kernel } from '@loctelli/core/testing';
import manifest from './plugin.json';
import { PairStore } from './server/duplicates/pair-store.ts';
import { DuplicateScan } from './server/duplicates/scan.ts';

let kernel: Kernel;
let admin: Caller;
let user: Caller;
let stranger: Caller;

beforeAll(async () => {
  kernel = await bootKernel({ plugins: [{ manifest: manifest as never, load: () => import('./server/index.ts') }] });
  [admin, user, stranger] = [await kernel.as(kernel.a), await kernel.as(kernel.a, 'user'), await kernel.as(kernel.b)];
}, 60_000);
afterAll(() => kernel?.close());

const create = async (body: object, caller = admin) => {
  const answer = await caller.post('/clients', body);
  expect([answer.status, answer.body]).toEqual([201, expect.anything()]);
  return answer.body as { id: number };
};
const pairsOf = async (id: number, caller = admin) => (await caller.get(`/clients/duplicates?clientId=${id}`)).body.items as { id: number; score: number; reasons: string[]; first: { id: number } }[];
const soon = <T>(check: () => Promise<T>) =>
  eventually(async () => {
    await new Promise((done) => setTimeout(done, 100));
    return check();
  });

test('pairs are found as clients come and change, judged, and taken back', async () => {
  const first = await create({ name: 'Jon Smith', email: 'jon@dup.example', company: 'Acme Inc' });
  const second = await create({ name: 'John Smith', company: 'ACME', phone: '+14155550111' });
  const [pair] = await soon(async () => {
    const pairs = await pairsOf(first.id);
    expect(pairs).toHaveLength(1);
    return pairs;
  });
  expect(pair).toMatchObject({ score: 70, reasons: ['similarName', 'company'], first: { id: first.id }, second: { id: second.id, name: 'John Smith' } });
  expect(await pairsOf(first.id, stranger)).toEqual([]);
  expect(await pairsOf(first.id, user)).toEqual([]);
  expect((await stranger.post(`/clients/duplicates/${pair!.id}/dismiss`)).body.code).toBe('clients.duplicate-not-found');
  expect((await user.post(`/clients/duplicates/${pair!.id}/dismiss`)).body.code).toBe('clients.duplicate-not-found');

  expect((await admin.post(`/clients/duplicates/${pair!.id}/dismiss`)).status).toBe(204);
  expect(await pairsOf(first.id)).toEqual([]);
  await kernel.within(kernel.a, () => kernel.get(DuplicateScan).scan());
  expect(await pairsOf(first.id)).toEqual([]);
  expect((await admin.post(`/clients/duplicates/${pair!.id}/reopen`)).status).toBe(204);
  expect(await pairsOf(first.id)).toHaveLength(1);

  await admin.patch(`/clients/${second.id}`, { version: 1, email: 'jon@dup.example' });
  await soon(async () => expect((await pairsOf(first.id))[0]).toMatchObject({ score: 97, reasons: ['email', 'similarName', 'company'] }));
  await admin.delete(`/clients/${second.id}`);
  expect(await pairsOf(first.id)).toEqual([]);
  await admin.post(`/clients/${second.id}/restore`);
  expect(await pairsOf(first.id)).toHaveLength(1);
  await admin.patch(`/clients/${second.id}`, { version: 4, email: null, name: 'Somebody Else', company: null });
  await soon(async () => expect(await pairsOf(first.id)).toEqual([]));
}, 60_000);

test('a look that began before a pair was found does not take it back; one that began later does', async () => {
  const one = await create({ name: 'Ottilie Overlap', email: 'ottilie@overlap.example' });
  const began = new Date();
  await create({ name: 'Ottilie Overlap', email: 'ottilie@overlap.example' });
  await soon(async () => expect(await pairsOf(one.id)).toHaveLength(1));
  const look = (since: Date) => kernel.within(kernel.a, () => kernel.get(PairStore).replace([one.id], [], since));
  expect(await look(began)).toBe(0);
  expect(await pairsOf(one.id)).toHaveLength(1);
  expect(await look(new Date(Date.now() + 1_000))).toBe(1);
  expect(await pairsOf(one.id)).toEqual([]);
  await admin.delete(`/clients/${one.id}`);
});

test('whoever is about to be made twice is named', async () => {
  const { id } = await create({ name: 'Ana Ruiz', email: 'ana.ruiz@check.example', phone: '+14155550122', company: 'Casa' });
  const check = async (body: object, caller = admin) => (await caller.post('/clients/duplicates/check', body)).body.items.map((item: { score: number; client: { id: number } }) => [item.client.id, item.score]);
  expect(await check({ email: 'Ana.Ruiz@check.example' })).toEqual([[id, 95]]);
  expect(await check({ phone: '(415) 555-0122' })).toEqual([[id, 90]]);
  expect(await check({ name: 'Ruiz Ana', company: 'casa SL' })).toEqual([[id, 80]]);
  expect(await check({ name: 'Ana' })).toEqual([]);
  expect(await check({ email: 'ana.ruiz@check.example' }, user)).toEqual([]);
  expect(await check({ email: 'ana.ruiz@check.example' }, stranger)).toEqual([]);
});

test('a scan of many clients finds each pair once, in time', async () => {
  const total = Number(process.env.BENCH ?? 5_000);
  const words = (n: number) => `${['Ana', 'Bo', 'Cy', 'Di', 'Ed', 'Flo', 'Gus'][n % 7]} Name${n}`;
  await kernel.within(kernel.a, async () => {
    for (let start = 0; start < total; start += 5_000)
      await kernel.get(Database).client.createMany({
        data: Array.from({ length: Math.min(5_000, total - start) }, (_, index) => {
          const n = start + index;
          // Every hundredth is its neighbour once more.
          const same = n % 100 === 1 ? n - 1 : n;
          return { name: words(same), email: n % 3 === 0 ? null : `p${same}@scan.example`, phone: `+1415${String(1_000_000 + same)}`, company: `Firm ${same % (total / 20)}`, source: 'scan' };
        }),
      });
    const started = performance.now();
    await kernel.get(DuplicateScan).scan();
    if (process.env.BENCH) process.stdout.write(`${total} clients scanned in ${Math.round(performance.now() - started)} ms\n`);
  });
  const ids: number[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const { body } = await admin.get(`/clients/duplicates?limit=100${cursor && `&cursor=${cursor}`}`);
    ids.push(...body.items.map(({ id }: { id: number }) => id));
    cursor = body.nextCursor;
  }
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBe(total / 100);
  expect((await admin.post('/clients/duplicates/scan')).status).toBe(202);
  await soon(async () => expect((await admin.get('/background-jobs')).body.items[0]).toMatchObject({ kind: 'clients.find-duplicates', status: 'done' }));
  expect((await user.post('/clients/duplicates/scan')).status).toBe(403);
  expect((await admin.get('/clients/duplicates?cursor=x')).body.code).toBe('core.invalid-cursor');
}, 300_000);
