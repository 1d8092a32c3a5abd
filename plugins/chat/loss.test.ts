import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bootKernel, compileApi, eventually, pluginWithRequired, startApiProcess, type Kernel, type TestTenant } from '@loctelli/core/testing';

/**
 * What staff leave other tools for: messages that are gone after a reconnect. Visitors and staff write to each other while connections are cut at
 * random, the API is killed and Redis is killed. `CHAT_LOSS=full` is the full size: 200 visitors in 10 tenants, 50,000 messages; `CHAT_LOSS=200x20`
 * is as many visitors with as many messages each.
 */
const asked = process.env.CHAT_LOSS === 'full' ? '200x250' : process.env.CHAT_LOSS;
const [visitorCount, each] = (asked ?? '20x15').split('x').map(Number) as [number, number];
const size = { tenants: asked ? 10 : 4, visitors: visitorCount, each, kills: asked ? 4 : 1 };

let kernel: Kernel;
let redis: ChildProcess;
let redisPort: number;
let api: { child: ChildProcess; origin: string };
let done = 0;
const total = size.visitors * size.each;
const pause = () => new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 80));

beforeAll(async () => {
  compileApi();
  redisPort = await freePort();
  await startRedis();
  const limits = { RATE_LIMIT_TENANT: '10000000', RATE_LIMIT_USER: '10000000' };
  kernel = await bootKernel({ plugins: pluginWithRequired('chat'), env: { JOBS: 'off', REDIS_HOST: '127.0.0.1', REDIS_PORT: String(redisPort), REDIS_PASSWORD: '', ...limits } });
  await startApi();
}, 120_000);
afterAll(async () => {
  api?.child.kill('SIGKILL');
  await kernel?.close();
  redis?.kill('SIGKILL');
});

async function startApi(): Promise<void> {
  api = await startApiProcess(kernel, { RATE_LIMIT_TENANT: '10000000', RATE_LIMIT_USER: '10000000', DATABASE_POOL: '12' });
  await eventually(async () => expect((await fetch(`${api.origin}/readyz`)).status).toBe(200), 60_000);
}

