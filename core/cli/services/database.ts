import path from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { parseConfig, type Config } from '../../server/config/config.ts';
import type { PluginImport } from '../../server/plugins/plugin.ts';
import { step } from './progress.ts';
import type { Variables } from './settings.ts';

/** Brings the schema up to date, secures it, and fills an empty database with the tenants of `tenants/`. */
export async function prepareDatabase(env: Variables): Promise<void> {
  const config = parseConfig(env);
  const { migrate, readMigrations } = await import('../../server/database/migrate.ts');
  await step('Migrating the database', () => migrate(config, readMigrations(process.cwd())));
  if ((await tenantCount(config)) > 0) return;
  const { seed } = await import('../../server/seed/seed.ts');
  // By its place on disk: the list belongs to the app, and the kernel imports no plugin.
  const list = pathToFileURL(path.resolve('dist/apps/api/generated/plugins.js')).href;
  const { plugins } = (await import(list)) as { plugins: PluginImport[] };
  await step('Filling the empty database with the demo tenants', () => seed(config, plugins));
}

export interface SignIn {
  slug: string;
  name: string;
  kind: string;
  emails: string[];
}

/** The demo's accounts that are in the database, by tenant; accounts of a real company are nobody's to print. */
export async function demoSignIns(config: Config): Promise<SignIn[]> {
  return ask(config.databasePlatformUrl, async (client) => {
    const { rows } = await client.query<SignIn>(`
      select t.slug, t.name, t.kind, array_agg(u.email order by u."roleKey") as emails
      from "Tenant" t join "User" u on u."tenantId" = t.id and u.email = u."roleKey" || '@' || t.slug || '.example'
      group by t.id order by t."parentId" nulls first, t.id`);
    return rows;
  });
}

async function tenantCount(config: Config): Promise<number> {
  return ask(config.databasePlatformUrl, async (client) => Number((await client.query('select count(*) from (select 1 from "Tenant" limit 1) t')).rows[0].count));
}

async function ask<T>(url: string, question: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await question(client);
  } finally {
    await client.end();
  }
}
