import pg from 'pg';
import { fillDatabase, signIn } from './database.ts';
import { serve, startedApi } from './process.ts';
import { report } from './report.ts';

const clients = 1_000_000;
const rounds = 12;
const days = 345;

/** A dashboard as people make it: two numbers with what they were before, how leads went, where they come from, who won. */
const tiles = [
  { id: 'leads', kind: 'kpi', metrics: ['clients.leads'], bucket: 'month' },
  { id: 'won', kind: 'kpi', metrics: ['clients.won'], bucket: 'month' },
  { id: 'course', kind: 'line', metrics: ['clients.leads'], bucket: 'week' },
  { id: 'sources', kind: 'bar', metrics: ['clients.leads'], by: 'source' },
  { id: 'leaders', kind: 'leaderboard', metrics: ['clients.won'], by: 'owner' },
];

const leads = `from "Client" c where c."tenantId" = 1 and c."deletedAt" is null and c."createdAt" >= $1 and c."createdAt" < $2`;
const won = `from "Client" c join "Stage" s on s.id = c."stageId" and s."tenantId" = 1 where c."tenantId" = 1 and c."deletedAt" is null and s.kind = 'won' and c."stageSince" >= $1 and c."stageSince" < $2`;
const local = (column: string, unit: string) => `date_trunc('${unit}', c."${column}" at time zone 'utc' at time zone 'America/Denver')`;
/** The questions of those tiles, each once, as somebody would write them who has one tenant. */
const questions = [
  `select count(*) ${leads}`,
  `select count(*) ${leads}`,
  `select count(*) ${won}`,
  `select count(*) ${won}`,
  `select ${local('createdAt', 'month')}, count(*) ${leads} group by 1`,
  `select ${local('createdAt', 'week')}, count(*) ${leads} group by 1`,
  `select ${local('stageSince', 'month')}, count(*) ${won} group by 1`,
  `select c.source, count(*) ${leads} group by 1 order by 2 desc`,
  `select c.source, count(*) ${leads} group by 1 order by 2 desc`,
  `select c."ownerId", count(*) ${won} group by 1 order by 2 desc`,
  `select c."ownerId", count(*) ${won} group by 1 order by 2 desc`,
];
/** Which of them ask for the range compared with. */
const before = new Set([1, 3, 8, 10]);

/** A dashboard over 1,000,000 clients of one tenant: answered from the rows, from the daily sums, and again; beside the bare SQL of the same questions. */
export async function measureDashboard(): Promise<void> {
  const database = await fillDatabase('bench_dashboard', 1, clients);
  await deal(database.env.DATABASE_URL!);
  const pool = new pg.Pool({ connectionString: database.env.DATABASE_URL, max: database.config.databasePool });
  const api = await serve(startedApi, { ...database.env, JOBS: 'off' }, '/readyz');
  const bare = await each(async (shift) => {
    const [now, earlier] = [rangeAt(shift), rangeAt(shift, days)];
    await Promise.all(questions.map((text, index) => pool.query(text, before.has(index) ? [earlier.from, now.from] : [now.from, now.to])));
  });
  const ask = await asker(api.origin);
  const rows = await each((shift) => ask(rangeAt(shift)));
  await api.stop();
  // With jobs on, the slow answers of a moment ago have the sums made.
  const working = await serve(startedApi, database.env, '/readyz');
  const askAgain = await asker(working.origin);
  await askAgain(rangeAt(rounds + 3));
  await kept(pool);
  const sums = await each((shift) => askAgain(rangeAt(shift + rounds + 10)));
  const warm = await each(() => askAgain(rangeAt(rounds + 10)));
  const [raw, ms] = [median(bare), (times: number[]) => `median ${median(times).toFixed(1)} ms against ${median(bare).toFixed(1)} ms bare`];
  const what = `dashboard over ${clients.toLocaleString('en')} rows`;
  report({ what: `${what}, from the rows, of bare`, measured: ms(rows), value: median(rows) / raw, limit: 1.2, mustBe: '≤' });
  report({ what: `${what}, from the daily sums, of bare`, measured: ms(sums), value: median(sums) / raw, limit: 1.2, mustBe: '≤' });
  report({ what: `${what}, warm, in ms`, measured: `median ${median(warm).toFixed(1)} ms`, value: median(warm), limit: 10, mustBe: '≤' });
  await working.stop();
  await pool.end();
  await database.drop();
}

/** As many days as ever, ending a day earlier each time: a range that was not asked for before, so that nothing is remembered. */
function rangeAt(shift: number, earlier = 0): { from: string; to: string } {
  const day = (back: number) => new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10);
  return { from: day(days + shift + earlier), to: day(shift + earlier) };
}

async function each(run: (index: number) => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let index = 0; index < rounds + 2; index++) {
    const began = performance.now();
    await run(index);
    if (index >= 2) times.push(performance.now() - began);
  }
  return times;
}

async function asker(origin: string): Promise<(range: { from: string; to: string }) => Promise<void>> {
  const [signed] = await signIn(origin, 1);
  const headers = { 'content-type': 'application/json', 'x-forwarded-host': signed!.host, authorization: `Bearer ${signed!.token}` };
  return async ({ from, to }) => {
    const response = await fetch(`${origin}/api/v1/analytics/answers`, { method: 'POST', headers, body: JSON.stringify({ range: { preset: 'custom', from, to, compare: 'previous' }, tiles }) });
    if (response.status !== 200) throw new Error(`the dashboard answered ${response.status}: ${await response.text()}`);
    await response.arrayBuffer();
  };
}

async function kept(pool: pg.Pool): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const { rows } = await pool.query<{ n: number }>(`select count(*)::int as n from "RollupState"`);
    if (rows[0]!.n > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error('the daily sums were never made');
}

const median = (times: readonly number[]) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)]!;

/** A pipeline, and a third of the clients won some days after they came. */
async function deal(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query(`alter table "Client" disable trigger user`);
  await client.query(`update "Tenant" set zone = 'America/Denver'`);
  await client.query(`insert into "Pipeline" (id, "tenantId", name, "isDefault") values (1, 1, 'Sales', true)`);
  await client.query(`insert into "Stage" (id, "tenantId", "pipelineId", name, kind) values (1, 1, 1, 'New', 'open'), (2, 1, 1, 'Won', 'won')`);
  await client.query(`update "Client" set "stageId" = 1 + (id % 3 = 0)::int, "stageSince" = least(now() at time zone 'utc', "createdAt" + (id % 20) * interval '1 day'), source = (array['Website', 'Referral', 'Fair', 'Call', 'Partner'])[1 + id % 5]`);
  await client.query(`alter table "Client" enable trigger user`);
  await client.query('vacuum analyze "Client"');
  await client.end();
}
