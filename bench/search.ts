import pg from 'pg';
import { fillDatabase, signIn } from './database.ts';
import { serve, startedApi } from './process.ts';
import { report } from './report.ts';

const clients = 500_000;
const searches = 400;
const limitMs = 25;

const firsts =
  'James Maria Robert Linda Michael Susan David Karen Carlos Angela Kevin Laura Brian Megan Tyler Rosa Gregory Hannah Victor Denise Paul Yolanda Scott Priya Lucia Hugo Martina Pablo Sofia Alvaro Carmen Diego Elena Javier Marta Raul Irene Sergio Nuria Andres Fatima Youssef Claudia Ruben Nathan Olivia Hector Joanna Wesley Camille'.split(
    ' ',
  );
const roots = 'Ander Mart Fern Gonz Kowal Lind Schmid Romer Trujil Sulliv Hern Peters Jimen Morri Dom Vascon Castel Bermud Arch Whit Holl Brad Cunning Mont Vill Sand Lars Niel Okon Petr'.split(' ');
const ends = 'son ez andez ski qvist t o lo an andez en ert ing ham es ford man berg ova well wood ley ston eros ado elli'.split(' ');
const lasts = [...new Set(roots.flatMap((root) => ends.map((end) => root + end)))];
const firms = 'Ridge Summit Harbor Cedar Granite Prairie Willow Copper Meadow Falcon'.split(' ').flatMap((head) => ['Builders', 'Realty', 'Partners', 'Logistics', 'Dental', 'Roofing'].map((tail) => `${head} ${tail}`));

/** Names are as uneven as people's: the commonest first name is borne by one in twenty, the commonest family name by one in sixty. */
const unevenness = { first: 1.3, last: 1.6 };
const some = (list: readonly string[], power: number) => list[Math.floor(Math.random() ** power * list.length)]!;
const first = () => some(firsts, unevenness.first);
const last = () => some(lasts, unevenness.last);

/** Search in a tenant of 500,000 clients: two words, a letter of one of them wrong. What is judged is the time of the slowest in twenty. */
export async function measureSearch(): Promise<void> {
  const database = await fillDatabase('bench_search', 1, 0);
  await fill(database.env.DATABASE_URL!);
  const api = await serve(startedApi, { ...database.env, JOBS: 'off' }, '/readyz');
  const [signed] = await signIn(api.origin, 1);
  const headers = { 'x-forwarded-host': signed!.host, authorization: `Bearer ${signed!.token}` };
  const ask = async (search: string): Promise<[ms: number, found: number]> => {
    const began = performance.now();
    const response = await fetch(`${api.origin}/api/v1/clients?limit=25&search=${encodeURIComponent(search)}`, { headers });
    const body = (await response.json()) as { items: unknown[] };
    return [performance.now() - began, body.items.length];
  };
  const kinds: Record<string, () => string> = {
    'two words, one typo': () => `${first()} ${misspelt(last())}`,
    'two words': () => `${first()} ${last()}`,
    'one word, one typo': () => misspelt(last()),
  };
  for (const [what, make] of Object.entries(kinds)) {
    for (let index = 0; index < 60; index++) await ask(make());
    const answers: [number, number][] = [];
    for (let index = 0; index < searches; index++) answers.push(await ask(make()));
    const times = answers.map(([ms]) => ms).sort((a, b) => a - b);
    const at = (share: number) => times[Math.floor(times.length * share)]!;
    const hit = answers.filter(([, found]) => found > 0).length;
    report({
      what: `search ${clients.toLocaleString('en')} clients, ${what}, p95 in ms`,
      measured: `median ${at(0.5).toFixed(1)} ms, p95 ${at(0.95).toFixed(1)} ms, ${Math.round((100 * hit) / searches)} % found somebody`,
      value: at(0.95),
      limit: limitMs,
      mustBe: '≤',
    });
  }
  await api.stop();
  await database.drop();
}

/** One letter too much, too few or wrong, or two that changed places. */
function misspelt(word: string): string {
  const at = 1 + Math.floor(Math.random() * (word.length - 2));
  const letter = String.fromCharCode(97 + Math.floor(Math.random() * 26));
  const [head, tail] = [word.slice(0, at), word.slice(at)];
  const kinds = [head + letter + tail, head + tail.slice(1), head + letter + tail.slice(1), head + (tail[1] ?? '') + tail[0]! + tail.slice(2)];
  return kinds[Math.floor(Math.random() * kinds.length)]!;
}

/** Clients with the words that the service would have written, and their tokens in one go. */
async function fill(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query('alter table "Client" no force row level security; alter table "ClientToken" no force row level security; alter table "Client" disable trigger user');
  await client.query(
    `insert into "Client" ("tenantId", name, email, phone, company, status, "ownerId", search, "createdAt", "updatedAt")
     select 1, p.first || ' ' || p.last, lower(p.first || '.' || p.last) || n || '@mail.example', '+1303' || lpad(n::text, 7, '0'), p.firm, 'lead', 1,
            lower(' ' || p.first || ' ' || p.last || ' ' || p.last || n || ' mail example ' || p.firm || ' 1303' || lpad(n::text, 7, '0') || ' 303' || lpad(n::text, 7, '0')),
            now() - n * interval '1 minute', now()
     from (
       select n, ($2::text[])[1 + floor(random() ^ $5::float8 * array_length($2::text[], 1))] as first, ($3::text[])[1 + floor(random() ^ $6::float8 * array_length($3::text[], 1))] as last,
              ($4::text[])[1 + floor(random() * array_length($4::text[], 1))] as firm
       from generate_series(1, $1::int) n
     ) p`,
    [clients, firsts, lasts, firms, unevenness.first, unevenness.last],
  );
  await client.query('insert into "ClientToken" ("tenantId", token, "clientId") select c."tenantId", token, c.id from "Client" c, client_tokens(c.search, c.tags) token');
  await client.query('alter table "Client" enable trigger user; alter table "Client" force row level security; alter table "ClientToken" force row level security');
  await client.query('vacuum analyze "Client"');
  await client.query('vacuum analyze "ClientToken"');
  await client.end();
}
