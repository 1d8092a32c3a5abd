import { bootKernel, type Answered, type Caller, type Kernel, type TestTenant } from '@loctelli/core/testing';
import pg from 'pg';
import { installedPlugins } from '../../testing/installed-plugins.ts';
import { operationsOf, type IdPlace, type Operation } from '../../testing/open-api-samples.ts';
import { fillEveryTable, fingerprint } from '../../testing/rows-of-everything.ts';
import { makeTenant, testPassword } from '../../testing/test-tenants.ts';
import { PlatformDatabase } from '../database/database.ts';

let kernel: Kernel;
let owner: pg.Client;
let intruder: Caller;
let insider: Caller;
let operations: Operation[];
let before: Record<string, string>;
/** Ids of A's rows, of every table. */
let foreign: number[];
/** Ids of B's rows, of every table. */
let own: number[];

const never = 2_000_000_000;

beforeAll(async () => {
  kernel = await bootKernel({
    plugins: installedPlugins(),
    env: { JOBS: 'off', RATE_LIMIT_TENANT: '10000000', RATE_LIMIT_USER: '10000000' },
  });
  owner = new pg.Client({ connectionString: kernel.config.databaseUrl });
  await owner.connect();
  const [idsOfA, idsOfB] = [await fillEveryTable(owner, kernel.a.id), await fillEveryTable(owner, kernel.b.id)];
  [insider, intruder] = [await kernel.as(kernel.a), await kernel.as(kernel.b)];
  operations = operationsOf((await insider.get('//openapi.json')).body);
  foreign = [...new Set([...idsOfA.values()].filter((id) => id > 0)), kernel.a.users.admin.id];
  own = [...new Set([...idsOfB.values()].filter((id) => id > 0)), kernel.b.users.user.id];
  before = await fingerprint(owner, kernel.a.id);
});
afterAll(async () => {
  await owner.end();
  await kernel.close();
});

interface Input {
  /** One for each id in the path; the last one serves those that follow. */
  path?: unknown[];
  query?: Record<string, unknown>;
  body?: Record<string, unknown>;
}

/** Calls an operation with its sample input, over which `input` goes. */
async function call(caller: Caller, operation: Operation, input: Input = {}): Promise<Answered> {
  const { address, json } = request(operation, input);
  const answer = await caller.send(operation.method, address, json);
  if (answer.status === 429) throw new Error(`${name(operation)} was limited, so it proves nothing.`);
  return answer;
}

function request({ path, query, body }: Operation, { path: ids = [1], query: queryIds, body: bodyIds }: Input) {
  let at = 0;
  const filled = path.replace(/^\/api\/v1/, '').replace(/\{\w+\}/g, () => encodeURIComponent(String(ids[Math.min(at++, ids.length - 1)])));
  const search = new URLSearchParams(Object.entries({ ...query, ...queryIds }).map(([key, value]) => [key, String(value)]));
  return { address: `${filled}${search.size ? `?${search}` : ''}`, json: body && { ...body, ...bodyIds } };
}

/** An answer without what differs from call to call. */
const essence = ({ status, body }: Answered) => {
  if (typeof body !== 'object') return { status, body };
  const { instance: _instance, requestId: _requestId, ...rest } = body as Record<string, unknown>;
  return { status, body: rest };
};
const told = (answer: ReturnType<typeof essence>) => JSON.stringify(answer).slice(0, 300);

const name = ({ method, path }: Operation) => `${method} ${path}`;
const callerFor = ({ isPublic }: Operation) => (isPublic ? kernel.visitor(kernel.b) : intruder);
const wrap = ({ isArray }: IdPlace, id: number) => (isArray ? [id] : id);

/** Nothing there to be told apart: a list filtered by an id is a page without rows, wherever the id came from. */
const isEmptyPage = ({ status, body }: ReturnType<typeof essence>) => status === 200 && (body as { items?: unknown[] }).items?.length === 0;

