import { bootKernel, type Kernel } from '@loctelli/core/testing';
import { PlatformDatabase } from '../database/database.ts';

let kernel: Kernel;
beforeAll(async () => {
  kernel = await bootKernel();
});
afterAll(() => kernel.close());

const names = ({ body }: { body: { items: { name: string }[] } }) => body.items.map(({ name }) => name);

test('a view is private, its team’s or everybody’s, and never another tenant’s', async () => {
  const [admin, manager, user] = [await kernel.as(kernel.a), await kernel.as(kernel.a, 'manager'), await kernel.as(kernel.a, 'user')];
  const stranger = await kernel.as(kernel.b);
  const make = (name: string, visibility: string) => manager.post('/views', { list: 'clients', name, visibility, query: { status: 'lead' } });
  expect((await make('Mine', 'private')).status).toBe(201);
  const shared = (await make('Everybody’s', 'tenant')).body;

  expect(names(await manager.get('/views?list=clients'))).toEqual(['Mine', 'Everybody’s']);
  expect(names(await user.get('/views?list=clients'))).toEqual(['Everybody’s']);
  expect(names(await user.get('/views?list=bookings'))).toEqual([]);
  expect(names(await stranger.get('/views?list=clients'))).toEqual([]);

  expect((await user.patch(`/views/${shared.id}`, { version: 1, name: 'Taken' })).status).toBe(403);
  expect((await stranger.patch(`/views/${shared.id}`, { version: 1, name: 'Taken' })).status).toBe(404);
  const renamed = await admin.patch(`/views/${shared.id}`, { version: 1, name: 'Leads' });
  expect(renamed.body).toMatchObject({ name: 'Leads', version: 2, mine: true, ownerName: expect.any(String) });
  expect((await manager.patch(`/views/${shared.id}`, { version: 1, name: 'Late' })).body.code).toBe('core.version-conflict');

  const platform = kernel.get(PlatformDatabase);
  const withTeam = await make('Team’s', 'team');
  const { teamId } = await platform.user.findFirstOrThrow({ where: { tenantId: kernel.a.id, roleKey: 'manager' } });
  if (teamId === null) expect(withTeam.body.code).toBe('core.no-team');
  else expect(withTeam.status).toBe(201);

  expect((await user.delete(`/views/${shared.id}`)).status).toBe(403);
  expect((await manager.delete(`/views/${shared.id}`)).status).toBe(204);
  expect(names(await user.get('/views?list=clients'))).not.toContain('Leads');
});

test('sharing is a permission, a private view is not', async () => {
  const user = await kernel.as(kernel.a, 'user');
  expect((await user.post('/views', { list: 'clients', name: 'Own', query: {} })).status).toBe(201);
  expect((await user.post('/views', { list: 'clients', name: 'For all', query: {}, visibility: 'tenant' })).body.code).toBe('core.forbidden');
});
