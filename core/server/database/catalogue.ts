import type pg from 'pg';
import { platformPolicy, tenantPolicy, type Roles } from './secure.ts';

/** Something in the database that would let one tenant reach another, and how to mend it. */
export interface Finding {
  /** Table, view, function or role. */
  subject: string;
  finding: string;
  fix: string;
}

/**
 * Reads PostgreSQL's catalogue and answers everything that breaks the isolation of tenants; nothing found is an empty list. It looks at
 * what is there and not at what we believe to have made.
 */
export async function isolationFindings(client: pg.ClientBase, roles: Roles): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { sql, values, finding, fix } of checks(roles)) {
    const { rows } = await client.query<{ subject: string; detail?: string }>(sql, values);
    for (const { subject, detail } of rows) findings.push({ subject, finding: detail ? `${finding} (${detail})` : finding, fix });
  }
  return findings;
}

/**
 * Tables that could not be distributed by `tenantId` over several PostgreSQL servers as Citus does it: each primary and unique key has to hold
 * the distribution column. It is a list for the day one server is not enough, and no fault today.
 */
export async function notDistributable(client: pg.ClientBase): Promise<{ table: string; key: string }[]> {
  const { rows } = await client.query<{ table: string; key: string }>(`
    select c.relname as table, i.indexrelid::regclass::text as key
    from pg_index i join pg_class c on c.oid = i.indrelid
    where c.relnamespace = 'public'::regnamespace and i.indisunique and c.relname <> '_prisma_migrations'
      and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenantId' and a.attnum = any (i.indkey))
    order by 1, 2`);
  return rows;
}

interface Check {
  sql: string;
  values?: unknown[];
  finding: string;
  fix: string;
}

const owned = `
  select c.oid, c.relname, c.relrowsecurity, c.relforcerowsecurity, c.relacl, a.attnum as tenant_column
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenantId' and not a.attisdropped
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`;

/** PostgreSQL writes a policy's condition back in its own spelling. */
const condition = `("tenantId" = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::integer AS "nullif"))`;

