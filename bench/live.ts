import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { RedisConnection } from '../core/server/cache/redis.ts';
import { LiveHub } from '../core/server/live/live-hub.ts';
import { addUsers, fillDatabase, signInAs } from './database.ts';
import { serve, startedApi } from './process.ts';
import { report } from './report.ts';

const tenants = 10;
const each = 500;
const rounds = 20;
/** How many sign in and connect at once; more from one address would be taken for somebody who guesses passwords. */
const batch = 25;

/** 5,000 people listen on one process: from the publishing of a message to every listener of its tenant having it. */
export async function measureLive(): Promise<void> {
  const database = await fillDatabase('bench_live', tenants, 1);
  await addUsers(database, tenants, each);
  const api = await serve(startedApi, database.env, '/readyz');
  const redis = new RedisConnection(database.config);
  redis.onModuleInit();
  await redis.ready();
  const hub = new LiveHub(redis);

  const waits: number[] = [];
  const listeners: Socket[] = [];
  let open = 0;
  const heard = (text: string) => {
    for (const [, at] of text.matchAll(/"at":([\d.]+)/g)) waits.push(performance.now() - Number(at));
    if (text.includes('event: open')) open += 1;
  };
  for (let tenant = 1; tenant <= tenants; tenant++) {
    for (let first = 1; first <= each; first += batch) {
      const people = Array.from({ length: batch }, (_, index) => `listener${first + index}@t${tenant}.example`);
      const signed = await Promise.all(people.map((email) => signInAs(api.origin, `t${tenant}.localhost`, email)));
      for (const { host, token } of signed) listeners.push(listen(new URL(api.origin), host, token, heard));
      await until(() => open === listeners.length, `${listeners.length} streams to open; ${open} are`);
    }
  }
  await sleep(2_000);

  for (let round = 0; round < rounds; round++) {
    for (let tenantId = 1; tenantId <= tenants; tenantId++) {
      await hub.send(tenantId, JSON.stringify({ topic: 'bench.tick', data: { at: performance.now() } }));
      await sleep(50);
    }
  }
  await sleep(1_000);
  waits.sort((a, b) => a - b);
  const at = (share: number) => waits[Math.ceil(waits.length * share) - 1] ?? Infinity;
  const expected = listeners.length * rounds;
  report({
    what: `${listeners.length} listeners on one process, publish → received, p99 ms`,
    measured: `${waits.length} of ${expected} received, median ${at(0.5).toFixed(1)} ms, the API at ${Math.round(api.memory())} MB`,
    value: waits.length === expected ? at(0.99) : Infinity,
    limit: 100,
    mustBe: '≤',
  });
  listeners.forEach((socket) => socket.destroy());
  await redis.onApplicationShutdown();
  await api.stop();
  await database.drop();
}

async function until(isSo: () => boolean, what: string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (isSo()) return;
    await sleep(50);
  }
  throw new Error(`Waited in vain for ${what}.`);
}

/** A listener that costs next to nothing, so that it is the API that is measured. */
function listen({ hostname, port }: URL, host: string, token: string, heard: (text: string) => void): Socket {
  const socket = connect(Number(port), hostname);
  socket.setEncoding('utf8').on('data', (text) => heard(String(text)));
  socket.on('error', () => socket.destroy());
  socket.write(`GET /api/v1/live HTTP/1.1\r\nHost: ${host}\r\nX-Forwarded-Host: ${host}\r\nAuthorization: Bearer ${token}\r\nAccept: text/event-stream\r\n\r\n`);
  return socket;
}
