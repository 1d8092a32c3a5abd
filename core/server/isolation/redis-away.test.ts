import { spawn, type ChildProcess } from 'node:child_process';
import { connect, createServer } from 'node:net';
import { bootKernel, eventually, type Caller, type Kernel } from '@loctelli/core/testing';
import { testPassword } from '../../testing/test-tenants.ts';

let redis: ChildProcess;
let kernel: Kernel;
let admin: Caller;
let port: number;

const startRedis = async () => {
  redis = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'], { stdio: 'ignore' });
  await eventually(probe);
};

beforeAll(async () => {
  port = await freePort();
  await startRedis();
  const saved = process.env.TEST_REDIS_URL;
  process.env.TEST_REDIS_URL = `redis://127.0.0.1:${port}`;
  kernel = await bootKernel();
  process.env.TEST_REDIS_URL = saved;
  admin = await kernel.as(kernel.a);
  expect((await admin.get('/users')).status).toBe(200);
});
afterAll(async () => {
  redis.kill('SIGCONT');
  redis.kill('SIGKILL');
  await kernel.close();
});

const login = () => kernel.visitor(kernel.a).post('/auth/login', { email: kernel.a.users.user.email, password: testPassword });

/** What every kind of loss must look like to those who ask. */
async function expectReadsAndNoSignIn(): Promise<void> {
  const began = Date.now();
  const [read, brand, signIn, ready] = await Promise.all([admin.get('/users'), kernel.visitor(kernel.b).get('/brand'), login(), admin.get('//readyz')]);
  expect([read.status, brand.status]).toEqual([200, 200]);
  expect(signIn).toMatchObject({ status: 503, body: { code: 'core.unavailable' } });
  expect(signIn.headers.get('retry-after')).toBe('1');
  expect(ready.body).toMatchObject({ postgres: 'up', redis: 'down' });
  expect(Date.now() - began).toBeLessThan(4_000);
}

const expectAllBack = () => eventually(async () => expect((await login()).status).toBe(200), 10_000);

describe('Redis', () => {
  it('killed: reads go on from PostgreSQL, sign-in answers 503, nothing hangs; and all is back by itself', async () => {
    redis.kill('SIGKILL');
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    await expectReadsAndNoSignIn();
    const { body } = await kernel.visitor(kernel.a).post('/auth/refresh', { refreshToken: 'aaaaaaaaaaaaaaaa.bbbbbbbbbbbbbbbb' });
    expect(body.code).toBe('core.unavailable');
    await startRedis();
    await expectAllBack();
  });

  it('frozen: the same, though its socket still takes what is sent', async () => {
    const { body } = await kernel.visitor(kernel.a).post('/auth/login', { email: kernel.a.users.admin.email, password: testPassword });
    admin = kernel.visitor(kernel.a).with({ authorization: `Bearer ${body.accessToken}` });
    expect((await admin.get('/users')).status).toBe(200);
    redis.kill('SIGSTOP');
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    await expectReadsAndNoSignIn();
    redis.kill('SIGCONT');
    await expectAllBack();
  });
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = server.address() as { port: number };
      server.close(() => resolve(free));
    });
  });
}

function probe(): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.end();
      resolve();
    });
    socket.on('error', reject);
  });
}
