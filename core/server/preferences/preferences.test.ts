import { bootKernel, type Kernel } from '@loctelli/core/testing';

let kernel: Kernel;
beforeAll(async () => {
  kernel = await bootKernel();
});
afterAll(() => kernel.close());

test('one’s own arrangement wins over what the tenant starts everybody with, and goes back to it', async () => {
  const [admin, user, stranger] = [await kernel.as(kernel.a), await kernel.as(kernel.a, 'user'), await kernel.as(kernel.b)];
  expect((await user.get('/preferences/dashboard')).body).toEqual({ key: 'dashboard', value: null, from: 'none' });

  expect((await admin.put('/preferences/dashboard/default', { value: ['clients.new'] })).status).toBe(204);
  expect((await user.get('/preferences/dashboard')).body).toEqual({ key: 'dashboard', value: ['clients.new'], from: 'tenant' });
  expect((await user.put('/preferences/dashboard', { value: [] })).body).toEqual({ key: 'dashboard', value: [], from: 'own' });
  expect((await user.put('/preferences/dashboard', { value: ['x'] })).body.value).toEqual(['x']);
  expect((await admin.get('/preferences/dashboard')).body.from).toBe('tenant');
  expect((await stranger.get('/preferences/dashboard')).body.from).toBe('none');

  expect((await user.delete('/preferences/dashboard')).status).toBe(204);
  expect((await user.get('/preferences/dashboard')).body.from).toBe('tenant');
  expect((await admin.delete('/preferences/dashboard/default')).status).toBe(204);
  expect((await user.get('/preferences/dashboard')).body.from).toBe('none');
});

test('only who may arrange for everybody does so, and nothing unbounded is kept', async () => {
  const user = await kernel.as(kernel.a, 'user');
  expect((await user.put('/preferences/dashboard/default', { value: 1 })).status).toBe(403);
  expect((await user.put('/preferences/Not%20a%20key', { value: 1 })).status).toBe(400);
  expect((await user.put('/preferences/dashboard', { value: 'x'.repeat(20_001) })).status).toBe(400);
  expect((await user.put('/preferences/dashboard', { value: null })).status).toBe(400);
});
