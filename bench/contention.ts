import { Agent, fetch } from 'undici';
import { fillDatabase, signIn } from './database.ts';
import { median } from './load.ts';
import { serve } from './process.ts';
import { report } from './report.ts';

const contenders = 1_000;
const rounds = 20;

/** A thousand visitors who want the same slot at once, twenty times over: one is told 201, all others 409. */
export async function measureContention(): Promise<void> {
  const database = await fillDatabase('bench_contention', 2, 10);
  const api = await serve('apps/api/main.js', { ...database.env, DATABASE_POOL: '20' }, '/readyz');
  const [{ host, token }] = (await signIn(api.origin, 1)) as [{ host: string; token: string }];
  const agent = new Agent({ connections: contenders, pipelining: 1 });
  const send = async (path: string, body: object, headers = {}) => {
    const response = await fetch(`${api.origin}/api/v1/bookings/${path}`, { method: 'POST', dispatcher: agent, headers: { 'content-type': 'application/json', 'x-forwarded-host': host, ...headers }, body: JSON.stringify(body) });
    await response.text();
    return response.status;
  };
  const staff = { authorization: `Bearer ${token}` };
  await send('schedules', { name: 'Hours', zone: 'UTC', weekly: [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, from: '00:00', to: '24:00' })) }, staff);
  await send('event-types', { title: 'Crowd', lengths: [60], minimumNotice: 0, hosts: [{ userId: 1 }], locationKind: 'other' }, staff);
  const tomorrow = Math.ceil(Date.now() / 86_400_000) * 86_400_000;
  const crowd = async (round: number) => {
    const start = new Date(tomorrow + round * 3_600_000).toISOString();
    const began = performance.now();
    const statuses = await Promise.all(Array.from({ length: contenders }, (_, n) => send('public/event-types/crowd/book', { start, name: `Guest ${n}`, email: `guest${n}@crowd.example`, zone: 'UTC' })));
    const won = statuses.filter((status) => status === 201).length;
    const lost = statuses.filter((status) => status === 409).length;
    return { took: performance.now() - began, isRight: won === 1 && lost === contenders - 1 };
  };
  // The first one opens a thousand connections, which is not what is measured.
  const results = [await crowd(0)];
  for (let round = 1; round <= rounds; round++) results.push(await crowd(round));
  const times = results.slice(1).map(({ took }) => took);
  report({ what: '1,000 contenders for one slot, rounds of 20 that went wrong', measured: `${results.filter(({ isRight }) => !isRight).length} of ${results.length}`, value: results.filter(({ isRight }) => !isRight).length, limit: 0, mustBe: '≤' });
  report({ what: '1,000 contenders for one slot, seconds until the last is answered, worst of 20', measured: `median ${Math.round(median(times))} ms, worst ${Math.round(Math.max(...times))} ms`, value: Math.max(...times) / 1000, limit: 2, mustBe: '≤' });
  await agent.close();
  await api.stop();
  await database.drop();
}
