import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { applyMigrations, migrationHistory } from './schema-engine.ts';

const server = process.env.TEST_DATABASE_OWNER_URL!;
const name = `test_${randomBytes(6).toString('hex')}`;
const url = Object.assign(new URL(server), { pathname: `/${name}` }).toString();

async function query(connectionString: string, sql: string) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  return client.query(sql).finally(() => client.end());
}
beforeAll(() => query(server, `create database ${name}`));
afterAll(() => query(server, `drop database if exists ${name}`));

const first = {
  name: '20260101000000_first',
  sql: `CREATE TABLE a (id int); CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM 1; RETURN 2; END $$;`,
};
const broken = { name: '20260101000001_broken', sql: 'CREATE TABLE b (id int); CREATE TABLE a (id int);' };

test('a script with semicolons in a function is applied as it stands', async () => {
  expect(await applyMigrations(url, [first])).toEqual([first.name]);
  expect((await query(url, 'select f()')).rows).toEqual([{ f: 2 }]);
  expect(await migrationHistory(url, [first])).toEqual({ unapplied: [], missing: [], edited: [], failed: [] });
});

test('a script that fails says what PostgreSQL said, leaves nothing of itself behind and is tried again', async () => {
  await expect(applyMigrations(url, [first, broken])).rejects.toThrow(/relation "a" already exists/);
  expect((await query(url, `select to_regclass('b') as b`)).rows).toEqual([{ b: null }]);
  expect(await applyMigrations(url, [first, { ...broken, sql: 'CREATE TABLE b (id int);' }])).toEqual([broken.name]);
});