function checks({ app, platform }: Roles): Check[] {
  return [
    { sql: `select relname as subject from (${owned}) t where not relrowsecurity`, finding: 'row-level security is off', fix: 'run `loctelli db migrate`, which secures every table' },
    { sql: `select relname as subject from (${owned}) t where not relforcerowsecurity`, finding: 'row-level security is not forced on the owner', fix: 'run `loctelli db migrate`' },
    {
      sql: `select relname as subject from (${owned}) t where not exists (
              select from pg_policy p where p.polrelid = t.oid and p.polname = '${tenantPolicy}' and p.polcmd = '*' and p.polroles = array[$1::regrole::oid]
              and pg_get_expr(p.polqual, p.polrelid) = $2 and pg_get_expr(p.polwithcheck, p.polrelid) = $2)`,
      values: [app, condition],
      finding: 'the tenant policy is missing or says something else',
      fix: 'run `loctelli db migrate`; never write a policy by hand',
    },
    {
      sql: `select t.relname as subject, p.polname as detail from (${owned}) t join pg_policy p on p.polrelid = t.oid
            where p.polname not in ('${tenantPolicy}', '${platformPolicy}', 'owner') or (p.polname = '${platformPolicy}' and p.polroles <> array[$1::regrole::oid])
               or (p.polname = 'owner' and ($2::regrole::oid = any (p.polroles) or 0 = any (p.polroles)))`,
      values: [platform, app],
      finding: 'a policy that `secure` does not make',
      fix: 'drop it: permissive policies are joined by OR, so one more opens the table',
    },
    {
      sql: `select t.relname as subject, i.indexrelid::regclass::text as detail from (${owned}) t join pg_index i on i.indrelid = t.oid
            where i.indkey[0] <> t.tenant_column and not i.indisprimary
              and not (i.indpred is not null and not i.indisunique)`,
      finding: 'an index or unique key does not begin with tenantId',
      fix: 'begin it with tenantId in the plugin’s schema: @@unique([tenantId, …]), @@index([tenantId, …])',
    },
    {
      sql: `select t.relname as subject from (${owned}) t where not exists (
              select from pg_index i join pg_attribute a on a.attrelid = t.oid and a.attname = 'id'
              where i.indrelid = t.oid and i.indisunique and i.indnkeyatts = 2 and i.indkey[0] = t.tenant_column and i.indkey[1] = a.attnum)
            and exists (select from pg_attribute a where a.attrelid = t.oid and a.attname = 'id')`,
      finding: 'there is no unique key (tenantId, id) for other tables to point at',
      fix: 'add @@unique([tenantId, id])',
    },
    {
      sql: `select f.conrelid::regclass::text as subject, f.conname as detail from pg_constraint f
            join (${owned}) s on s.oid = f.conrelid join (${owned}) t on t.oid = f.confrelid
            where f.contype = 'f' and not (s.tenant_column = any (f.conkey) and t.tenant_column = any (f.confkey)
              and array_position(f.conkey, s.tenant_column) = array_position(f.confkey, t.tenant_column))`,
      finding: 'a foreign key between tenants’ tables does not carry tenantId, so it could point into another tenant',
      fix: 'relate by fields: [tenantId, xId], references: [tenantId, id]',
    },
    {
      sql: `select t.relname as subject from (${owned}) t join pg_attribute a on a.attrelid = t.oid and a.attnum = t.tenant_column
            left join pg_attrdef d on d.adrelid = t.oid and d.adnum = t.tenant_column
            where not a.attnotnull or coalesce(pg_get_expr(d.adbin, d.adrelid), '') !~ 'current_setting\\(''app.tenant_id'''`,
      finding: 'tenantId may be null or does not come from the connection',
      fix: 'tenantId Int @default(dbgenerated("(current_setting(\'app.tenant_id\'::text))::integer"))',
    },
    {
      sql: `select c.relname as subject, string_agg(x.privilege_type, ', ') as detail from pg_class c cross join lateral aclexplode(c.relacl) x
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm') and x.grantee in (0, $1::regrole::oid)
              and (x.privilege_type not in ('SELECT', 'INSERT', 'UPDATE', 'DELETE') or x.grantee = 0 or c.oid not in (select oid from (${owned}) t))
            group by 1`,
      values: [app],
      finding: 'the app role, or everybody, holds a right it must not have',
      fix: 'revoke it; `loctelli db migrate` grants what is needed',
    },
    {
      sql: `select c.relname as subject from pg_class c where c.relnamespace = 'public'::regnamespace
            and (c.relkind = 'm' or (c.relkind = 'v' and not coalesce('security_invoker=true' = any (c.reloptions) or 'security_invoker=on' = any (c.reloptions), false)))`,
      finding: 'a view reads as its owner and passes every policy',
      fix: 'create it with (security_invoker = true); a materialised view cannot be, so use a table',
    },
    {
      sql: `select p.oid::regprocedure::text as subject from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef and has_function_privilege($1, p.oid, 'execute')`,
      values: [app],
      finding: 'a SECURITY DEFINER function that the app role may call runs as its owner',
      fix: 'make it SECURITY INVOKER, or revoke execute from the app role and public',
    },
    {
      sql: `select rolname as subject from pg_roles r where rolname in ($1, $2) and (rolsuper or rolbypassrls or rolcreaterole
            or exists (select from pg_class c where c.relowner = r.oid and c.relnamespace = 'public'::regnamespace)
            or exists (select from pg_auth_members m where m.member = r.oid))`,
      values: [app, platform],
      finding: 'the role is a superuser, passes policies, makes roles, owns a table or is a member of another role',
      fix: 'use roles that can only log in, as `loctelli db migrate` makes them',
    },
  ];
}
