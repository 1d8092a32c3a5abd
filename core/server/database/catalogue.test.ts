import { createTestDatabase, type TestDatabase } from '../../testing/test-database.ts';
import pg from 'pg';
import { isolationFindings, notDistributable } from './catalogue.ts';
import { secure, type Roles } from './secure.ts';

let database: TestDatabase;
let client: pg.Client;
let roles: Roles;
beforeAll(async () => {
  database = await createTestDatabase();
  client = new pg.Client({ connectionString: database.env.DATABASE_URL! });
  await client.connect();
  roles = { app: new URL(database.env.DATABASE_APP_URL!).username, platform: new URL(database.env.DATABASE_PLATFORM_URL!).username };
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

const tenantId = `"tenantId" int not null default (current_setting('app.tenant_id'::text))::integer`;

describe('the catalogue of the migrated database', () => {
  it('shows no way from one tenant to another', async () => {
    expect(await isolationFindings(client, roles)).toEqual([]);
  });

  it('lists by name what could not be distributed by tenant', async () => {
    const names = (await notDistributable(client)).map(({ table }) => table);
    expect(names).toContain('Tenant');
    expect(names).not.toContain('PluginState_tenantId_id_key');
  });
});

describe('a planted fault', () => {
  beforeEach(() => client.query('begin'));
  afterEach(() => client.query('rollback'));

  const sound = `create table planted (id serial primary key, ${tenantId}, unique ("tenantId", id))`;
  const faults: [string, string[], RegExp][] = [
    ['row-level security switched off', ['alter table "User" disable row level security'], /is off/],
    ['force taken away', ['alter table "User" no force row level security'], /not forced/],
    ['a policy dropped', ['drop policy tenant on "User"'], /policy is missing/],
    ['a policy that lets all through', ['drop policy tenant on "User"', 'create policy tenant on "User" to :app using (true)'], /policy is missing/],
    ['a second policy', ['create policy more on "User" to :app using (true)'], /`secure` does not make/],
    ['a unique key without the tenant', ['create unique index on "User" (email)'], /begin with tenantId/],
    ['an index without the tenant', ['create index on "User" (email)'], /begin with tenantId/],
    ['a foreign key without the tenant', ['alter table "User" add foreign key ("teamId") references "Team" (id)'], /does not carry tenantId/],
    ['a table nobody secured', [sound], /is off/],
    ['a nullable tenant', ['alter table "Team" alter "tenantId" drop not null'], /may be null/],
    ['a default of another making', ['alter table "Team" alter "tenantId" set default 1'], /may be null or does not come/],
    ['a right on a platform table', ['grant select on "Tenant" to :app'], /must not have/],
    ['the right to truncate', ['grant truncate on "User" to :app'], /must not have/],
    ['a right for everybody', ['grant select on "User" to public'], /must not have/],
    ['a view that reads as its owner', ['create view people as select * from "User"'], /reads as its owner/],
    ['a function that runs as its owner', ['create function people() returns bigint language sql security definer as $$ select count(*) from "User" $$'], /SECURITY DEFINER/],
    ['a role that may make roles', ['alter role :app createrole'], /makes roles/],
    ['a role that owns a table', ['grant :app to current_user with set true', 'grant create on schema public to :app', 'alter table "Team" owner to :app'], /owns a table/],
  ];

  it.each(faults)('%s is found', async (_name, statements, expected) => {
    for (const statement of statements) await client.query(statement.replaceAll(':app', roles.app));
    const findings = await isolationFindings(client, roles);
    expect(findings.map(({ finding }) => finding).join('\n')).toMatch(expected);
    expect(findings.every(({ fix }) => fix.length > 10)).toBe(true);
  });

  it('is mended by securing again, where a table was new', async () => {
    await client.query(sound);
    expect(await secure(client, roles)).toEqual(['planted']);
    expect(await isolationFindings(client, roles)).toEqual([]);
    expect(await secure(client, roles)).toEqual([]);
  });
});
