import { fillDatabase, signIn } from './database.ts';
import { compare } from './load.ts';
import { serve, startedApi } from './process.ts';
import { report } from './report.ts';

let made = 0;

/** Creating a client, validated, audited, with its event: against bare node:http + pg doing the same inserts in one transaction. */
export async function measureCreate(): Promise<void> {
  const database = await fillDatabase('bench_create', 50, 100);
  const env = { ...database.env, DATABASE_PLATFORM_URL: database.config.databasePlatformUrl };
  // Events are handed on by a process of their own in production at this rate; here nobody hears them.
  const [bare, api] = [await serve('bench/bare-server.js', env, '/healthz'), await serve(startedApi, { ...database.env, JOBS: 'off' }, '/readyz')];
  const signed = await signIn(api.origin, 50);
  const next = <T extends object>(request: T): T => {
    made += 1;
    return { ...request, method: 'POST', path: '/api/v1/clients', body: JSON.stringify({ name: `Bench Person ${made}`, email: `person${made}@bench.example` }) };
  };
  const requests = signed.map(({ host, token }) => ({ headers: { 'content-type': 'application/json', 'x-forwarded-host': host, authorization: `Bearer ${token}` }, setupRequest: next }));
  const [raw, product] = await compare([
    { name: 'bare', origin: bare.origin, requests },
    { name: 'api', origin: api.origin, requests },
  ]);
  report({ what: 'create a client, of bare', measured: `${Math.round(product!.perSecond)}/s against ${Math.round(raw!.perSecond)}/s bare`, value: product!.perSecond / raw!.perSecond, limit: 0.5, mustBe: '≥' });
  await bare.stop();
  await api.stop();
  await database.drop();
}
