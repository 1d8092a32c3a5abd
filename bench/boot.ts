import { setTimeout as sleep } from 'node:timers/promises';
import { fillDatabase } from './database.ts';
import { median } from './load.ts';
import { serve, startedApi } from './process.ts';
import { report } from './report.ts';

/** From the start of the API's process to its first answer, and its memory once it rests. */
export async function measureBoot(): Promise<void> {
  const database = await fillDatabase('bench_boot', 2, 100);
  const boots: number[] = [];
  const memories: number[] = [];
  for (let round = 0; round < 5; round++) {
    const api = await serve(startedApi, database.env, '/readyz');
    boots.push(api.bootMs);
    await sleep(3_000);
    memories.push(api.memory());
    await api.stop();
  }
  report({ what: 'start of the API to its first answer, seconds', measured: `${Math.round(median(boots))} ms`, value: median(boots) / 1000, limit: 1.5, mustBe: '≤' });
  report({ what: 'memory of the API at rest, MB', measured: `${Math.round(median(memories))} MB`, value: median(memories), limit: 200, mustBe: '≤' });
  await database.drop();
}
