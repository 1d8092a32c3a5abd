import { existsSync, readdirSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { bootKernel, eventually, type Answered, type Caller, type Kernel } from '@loctelli/core/testing';
import { testPassword } from '../../testing/test-tenants.ts';

/** The wire between the kernel and PostgreSQL, which can be cut and mended. */
class Wire {
  #server: Server | undefined;
  #port = 0;
  readonly #sockets = new Set<Socket>();

  constructor(
    private readonly host: string,
    private readonly port: number,
  ) {}

  async mend(): Promise<number> {
    this.#server = createServer((near) => {
      const far = connect(this.port, this.host);
      for (const socket of [near, far]) {
        this.#sockets.add(socket);
        socket
          .on('error', () => null)
          .on('close', () => {
            this.#sockets.delete(socket);
            near.destroy();
            far.destroy();
          });
      }
      near.pipe(far).pipe(near);
    });
    await new Promise<void>((resolve) => this.#server!.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (this.#server.address() as { port: number }).port;
    return this.#port;
  }

  async cut(): Promise<void> {
    const closed = new Promise((resolve) => this.#server!.close(resolve));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }
}

let wire: Wire;
let kernel: Kernel;
let admin: Caller;

beforeAll(async () => {
  const { hostname, port } = new URL(process.env.TEST_DATABASE_OWNER_URL!);
  wire = new Wire(hostname, Number(port || 5432));
  const ownPort = String(await wire.mend());
  const through = (url: string | undefined) => Object.assign(new URL(url!), { hostname: '127.0.0.1', port: ownPort }).toString();
  kernel = await bootKernel({
    env: (own) => ({ DATABASE_APP_URL: through(own.DATABASE_APP_URL), DATABASE_PLATFORM_URL: through(own.DATABASE_PLATFORM_URL) }),
  });
  admin = await kernel.as(kernel.a);
  expect((await admin.get('/users')).status).toBe(200);
});
afterAll(async () => {
  await kernel.close();
  await wire.cut();
});

const invite = (name: string) => admin.post('/invitations', { email: `${name}@a.example`, role: 'user' });
const asked: Record<string, () => Promise<Answered>> = {
  read: () => admin.get('/users'),
  write: () => invite('while-away'),
  'sign-in': () => kernel.visitor(kernel.a).post('/auth/login', { email: kernel.a.users.user.email, password: testPassword }),
};
function sentMails(): string[] {
  const folder = join(kernel.config.dataDir, 'mailbox');
  return existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.eml')) : [];
}

/** Everything is refused for the moment, and soon. */
async function expectUnavailable(): Promise<void> {
  await Promise.all(
    Object.entries(asked).map(async ([name, ask]) => {
      const began = Date.now();
      const { status, headers, body } = await ask();
      expect([name, status, body.code, headers.get('retry-after')]).toEqual([name, 503, 'core.unavailable', '1']);
      expect([name, Date.now() - began < 7_000]).toEqual([name, true]);
    }),
  );
  const ready = await admin.get('//readyz');
  expect(ready).toMatchObject({ status: 503, body: { postgres: 'down', redis: 'up' } });
  expect((await admin.get('//healthz')).status).toBe(200);
}

describe('PostgreSQL', () => {
  it('out of reach: every answer is 503 with Retry-After, none hangs; and all is back by itself', async () => {
    for (let round = 0; round < 2; round++) {
      await wire.cut();
      // Longer than a user is known without asking.
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      await expectUnavailable();
      await wire.mend();
      await eventually(async () => expect((await admin.get('/users')).status).toBe(200));
      await eventually(async () => expect((await admin.get('//readyz')).status).toBe(200));
      expect((await asked['sign-in']!()).status).toBe(200);
    }
  });

  it('back again hands on what was written, and nothing of what was refused is there', async () => {
    const before = sentMails().length;
    expect((await invite('afterwards')).status).toBe(201);
    await eventually(() => expect(sentMails().length).toBe(before + 1), 20_000);
    const { body } = await admin.get('/invitations');
    expect(body.items.map(({ email }: { email: string }) => email)).toEqual(['afterwards@a.example']);
  });

  it('cut off in the middle of requests: each is answered, well or with 503', async () => {
    const began = Date.now();
    const answers = Array.from({ length: 40 }, (_, index) => (index % 2 ? admin.get('/users?limit=1') : invite(`middle-${index}`)));
    await new Promise((resolve) => setTimeout(resolve, 15));
    await wire.cut();
    const statuses = (await Promise.all(answers)).map(({ status }) => status);
    expect(statuses.filter((status) => ![200, 201, 503].includes(status))).toEqual([]);
    expect(Date.now() - began).toBeLessThan(7_000);
    await wire.mend();
    await eventually(async () => expect((await admin.get('/users')).status).toBe(200));
  });
});
