import { fillDatabase, signIn } from './database.ts';
import { compare } from './load.ts';
import { unseen } from './list.ts';
import { serve, startedApi } from './process.ts';
import { report } from './report.ts';

/** `BENCH_FULL=1` takes the sizes of the target; the usual run a fifth of them, because filling takes most of the time. */
const large = process.env.BENCH_FULL ? { tenants: 10_000, each: 500 } : { tenants: 2_000, each: 500 };

/** Whether a list grows slower when there are more tenants and rows beside it. */
export async function measureGrowth(): Promise<void> {
  const sizes = [{ tenants: 10, each: 2_000 }, large];
  const targets = [];
  const closing: (() => Promise<void>)[] = [];
  for (const { tenants, each } of sizes) {
    const database = await fillDatabase(`bench_${tenants}`, tenants, each);
    const api = await serve(startedApi, database.env, '/readyz');
    const signed = await signIn(api.origin, Math.min(tenants, 500));
    closing.push(api.stop, database.drop);
    targets.push({
      name: `${tenants} tenants`,
      origin: api.origin,
      requests: signed.map(({ host, token }) => ({ headers: { 'x-forwarded-host': host, authorization: `Bearer ${token}` }, setupRequest: unseen })),
    });
  }
  const [small, grown] = await compare(targets);
  report({
    what: `p99 of the list at ${large.tenants} tenants / ${large.tenants * large.each} rows, of that at 10 / 20000`,
    measured: `${grown!.p99} ms against ${small!.p99} ms`,
    value: grown!.p99 / small!.p99,
    limit: 1.3,
    mustBe: '≤',
  });
  for (const close of closing) await close();
}
