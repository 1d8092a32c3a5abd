import { Injectable, Module } from '@nestjs/common';
import { defineEvent, defineJob, type EmittedEvent } from '@loctelli/core';
import { bootKernel, eventually, type Kernel, type TestTenant } from '@loctelli/core/testing';
import { z } from 'zod';
import { createApi, type Api } from '../api.ts';
import { PlatformDatabase } from '../database/database.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { Handles, Jobs, type JobRun } from '../jobs/jobs.ts';
import { definePlugin, type PluginImport } from '../plugins/plugin.ts';
import { currentTenantId } from '../tenancy/context.ts';
import { Events, On } from './events.ts';

const happened = defineEvent('thing.happened', z.object({ what: z.string() }));
const work = defineJob('things.work', z.object({ what: z.string() }), { attempts: 3 });
const hopeless = defineJob('things.hope', z.object({ what: z.string() }), { attempts: 2 });

interface Delivery {
  subscriber: string;
  id: string;
  what: string;
  /** The tenant in the air, and the one the event names. */
  tenants: (number | undefined)[];
  attempt?: number;
}

/** What reached anybody, in either process. */
const deliveries: Delivery[] = [];
const of = (subscriber: string, prefix = '') => deliveries.filter((each) => each.subscriber === subscriber && each.what.startsWith(prefix));

@Injectable()
class Things {
  @On(happened)
  async first(event: EmittedEvent<{ what: string }>) {
    deliveries.push({ subscriber: 'first', id: event.id, what: event.payload.what, tenants: [currentTenantId(), event.tenantId] });
  }

  @On(happened)
  async second(event: EmittedEvent<{ what: string }>) {
    deliveries.push({ subscriber: 'second', id: event.id, what: event.payload.what, tenants: [currentTenantId(), event.tenantId] });
    if (event.payload.what.startsWith('stumble') && of('second', event.payload.what).length < 2) throw new Error('stumbled');
  }

  @Handles(work)
  async work({ what }: { what: string }, run: JobRun) {
    deliveries.push({ subscriber: 'work', id: run.id, what, tenants: [currentTenantId()], attempt: run.attempt });
    if (what.startsWith('twice') && run.attempt < 3) throw new Error('not yet');
  }

  @Handles(hopeless)
  async hope({ what }: { what: string }, run: JobRun) {
    deliveries.push({ subscriber: 'hope', id: run.id, what, tenants: [currentTenantId()], attempt: run.attempt });
    throw new Error('never');
  }
}

@Module({ providers: [Things] })
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

const emit = (tenant: TestTenant, what: string, events = kernel.get(Events)) =>
  kernel.within(tenant, () => events.emit(happened, { what }));
const numbered = (prefix: string, count: number) => Array.from({ length: count }, (_, index) => `${prefix} ${index}`);