async function startRedis(): Promise<void> {
  redis = spawn('redis-server', ['--port', String(redisPort), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', mkdtempSync(join(tmpdir(), 'redis-'))], { stdio: 'ignore' });
  await eventually(probe);
}

const probe = () =>
  new Promise<void>((resolve, reject) => {
    const socket = connect(redisPort, '127.0.0.1', () => {
      socket.end();
      resolve();
    });
    socket.on('error', reject);
  });

/** Asks until it is answered: whoever has no answer asks the same again, under the same key. */
async function insist(host: string, headers: Record<string, string>, path: string, body: object): Promise<any> {
  for (;;) {
    const answer = await fetch(`${api.origin}/api/v1${path}`, { method: 'POST', headers: { 'x-forwarded-host': host, 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) }).catch(() => null);
    if (answer && answer.status < 300) return answer.json();
    if (answer && answer.status !== 429 && answer.status < 500) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    await answer?.body?.cancel().catch(() => null);
    await pause();
  }
}

/** One visitor with a browser that loses its connection now and then. */
class Visitor {
  readonly heard: { sequence: number; key: string; body: string }[] = [];
  readonly sent = new Set<string>();
  #abort = new AbortController();
  #ended = false;
  #headers: Record<string, string> = {};

  constructor(
    readonly tenant: TestTenant,
    readonly name: string,
    readonly staff: string,
  ) {}

  async begin(): Promise<void> {
    const { token } = await insist(this.tenant.host, {}, '/chat/visitor/session', { name: this.name });
    this.#headers = { 'x-visitor': token };
    void this.#follow();
  }

  /** By turns, the visitor and the staff; each message once, however often it is sent. */
  async talk(messages: number): Promise<void> {
    let conversation = 0;
    for (let n = 0; n < messages; n++) {
      const message = { key: crypto.randomUUID(), body: `${this.tenant.slug} ${this.name} ${n}` };
      this.sent.add(message.key);
      if (n % 2 === 0) await insist(this.tenant.host, this.#headers, '/chat/visitor/messages', message);
      else await insist(this.tenant.host, { authorization: `Bearer ${this.staff}` }, `/chat/conversations/${conversation}/messages`, message);
      if (n === 0) conversation = await this.#conversation();
      // A repeat that nobody asked for, as when an answer got lost.
      if (Math.random() < 0.05 && n % 2 === 0) await insist(this.tenant.host, this.#headers, '/chat/visitor/messages', message);
      if (Math.random() < 0.08) this.#abort.abort();
      done += 1;
    }
  }

  end(): void {
    this.#ended = true;
    this.#abort.abort();
  }

  async #conversation(): Promise<number> {
    for (;;) {
      const answer = await fetch(`${api.origin}/api/v1/chat/visitor/messages`, { headers: { 'x-forwarded-host': this.tenant.host, ...this.#headers } }).catch(() => null);
      if (answer?.ok) return ((await answer.json()) as { conversation: { id: number } }).conversation.id;
      await pause();
    }
  }

  /** Comes back by itself with the last id it has, as EventSource does. */
  async #follow(): Promise<void> {
    while (!this.#ended) {
      this.#abort = new AbortController();
      const last = String(this.heard.at(-1)?.sequence ?? 0);
      const headers = { 'x-forwarded-host': this.tenant.host, 'last-event-id': last, ...this.#headers };
      await fetch(`${api.origin}/api/v1/chat/visitor/stream`, { headers, signal: this.#abort.signal })
        .then((response) => this.#read(response.body!))
        .catch(() => null);
      await pause();
    }
  }

  async #read(body: ReadableStream<Uint8Array>): Promise<void> {
    let text = '';
    for await (const chunk of body.pipeThrough(new TextDecoderStream() as never) as unknown as AsyncIterable<string>) {
      text += chunk;
      const blocks = text.split('\n\n');
      text = blocks.pop()!;
      for (const block of blocks) {
        const data = /^data: ?(.*)$/m.exec(block)?.[1];
        if (/^event: ?message$/m.test(block) && data) this.heard.push(JSON.parse(data) as Visitor['heard'][number]);
      }
    }
  }
}

test(`${total} messages of ${size.visitors} visitors in ${size.tenants} tenants: none lost, none twice, none elsewhere`, async () => {
  const tenants = [kernel.a, kernel.b];
  while (tenants.length < size.tenants) tenants.push(await kernel.tenant(`t${tenants.length}`));
  const staff = new Map<number, string>();
  for (const tenant of tenants) staff.set(tenant.id, (await (await kernel.as(tenant)).post('/api-keys', { name: 'Staff', scopes: ['chat.read', 'chat.reply'] })).body.key);
  const visitors = Array.from({ length: size.visitors }, (_, n) => {
    const tenant = tenants[n % tenants.length]!;
    return new Visitor(tenant, `v${n}`, staff.get(tenant.id)!);
  });
  await Promise.all(visitors.map((visitor) => visitor.begin()));
  const talking = Promise.all(visitors.map((visitor) => visitor.talk(size.each)));

  const reached = (share: number) => eventually(() => expect(done).toBeGreaterThan(total * share), 7_200_000);
  for (let kill = 1; kill <= size.kills; kill++) {
    await reached((kill - 0.6) / (size.kills + 0.4));
    api.child.kill('SIGKILL');
    await startApi();
    await reached((kill - 0.2) / (size.kills + 0.4));
    redis.kill('SIGKILL');
    await pause();
    await startRedis();
  }
  await talking;

  const keysOf = (visitor: Visitor) => visitor.heard.map(({ key }) => key);
  await eventually(() => expect(visitors.filter((visitor) => new Set(keysOf(visitor)).size < visitor.sent.size).map(({ name, heard }) => [name, heard.length])).toEqual([]), 60_000);
  let [twice, elsewhere, unordered] = [0, 0, 0];
  for (const visitor of visitors) {
    twice += visitor.heard.length - new Set(keysOf(visitor)).size;
    elsewhere += visitor.heard.filter(({ key, body }) => !visitor.sent.has(key) || !body.startsWith(`${visitor.tenant.slug} ${visitor.name} `)).length;
    unordered += visitor.heard.filter(({ sequence }, n) => sequence !== n + 1).length;
    visitor.end();
  }
  expect({ heard: visitors.reduce((sum, { heard }) => sum + heard.length, 0), twice, elsewhere, unordered }).toEqual({ heard: total, twice: 0, elsewhere: 0, unordered: 0 });
}, 7_200_000);

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
