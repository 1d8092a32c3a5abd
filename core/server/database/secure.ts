import type pg from 'pg';

/** Names of the two roles that are not the owner. */
export interface Roles {
  app: string;
  platform: string;
}

export const tenantPolicy = 'tenant';
export const platformPolicy = 'platform';
export const tenantCondition = `"tenantId" = (select nullif(current_setting('app.tenant_id', true), '')::int)`;

interface TableState {
  name: string;
  owned: boolean;
  secured: boolean;
}

/**
 * Brings the rights of every table in line with one rule, read from the catalogue: a table with a `tenantId` column belongs to tenants, and
 * the app role sees of it the rows of the tenant in the air; a table without one is the platform's, and the app role has no right on it.
 * Policies stand here and not in migrations, so that nobody who adds a table can forget them (docs/decisions/0001).
 * Runs as the owner, in the caller's transaction; leaves alone what is right already.
 */
export async function secure(client: pg.ClientBase, { app, platform }: Roles): Promise<string[]> {
  const [appRole, platformRole] = [quote(app), quote(platform)];
  const { rows } = await client.query<TableState>(tables, [app, platform, tenantPolicy, platformPolicy]);
  const changed: string[] = [];
  for (const { name, owned, secured } of rows) {
    if (secured) continue;
    changed.push(name);
    const table = quote(name);
    await client.query(`revoke all on ${table} from public, ${appRole}, ${platformRole}`);
    await client.query(`grant select, insert, update, delete on ${table} to ${platformRole}`);
    if (!owned) continue;
    await client.query(`
      grant select, insert, update, delete on ${table} to ${appRole};
      alter table ${table} enable row level security;
      alter table ${table} force row level security;
      drop policy if exists ${tenantPolicy} on ${table};
      drop policy if exists ${platformPolicy} on ${table};
      drop policy if exists owner on ${table};
      create policy ${tenantPolicy} on ${table} to ${appRole} using (${tenantCondition}) with check (${tenantCondition});
      create policy ${platformPolicy} on ${table} to ${platformRole} using (true) with check (true);
      create policy owner on ${table} to current_user using (true) with check (true)`);
  }
  await client.query(`
    revoke all on schema public from public;
    grant usage on schema public to ${appRole}, ${platformRole};
    grant usage on all sequences in schema public to ${appRole}, ${platformRole}`);
  return changed;
}

/** Every table that Prisma keeps, and whether its rights are as `secure` leaves them. The owner's policy lets migrations move rows under FORCE. */
const tables = `
  select c.relname as name,
         exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenantId' and not a.attisdropped) as owned,
         has_table_privilege($2, c.oid, 'select')
         and case when exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenantId' and not a.attisdropped)
           then c.relrowsecurity and c.relforcerowsecurity and has_table_privilege($1, c.oid, 'insert') and not has_table_privilege($1, c.oid, 'truncate')
                and exists (select from pg_policy p where p.polrelid = c.oid and p.polname = $3 and $1::regrole = any (p.polroles::regrole[]))
                and exists (select from pg_policy p where p.polrelid = c.oid and p.polname = $4 and $2::regrole = any (p.polroles::regrole[]))
           else not has_table_privilege($1, c.oid, 'select') end as secured
  from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> '_prisma_migrations'
  order by c.relname`;

export const quote = (name: string) => `"${name.replaceAll('"', '""')}"`;