describe('events, with two processes on one database', () => {
  it('reach each subscriber at least once, as their tenant, under one id', async () => {
    const both = [kernel.get(Events), second.app.get(Events, { strict: false })];
    const expected = [...numbered('a', 60), ...numbered('b', 60)];
    await Promise.all(expected.map((what, index) => emit(what.startsWith('a') ? kernel.a : kernel.b, what, both[index % 2])));
    for (const subscriber of ['first', 'second']) {
      await eventually(() => expect(new Set(of(subscriber).map(({ what }) => what))).toEqual(new Set(expected)), 20_000);
    }
    // One event, one id, whoever hears it and however often.
    const idsOf = (subscriber: string) => new Set(of(subscriber).map(({ id, what }) => `${what}: ${id}`));
    expect(idsOf('first').size).toBe(expected.length);
    expect(idsOf('second')).toEqual(idsOf('first'));
    for (const { what, tenants } of deliveries) {
      const tenant = what.startsWith('a') ? kernel.a : kernel.b;
      expect([what, ...tenants]).toEqual([what, tenant.id, tenant.id]);
    }
  });

  it('that a subscriber stumbles over come to it again under the same id, and to the other once', async () => {
    await emit(kernel.a, 'stumble');
    await eventually(() => expect(of('second', 'stumble')).toHaveLength(2));
    expect(new Set(deliveries.filter(({ what }) => what === 'stumble').map(({ id }) => id)).size).toBe(1);
    expect(of('first', 'stumble')).toHaveLength(1);
  });

  it('that commit late are not missed, though later ones went ahead', async () => {
    const late = kernel.within(kernel.a, () =>
      kernel.get(UnitOfWork).run(async () => {
        await kernel.get(Events).emit(happened, { what: 'late' });
        await eventually(() => expect(of('first', 'early')).toHaveLength(1));
      }),
    );
    await emit(kernel.b, 'early');
    await late;
    await eventually(() => expect(of('first', 'late')).toHaveLength(1));
  });

  it('of a unit of work that is rolled back reach nobody, nor do its jobs', async () => {
    const fails = () =>
      kernel.get(UnitOfWork).run(async () => {
        await kernel.get(Events).emit(happened, { what: 'undone' });
        await kernel.get(Jobs).add(work, { what: 'undone' });
        throw new Error('not so');
      });
    await expect(kernel.within(kernel.a, fails)).rejects.toThrow('not so');
    await emit(kernel.a, 'marker');
    await kernel.within(kernel.a, () => kernel.get(Jobs).add(work, { what: 'marker' }));
    await eventually(
      () => expect([of('first', 'marker'), of('second', 'marker'), of('work', 'marker')].map(({ length }) => length)).toEqual([1, 1, 1]),
      10_000,
    );
    expect(deliveries.filter(({ what }) => what === 'undone')).toEqual([]);
    for (const path of [['what'], ['data', 'what']]) {
      expect(await kernel.get(PlatformDatabase).outboxEvent.count({ where: { payload: { path, equals: 'marker' } } })).toBe(1);
      expect(await kernel.get(PlatformDatabase).outboxEvent.count({ where: { payload: { path, equals: 'undone' } } })).toBe(0);
    }
  });

  it('that break their contract are refused before they are written', async () => {
    await expect(kernel.within(kernel.a, () => kernel.get(Events).emit(happened, { what: 1 } as never))).rejects.toThrow();
    await expect(kernel.within(kernel.a, () => kernel.get(Jobs).add(work, {} as never))).rejects.toThrow();
  });
});

describe('a job', () => {
  it('that fails twice is tried again, under one id, and then is done', async () => {
    const id = await kernel.within(kernel.a, () => kernel.get(Jobs).add(work, { what: 'twice' }));
    await eventually(() => expect(of('work', 'twice')).toHaveLength(3), 20_000);
    expect(of('work', 'twice').map(({ id: each, attempt, tenants }) => [each, attempt, ...tenants])).toEqual(
      [1, 2, 3].map((attempt) => [id, attempt, kernel.a.id]),
    );
  });

  it('that always fails is given up after its attempts', async () => {
    await kernel.within(kernel.b, () => kernel.get(Jobs).add(hopeless, { what: 'ever' }));
    await eventually(() => expect(of('hope')).toHaveLength(2), 20_000);
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    expect(of('hope').map(({ attempt }) => attempt)).toEqual([1, 2]);
  });

  it('that is to wait waits', async () => {
    const began = Date.now();
    await kernel.within(kernel.a, () => kernel.get(Jobs).add(work, { what: 'later' }, { delayMs: 1_500 }));
    await eventually(() => expect(of('work', 'later')).toHaveLength(1));
    expect(Date.now() - began).toBeGreaterThanOrEqual(1_500);
  });
});

describe('a process that leaves', () => {
  it('leaves nothing undone: the other takes over', async () => {
    const expected = numbered('leaving', 80);
    const emitted = expected.map((what) => emit(kernel.a, what, second.app.get(Events, { strict: false })));
    await Promise.all(emitted);
    await second.close();
    await eventually(() => expect(new Set(of('first', 'leaving').map(({ what }) => what))).toEqual(new Set(expected)), 30_000);
    second = await createApi(kernel.config, [things]);
  });
});
