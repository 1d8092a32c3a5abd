import { bootKernel, type Kernel } from '@loctelli/core/testing';
import manifest from './plugin.json';
import { ClientSettings } from './server/client-settings.ts';

let kernel: Kernel;
beforeAll(async () => {
  kernel = await bootKernel({ plugins: [{ manifest: manifest as never, load: () => import('./server/index.ts') }] });
}, 60_000);
afterAll(() => kernel?.close());

it('gives values the currency that the tenant chose, and the one of its country without a choice', async () => {
  const [admin, neighbour] = [await kernel.as(kernel.a), await kernel.as(kernel.b)];
  const currencyOf = async (caller: typeof admin, name: string) => (await caller.post('/clients', { name, value: 100 })).body.currency;
  expect(await currencyOf(admin, 'Before')).toBe('USD');
  expect((await admin.put('/plugins/clients/settings', { values: { currency: 'CHF' } })).status).toBe(200);
  expect(await currencyOf(admin, 'After')).toBe('CHF');
  expect((await admin.post('/clients', { name: 'Said', value: 100, currency: 'GBP' })).body.currency).toBe('GBP');
  expect(await currencyOf(neighbour, 'Elsewhere')).toBe('USD');
});

it('keeps what is deleted for 30 days unless the tenant chose otherwise', async () => {
  const days = () => kernel.within(kernel.a, () => kernel.get(ClientSettings).trashDays());
  expect(await days()).toBe(30);
  const admin = await kernel.as(kernel.a);
  await admin.put('/plugins/clients/settings', { values: { trashDays: 7 } });
  expect(await days()).toBe(7);
  expect((await admin.put('/plugins/clients/settings', { values: { trashDays: 0 } })).status).toBe(400);
});
