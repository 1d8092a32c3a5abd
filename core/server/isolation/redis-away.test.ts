import { spawn, type ChildProcess } from 'node:child_process';
import { connect, createServer } from 'node:net';
import { bootKernel, eventually, type Answered, type Caller, type Kernel } from '@loctelli/core/testing';
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
  kernel = await bootKernel({ env: { REDIS_HOST: '127.0.0.1', REDIS_PORT: String(port), REDIS_PASSWORD: '' } });
  admin = await kernel.as(kernel.a);
  expect((await admin.get('/users')).status).toBe(200);
});
afterAll(async () => {
  redis.kill('SIGCONT');
  redis.kill('SIGKILL');
  await kernel.close();
});

const login = () => kernel.visitor(kernel.a).post('/auth/login', { email: kernel.a.users.user.email, password: testPassword });

const refresh = () => kernel.visitor(kernel.a).post('/auth/refresh', { refreshToken: 'aaaaaaaaaaaaaaaa.bbbbbbbbbbbbbbbb' });

/** What every kind of loss must look like to those who ask: an answer to each within 2.5 s. */
async function expectReadsAndNoSignIn(): Promise<void> {
  const asked = {
    read: () => admin.get('/users'),
    brand: () => kernel.visitor(kernel.b).get('/brand'),
    login,
    refresh,
    ready: () => admin.get('//readyz'),
  };
  const answers = await Promise.all(Object.entries(asked).map(async ([name, ask]) => [name, await inTime(name, ask)] as const));
  const { read, brand, login: signIn, refresh: renewal, ready } = Object.fromEntries(answers) as Record<keyof typeof asked, Answered>;
  expect([read.status, brand.status]).toEqual([200, 200]);
  for (const refused of [signIn, renewal]) {
    expect(refused).toMatchObject({ status: 503, body: { code: 'core.unavailable' } });
    expect(refused.headers.get('retry-after')).toBe('1');
  }
  expect(ready.body).toMatchObject({ postgres: 'up', redis: 'down' });
}

async function inTime(name: string, ask: () => Promise<Answered>): Promise<Answered> {
  const began = Date.now();
  const answer = await ask();
  expect([name, Date.now() - began < 2_500]).toEqual([name, true]);
  return answer;
}

const expectAllBack = () => eventually(async () => expect((await login()).status).toBe(200));

describe('Redis', () => {
  it('killed: reads go on from PostgreSQL, sign-in answers 503, nothing hangs; and all is back by itself', async () => {
    redis.kill('SIGKILL');
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    await expectReadsAndNoSignIn();
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
