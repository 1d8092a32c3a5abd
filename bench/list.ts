import { fillDatabase, signIn } from './database.ts';
import { compare, type Target } from './load.ts';
import { serve, startedApi } from './process.ts';
import { report } from './report.ts';

const tenants = 200;

/** The list of 25 clients: against bare node:http + pg, uncached and from the cache, and against itself without tenancy. */
export async function measureList(): Promise<void> {
  const database = await fillDatabase('bench_list', tenants, 2_000);
  const env = { ...database.env, DATABASE_PLATFORM_URL: database.config.databasePlatformUrl };
  const [bare, api, untenanted] = [
    await serve('bench/bare-server.js', env, '/healthz'),
    await serve(startedApi, database.env, '/readyz'),
    await serve('bench/untenanted-api.js', { ...database.env, JOBS: 'off' }, '/readyz'),
  ];
  const signed = await signIn(api.origin, tenants);
  const headers = signed.map(({ host, token }) => ({ 'x-forwarded-host': host, authorization: `Bearer ${token}` }));
  const fresh = (name: string, origin: string): Target => ({ name, origin, requests: headers.map((each) => ({ headers: each, setupRequest: unseen })) });
  const warm: Target = { name: 'cached', origin: api.origin, requests: headers.map((each) => ({ headers: each, path: '/api/v1/clients?limit=25' })) };

  const [raw, uncached, plain, cached] = await compare([fresh('bare', bare.origin), fresh('api', api.origin), fresh('untenanted', untenanted.origin), warm]);
  const ratio = (of: number) => `${Math.round(of)}/s against ${Math.round(raw!.perSecond)}/s bare`;
  report({ what: 'list 25 clients, uncached, of bare', measured: ratio(uncached!.perSecond), value: uncached!.perSecond / raw!.perSecond, limit: 0.6, mustBe: '≥' });
  report({ what: 'list 25 clients, cached, of bare', measured: ratio(cached!.perSecond), value: cached!.perSecond / raw!.perSecond, limit: 3, mustBe: '≥' });
  report({
    what: 'tenancy tax on that list',
    measured: `${Math.round(uncached!.perSecond)}/s with, ${Math.round(plain!.perSecond)}/s without`,
    value: plain!.perSecond / uncached!.perSecond - 1,
    limit: 0.1,
    mustBe: '≤',
  });
  for (const server of [bare, api, untenanted]) await server.stop();
  await database.drop();
}

let moment = Date.UTC(2100, 0, 1);

/** A question nobody asked before, with the same answer: the cache cannot know it. */
export function unseen<T extends object>(request: T): T {
  return { ...request, path: `/api/v1/clients?limit=25&createdBefore=${new Date((moment += 1)).toISOString()}` };
}
