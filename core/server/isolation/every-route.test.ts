import { bootKernel, type Answered, type Caller, type Kernel } from '@loctelli/core/testing';
import pg from 'pg';
import { installedPlugins } from '../../testing/installed-plugins.ts';
import { operationsOf, type Operation } from '../../testing/open-api-samples.ts';
import { fillEveryTable, fingerprint } from '../../testing/rows-of-everything.ts';

let kernel: Kernel;
let owner: pg.Client;
let intruder: Caller;
let insider: Caller;
let operations: Operation[];
let before: Record<string, string>;
let foreign: (number | string)[];

const never = 2_000_000_000;

beforeAll(async () => {
  kernel = await bootKernel({ plugins: installedPlugins(), env: { JOBS: 'off' } });
  owner = new pg.Client({ connectionString: kernel.config.databaseUrl });
  await owner.connect();
  const ids = await fillEveryTable(owner, kernel.a.id);
  await fillEveryTable(owner, kernel.b.id);
  [insider, intruder] = [await kernel.as(kernel.a), await kernel.as(kernel.b)];
  operations = operationsOf((await insider.get('//openapi.json')).body);
  foreign = [...new Set([...ids.values()].filter((id) => id > 0)), kernel.a.users.admin.id];
  before = await fingerprint(owner, kernel.a.id);
});
afterAll(async () => {
  await owner.end();
  await kernel.close();
});

/** Calls an operation with ids put in; what is left of the answer must not tell one id from another. */
async function call(caller: Caller, { method, path, query, body }: Operation, ids: { path?: unknown; query?: [string, unknown]; body?: [string, unknown] }): Promise<Answered> {
  const filled = path.replace(/\{(\w+)\}/g, () => encodeURIComponent(String(ids.path ?? 1)));
  const search = new URLSearchParams(Object.entries({ ...query, ...(ids.query && { [ids.query[0]]: ids.query[1] }) }).map(([name, value]) => [name, String(value)]));
  const json = body && { ...body, ...(ids.body && { [ids.body[0]]: ids.body[1] }) };
  return caller.send(method, `/${filled}${search.size ? `?${search}` : ''}`, json);
}

const essence = ({ status, body }: Answered) => {
  if (typeof body !== 'object') return { status, body };
  const { instance: _instance, requestId: _requestId, ...rest } = body as Record<string, unknown>;
  return { status, body: rest };
};

const name = ({ method, path }: Operation) => `${method} ${path}`;

describe('every route of the router', () => {
  it('is documented, and there are many', () => {
    expect(operations.length).toBeGreaterThan(40);
    expect(operations.filter(({ pathIds }) => pathIds.length > 0).length).toBeGreaterThan(10);
  });

  it('asks for a sign-in unless it is public, and refuses a token of another tenant', async () => {
    const faults: string[] = [];
    for (const operation of operations.filter(({ isPublic }) => !isPublic)) {
      const [stranger, neighbour] = [await call(kernel.visitor(kernel.a), operation, {}), await call(insider.at(kernel.b.host), operation, {})];
      if (stranger.status !== 401) faults.push(`${name(operation)} without a token: ${stranger.status}`);
      if (neighbour.status !== 401) faults.push(`${name(operation)} with a neighbour's token: ${neighbour.status}`);
    }
    expect(faults).toEqual([]);
  });

  it('answers another tenant’s id in its path like one that never was', async () => {
    const faults: string[] = [];
    for (const operation of operations.filter(({ pathIds, isPublic }) => pathIds.length > 0 && !isPublic)) {
      const expected = essence(await call(intruder, operation, { path: never }));
      if (expected.status >= 500) faults.push(`${name(operation)} fails: ${expected.status}`);
      for (const id of foreign) {
        const answer = essence(await call(intruder, operation, { path: id }));
        if (JSON.stringify(answer) !== JSON.stringify(expected)) faults.push(`${name(operation)} tells ${id} apart: ${JSON.stringify(answer)} not ${JSON.stringify(expected)}`);
      }
    }
    expect(faults).toEqual([]);
  });

  it('answers another tenant’s id in its query or body like one that never was', async () => {
    const faults: string[] = [];
    for (const operation of operations.filter(({ isPublic }) => !isPublic)) {
      for (const place of [...operation.queryIds.map((id) => ['query', id] as const), ...operation.bodyIds.map((id) => ['body', id] as const)]) {
        const put = (id: unknown) => call(intruder, operation, { path: kernel.b.users.user.id, [place[0]]: [place[1], id] });
        const expected = essence(await put(never));
        if (expected.status >= 500) faults.push(`${name(operation)} ${place.join(' ')} fails: ${expected.status} ${JSON.stringify(expected.body)}`);
        for (const id of foreign) {
          const answer = essence(await put(id));
          if (JSON.stringify(answer) !== JSON.stringify(expected)) faults.push(`${name(operation)} ${place.join(' ')} tells ${id} apart: ${JSON.stringify(answer)} not ${JSON.stringify(expected)}`);
        }
      }
    }
    expect(faults).toEqual([]);
  });

  it('left every row of the other tenant as it was', async () => {
    expect(await fingerprint(owner, kernel.a.id)).toEqual(before);
  });
});
