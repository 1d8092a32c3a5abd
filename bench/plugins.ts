import { fillDatabase, signIn } from './database.ts';
import { compare, median } from './load.ts';
import { unseen } from './list.ts';
import { serve } from './process.ts';
import { report } from './report.ts';

/** What fifty further plugins cost a request, and the start. */
export async function measurePlugins(): Promise<void> {
  const database = await fillDatabase('bench_plugins', 20, 500);
  const files = ['apps/api/main.js', 'bench/many-plugins-api.js'];
  const boots: number[][] = [[], []];
  for (let round = 0; round < 3; round++) {
    for (const [index, file] of files.entries()) {
      const server = await serve(file, database.env, '/readyz');
      boots[index]!.push(server.bootMs);
      await server.stop();
    }
  }
  const servers = [await serve(files[0]!, database.env, '/readyz'), await serve(files[1]!, database.env, '/readyz')];
  const signed = await signIn(servers[0]!.origin, 20);
  const [usual, many] = await compare(
    servers.map(({ origin }, index) => ({
      name: files[index]!,
      origin,
      requests: signed.map(({ host, token }) => ({ headers: { 'x-forwarded-host': host, authorization: `Bearer ${token}` }, setupRequest: unseen })),
    })),
  );
  const [usualBoot, manyBoot] = boots.map((of) => median(of));
  report({ what: 'a request with 50 more plugins, of one without', measured: `${Math.round(usual!.perSecond)}/s against ${Math.round(many!.perSecond)}/s`, value: usual!.perSecond / many!.perSecond, limit: 1.05, mustBe: '≤' });
  report({ what: 'the start with 50 more plugins, of one without', measured: `${Math.round(manyBoot!)} ms against ${Math.round(usualBoot!)} ms`, value: manyBoot! / usualBoot!, limit: 2, mustBe: '≤' });
  for (const server of servers) await server.stop();
  await database.drop();
}
