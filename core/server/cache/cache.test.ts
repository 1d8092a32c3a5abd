import { bootKernel, type Kernel } from '@loctelli/core/testing';
import fc from 'fast-check';
import { Database } from '../database/database.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { Cache, digest } from './cache.ts';
import { RedisConnection } from './redis.ts';

let kernel: Kernel;
let cache: Cache;
beforeAll(async () => {
  kernel = await bootKernel();
  cache = kernel.get(Cache);
});
afterAll(() => kernel.close());

const counting = () => {
  let loads = 0;
  return { load: async () => ++loads, loads: () => loads };
};

describe('the cache', () => {
  it('loads once and again after a committed write to one of its models', async () => {
    const { load } = counting();
    const ask = () => kernel.within(kernel.a, () => cache.remember(['Team'], 'count', load));
    expect([await ask(), await ask()]).toEqual([1, 1]);
    await kernel.within(kernel.a, () => kernel.get(Database).team.create({ data: { name: crypto.randomUUID() } }));
    expect([await ask(), await ask()]).toEqual([2, 2]);
    await kernel.within(kernel.a, () => kernel.get(UnitOfWork).run(() => kernel.get(Database).team.updateMany({ data: { name: { set: crypto.randomUUID() } }, where: { id: -1 } })));
    expect(await ask()).toBe(3);
  });

  it('keeps what a rolled-back write touched', async () => {
    const { load } = counting();
    const ask = () => kernel.within(kernel.a, () => cache.remember(['Team'], 'rolled back', load));
    await ask();
    const failing = kernel.within(kernel.a, () =>
      kernel.get(UnitOfWork).run(async () => {
        await kernel.get(Database).team.create({ data: { name: crypto.randomUUID() } });
        throw new Error('no');
      }),
    );
    await expect(failing).rejects.toThrow('no');
    expect(await ask()).toBe(1);
  });

  it('keeps tenants apart under the same key, and leaves the other’s values when one writes', async () => {
    const of = (tenant: Kernel['a'], value: string) => kernel.within(tenant, () => cache.remember(['Team'], 'shared key', async () => value));
    expect([await of(kernel.a, 'A'), await of(kernel.b, 'B')]).toEqual(['A', 'B']);
    await kernel.within(kernel.a, () => kernel.get(Database).team.create({ data: { name: crypto.randomUUID() } }));
    expect([await of(kernel.a, 'A2'), await of(kernel.b, 'B2')]).toEqual(['A2', 'B']);
  });

  it('refuses a value that another tenant left under its key', async () => {
    const { load } = counting();
    await kernel.within(kernel.a, () => cache.remember(['Team'], 'planted', load));
    const redis = kernel.get(RedisConnection);
    const keys = await redis.client.keys(`${redis.prefix}c:${kernel.a.id}:*`);
    for (const key of keys) await redis.client.set(key, `${kernel.b.id} text secret of b`);
    expect(await kernel.within(kernel.a, () => cache.remember(['Team'], 'planted', load))).toBe(2);
  });

  it('shares one load among those who ask at once', async () => {
    let loads = 0;
    const slow = async () => {
      loads += 1;
      await new Promise((resolve) => setTimeout(resolve, 50));
      return loads;
    };
    const answers = await Promise.all(Array.from({ length: 20 }, () => kernel.within(kernel.a, () => cache.remember(['Team'], 'flight', slow))));
    expect(new Set(answers)).toEqual(new Set([1]));
  });

  it('does not show others what an open transaction has changed', async () => {
    const uow = kernel.get(UnitOfWork);
    const ask = (value: string) => cache.remember(['Team'], 'uncommitted', async () => value);
    await kernel.within(kernel.a, () =>
      uow.run(async () => {
        await kernel.get(Database).team.create({ data: { name: crypto.randomUUID() } });
        expect(await ask('inside')).toBe('inside');
      }),
    );
    expect(await kernel.within(kernel.a, () => ask('outside'))).toBe('outside');
  });
});

describe('cache keys', () => {
  it('are equal exactly when their values are, whatever the order of properties', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        expect(digest(a) === digest(b)).toBe(JSON.stringify(sorted(a)) === JSON.stringify(sorted(b)));
      }),
    );
    expect(digest({ a: 1, b: [2, { d: 3, c: 4 }] })).toBe(digest({ b: [2, { c: 4, d: 3 }], a: 1 }));
  });
});

/** The value with its objects spelled as sorted lists, told apart from lists that stand there themselves. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return ['list', ...value.map(sorted)];
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return ['object', ...entries.map(([key, inner]) => [key, sorted(inner)])];
}
