import { Injectable, Module } from '@nestjs/common';
import { defineEvent, type EmittedEvent } from '@loctelli/core';
import { bootKernel, eventually, type Caller, type Kernel, type TestTenant } from '@loctelli/core/testing';
import { z } from 'zod';
import { createApi, type Api } from '../api.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { definePlugin, type PluginImport } from '../plugins/plugin.ts';
import { Events, OnAny } from './events.ts';

const happened = defineEvent('thing.happened', z.object({ thingId: z.number().int(), name: z.string(), kind: z.enum(['big', 'small']), at: z.iso.datetime() }));
const heard: EmittedEvent[] = [];

@Injectable()
class Listener {
  @OnAny()
  async hear(event: EmittedEvent) {
    heard.push(event);
  }
}
@Module({ providers: [Listener] })
class ThingsModule {}

const things: PluginImport = {
  manifest: { id: 'things', name: 'Things', description: '', version: '1.0.0', core: '*', events: [happened.name] },
  load: async () => ({ default: definePlugin({ module: ThingsModule, contract: { happened } }) }),
};

let kernel: Kernel;
let second: Api;
beforeAll(async () => {
  kernel = await bootKernel({ plugins: [things] });
  second = await createApi(kernel.config, [things]);
});
afterAll(async () => {
  await second.close();
  await kernel.close();
});

const payload = (thingId: number) => ({ thingId, name: 'one', kind: 'big' as const, at: '2026-01-01T00:00:00.000Z' });
const emit = (tenant: TestTenant, thingId: number, pauseMs = 0, api = kernel.api) =>
  kernel.within(tenant, () =>
    api.app.get(UnitOfWork).run(async () => {
      await api.app.get(Events).emit(happened, payload(thingId));
      await new Promise((done) => setTimeout(done, pauseMs));
    }),
  );

/** Reads on from a cursor until nothing is left. */
async function readOn(caller: Caller, after: string | null, ids: number[]): Promise<string | null> {
  let cursor = after;
  for (;;) {
    const { status, body } = await caller.get(`/events?types=thing.happened&limit=7${cursor ? `&after=${cursor}` : ''}`);
    expect(status).toBe(200);
    ids.push(...body.items.map((item: { data: { thingId: number } }) => item.data.thingId));
    cursor = body.cursor ?? cursor;
    if (!body.more) return cursor;
  }
}

test('who reads on from a cursor while others write, some of them slowly, in two processes, misses nothing and reads nothing twice', async () => {
  const admin = await kernel.as(kernel.a);
  const ids: number[] = [];
  let cursor: string | null = null;
  let writing = true;
  const reading = (async () => {
    while (writing) cursor = await readOn(admin, cursor, ids);
  })();
  const slow = [1_001, 1_002].map((id) => emit(kernel.a, id, 400));
  await Promise.all(Array.from({ length: 60 }, (_, index) => emit(kernel.a, index, index % 5, index % 2 ? kernel.api : second)));
  await emit(kernel.b, 9_999);
  await Promise.all(slow);
  writing = false;
  await reading;
  await eventually(async () => {
    cursor = await readOn(admin, cursor, ids);
    expect(ids).toHaveLength(62);
  }, 20_000);
  expect(new Set(ids).size).toBe(62);
  expect(ids).not.toContain(9_999);
  const again: number[] = [];
  await readOn(admin, null, again);
  expect(again).toEqual(ids);
});

test('one listener hears every event of every kind, as its tenant', async () => {
  await eventually(() => expect(new Set(heard.filter(({ name }) => name === happened.name).map(({ id }) => id)).size).toBe(63), 20_000);
  expect(heard.find(({ payload: data }) => (data as { thingId?: number }).thingId === 9_999)?.tenantId).toBe(kernel.b.id);
});

test('types tell their form and an example that has it; a plugin that is off tells none', async () => {
  const admin = await kernel.as(kernel.a);
  const find = async () => (await admin.get('/events/types')).body.items.find(({ name }: { name: string }) => name === happened.name);
  const type = await find();
  expect(type).toMatchObject({ pluginId: 'things', schema: { type: 'object', properties: { thingId: { type: 'integer' } } } });
  expect(happened.payload.safeParse(type.example).success).toBe(true);
  await admin.patch('/plugins/things', { enabled: false });
  await eventually(async () => expect(await find()).toBeUndefined());
});

test('a span of time bounds what is read', async () => {
  const admin = await kernel.as(kernel.a);
  const count = async (query: string) => (await admin.get(`/events?types=thing.happened&limit=500&${query}`)).body.items.length;
  const all = await count('');
  expect([await count('from=2020-01-01T00:00:00Z'), await count('to=2020-01-01T00:00:00Z'), await count('from=2100-01-01T00:00:00Z')]).toEqual([all, 0, 0]);
  expect((await admin.get('/events?from=yesterday')).status).toBe(400);
});

test('only who may read events does, with a cursor that is one', async () => {
  expect((await (await kernel.as(kernel.a, 'manager')).get('/events')).status).toBe(403);
  expect(await (await kernel.as(kernel.a)).get('/events?after=nonsense')).toMatchObject({ status: 400, body: { code: 'core.invalid-cursor' } });
});