/** The refusal of one field for what it points to, as opposed to one for its form. */
const isUnknown = ({ body }: ReturnType<typeof essence>, { name: field }: IdPlace) =>
  (body as { errors?: { path: string; code: string }[] }).errors?.some(({ path, code }) => path === field && code === 'unknown') ?? false;

/** Compares what `ask` is answered for ids of A with what it is answered for an id that never was. */
async function compare(what: string, ask: (id: number) => Promise<Answered>, faults: string[]): Promise<ReturnType<typeof essence>> {
  const expected = essence(await ask(never));
  if (expected.status >= 500) faults.push(`${what} fails: ${told(expected)}`);
  for (const id of foreign) {
    const answer = essence(await ask(id));
    if (JSON.stringify(answer) !== JSON.stringify(expected))
      faults.push(`${what} tells ${id} apart: ${told(answer)} not ${told(expected)}`);
  }
  return expected;
}

/** A path of B's own that the operation finds, so that what is tried in its body is not hidden behind "not found". */
async function ownPath(operation: Operation): Promise<number[]> {
  if (operation.pathIds.length === 0) return [];
  for (const id of own) if ((await call(intruder, operation, { path: [id] })).status !== 404) return [id];
  return [never];
}

/** The version the row has now; a stale one would hide what is tried. */
async function versionAt(operation: Operation, path: number[]): Promise<object> {
  if (!operation.isVersioned || path.length === 0) return {};
  const { body } = await intruder.get(request(operation, { path }).address);
  return typeof body === 'object' && 'version' in body ? { version: body.version } : {};
}

describe('every route of the router', () => {
  it('is documented, and there are many', () => {
    expect(operations.length).toBeGreaterThan(40);
    expect(operations.filter(({ pathIds }) => pathIds.length > 0).length).toBeGreaterThan(10);
  });

  it('asks for a sign-in unless it is public, and refuses a token of another tenant', async () => {
    const faults: string[] = [];
    for (const operation of operations.filter(({ isPublic }) => !isPublic)) {
      const [stranger, neighbour] = [await call(kernel.visitor(kernel.a), operation), await call(insider.at(kernel.b.host), operation)];
      if (stranger.status !== 401) faults.push(`${name(operation)} without a token: ${stranger.status}`);
      if (neighbour.status !== 401) faults.push(`${name(operation)} with a neighbour's token: ${neighbour.status}`);
    }
    expect(faults).toEqual([]);
  });

  it('answers another tenant’s id in its path like one that never was: not found', async () => {
    const faults: string[] = [];
    for (const operation of operations.filter(({ pathIds }) => pathIds.length > 0)) {
      const expected = await compare(name(operation), (id) => call(callerFor(operation), operation, { path: [id] }), faults);
      const isOfRows = operation.pathIds.every(({ isInteger }) => isInteger);
      if (isOfRows && expected.status !== 404 && !isEmptyPage(expected))
        faults.push(`${name(operation)} does not say 404: ${told(expected)}`);
    }
    expect(faults).toEqual([]);
  });

  it('answers another tenant’s id below an own one like one that never was', async () => {
    const faults: string[] = [];
    for (const operation of operations.filter(({ pathIds }) => pathIds.length > 1)) {
      for (const id of own) {
        const expected = await compare(
          `${name(operation)} below ${id}`,
          (last) => call(callerFor(operation), operation, { path: [id, last] }),
          faults,
        );
        if (expected.status !== 404) faults.push(`${name(operation)} below ${id} does not say 404: ${told(expected)}`);
      }
    }
    expect(faults).toEqual([]);
  });

  it('answers another tenant’s id in its query or body like one that never was', async () => {
    const faults: string[] = [];
    for (const operation of operations) {
      const places = [
        ...operation.queryIds.map((place) => ({ part: 'query' as const, place })),
        ...operation.bodyIds.map((place) => ({ part: 'body' as const, place })),
      ];
      if (places.length === 0) continue;
      const path = await ownPath(operation);
      for (const { part, place } of places) {
        const version = await versionAt(operation, path);
        const ask = (id: number) =>
          call(callerFor(operation), operation, {
            ...(path.length > 0 && { path }),
            [part]: { [place.name]: wrap(place, id), ...(part === 'body' && version) },
          });
        const expected = await compare(`${name(operation)} ${part} ${place.name}`, ask, faults);
        if ([400, 409, 428].includes(expected.status) && !isUnknown(expected, place))
          faults.push(`${name(operation)} ${part} ${place.name} was not reached: ${told(expected)}`);
      }
    }
    expect(faults).toEqual([]);
  });

  it('answers its sample input without failing, before there are rows and after', async () => {
    const faults: string[] = [];
    // A tenant whose rows are only those that its own calls make: B's are filled in by form alone, and a plugin may read more into them.
    await levelSequences();
    const fresh = await makeTenant(kernel.get(PlatformDatabase), 'c', { registration: true });
    // What deletes comes after what reads. What ends sessions or changes an account is last, each time as somebody who signed in for it.
    const rank = ({ method, path }: Operation) => (path.includes('/auth/') ? 2 : method === 'DELETE' ? 1 : 0);
    const ordered = [...operations].sort((one, other) => rank(one) - rank(other));
    for (const ids of [async () => [never], () => idsOf(fresh.id)]) {
      const admin = await signIn(fresh, 'admin');
      for (const operation of ordered) {
        for (const id of operation.pathIds.length > 0 ? await ids() : [never]) {
          const status = await statusOf(rank(operation) === 2 ? await signIn(fresh, 'manager') : admin, operation, [id]);
          if (status >= 500 || status === 429) faults.push(`${name(operation)} of ${id}: ${status}`);
        }
      }
    }
    expect(faults).toEqual([]);
  }, 180_000);

  it('left every row of the other tenant as it was', async () => {
    expect(await fingerprint(owner, kernel.a.id)).toEqual(before);
  });
});

