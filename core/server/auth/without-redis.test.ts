import net from 'node:net';
import { bootKernel, eventually, type Kernel } from '@loctelli/core/testing';
import { testPassword } from '../../testing/test-tenants.ts';

let kernel: Kernel;
/** A way to Redis that can be cut, so that no other test loses its own. */
const sockets = new Set<net.Socket>();
let isCut = false;
const redis = new URL(process.env.TEST_REDIS_URL ?? 'redis://127.0.0.1:6379');
const way = net.createServer((near) => {
  if (isCut) return near.destroy();
  const far = net.connect(Number(redis.port || 6379), redis.hostname);
  for (const [one, other] of [
    [near, far],
    [far, near],
  ] as const) {
    sockets.add(one);
    one.pipe(other);
    one.on('error', () => other.destroy()).on('close', () => other.destroy());
  }
  return undefined;
});

beforeAll(async () => {
  await new Promise<void>((resolve) => way.listen(0, '127.0.0.1', resolve));
  kernel = await bootKernel({ env: { REDIS_HOST: '127.0.0.1', REDIS_PORT: String((way.address() as net.AddressInfo).port) } });
});
afterAll(async () => {
  await kernel.close();
  for (const socket of sockets) socket.destroy();
  await new Promise((resolve) => way.close(resolve));
});

test('without Redis reading goes on, sign-in and refresh answer 503 in time, and all comes back by itself', async () => {
  const credentials = { email: kernel.a.users.user.email, password: testPassword };
  const { refreshToken } = (await kernel.visitor(kernel.a).post('/auth/login', credentials)).body;
  const admin = await kernel.as(kernel.a);
  expect((await admin.get('/users')).status).toBe(200);

  isCut = true;
  for (const socket of sockets) socket.destroy();
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  const began = Date.now();
  expect((await admin.get('/users')).status).toBe(200);
  expect((await admin.get('/me')).status).toBe(200);
  for (const answer of [
    await kernel.visitor(kernel.a).post('/auth/login', credentials),
    await kernel.visitor(kernel.a).post('/auth/refresh', { refreshToken }),
    await kernel.visitor(kernel.a).post('/auth/login/factor', { ticket: 'any', code: '123456' }),
    await kernel.visitor(kernel.a).post('/auth/login/passkey/options'),
  ]) {
    expect(answer).toMatchObject({ status: 503, body: { code: 'core.unavailable' } });
    expect(answer.headers.get('retry-after')).toBe('1');
  }
  expect(Date.now() - began).toBeLessThan(10_000);

  isCut = false;
  await eventually(async () => expect((await kernel.visitor(kernel.a).post('/auth/login', credentials)).status).toBe(200));
  expect((await kernel.visitor(kernel.a).post('/auth/refresh', { refreshToken })).status).toBe(200);
});