/** The status alone: a live stream has no end to wait for. */
async function statusOf(caller: Caller, operation: Operation, path: number[]): Promise<number> {
  const { address, json } = request(operation, { path });
  const headers = { ...caller.headers, 'x-forwarded-host': caller.host, ...(json && { 'content-type': 'application/json' }) };
  const body = json && { body: JSON.stringify(json) };
  const response = await fetch(`${caller.origin}/api/v1${address}`, { method: operation.method, headers, ...body });
  await response.body?.cancel();
  return response.status;
}

/**
 * Has every table number its next rows from the same id on, so that the rows made here share a few ids, and what tries ids on routes tries those few and
 * not one of each table.
 */
async function levelSequences(): Promise<void> {
  await owner.query(`
    select setval(pg_get_serial_sequence(format('%I', table_name), 'id'), 500000000) from information_schema.columns
    where table_schema = 'public' and column_name = 'id' and column_default like 'nextval%'`);
}

/** The newest id of each of a tenant's tables. */
async function idsOf(tenantId: number): Promise<number[]> {
  const { rows: tables } = await owner.query<{ name: string }>(
    `select table_name as name from information_schema.columns where table_schema = 'public' and column_name in ('id', 'tenantId') group by 1 having count(*) = 2`,
  );
  const newest = await Promise.all(
    tables.map(
      async ({ name: table }) =>
        (await owner.query(`select max(id)::int as id from "${table}" where "tenantId" = $1`, [tenantId])).rows[0].id,
    ),
  );
  return [...new Set(newest.filter((id): id is number => id !== null))];
}

async function signIn(tenant: TestTenant, role: 'admin' | 'manager'): Promise<Caller> {
  const visitor = kernel.visitor(tenant);
  const { status, body } = await visitor.post('/auth/login', { email: tenant.users[role].email, password: testPassword });
  expect(status).toBe(200);
  return visitor.with({ authorization: `Bearer ${body.accessToken}` });
}
