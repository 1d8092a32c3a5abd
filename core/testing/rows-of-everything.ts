import type pg from 'pg';

interface Column {
  table: string;
  name: string;
  type: string;
  isArray: boolean;
  isRequired: boolean;
  enumLabel: string | null;
}
interface Link {
  table: string;
  columns: string[];
  target: string;
  targetColumns: string[];
}

/**
 * Puts one row for a tenant into every tenant-owned table there is, as the catalogue describes them: no table is named here. All of a tenant's
 * rows carry one id, far from those of other tenants: it says by itself whose it is, and it is found whichever table a route looks in, so that
 * what tries ids on routes tries one of each tenant and not one of each table.
 * @returns the id of the row in each table that has one
 */
export async function fillEveryTable(client: pg.Client, tenantId: number): Promise<Map<string, number>> {
  const { rows: columns } = await client.query<Column>(columnsOfOwnedTables);
  const { rows: links } = await client.query<Link>(linksBetweenOwnedTables);
  const tables = [...new Set(columns.map(({ table }) => table))].sort();
  const ids = new Map<string, number>();
  const fill = async (table: string, waiting: string[] = []): Promise<void> => {
    if (ids.has(table)) return;
    const own = columns.filter((column) => column.table === table);
    const values: Record<string, unknown> = { tenantId };
    const hasId = own.some(({ name }) => name === 'id');
    const id = tenantId * 1_000_000 + 500;
    if (hasId) values.id = id;
    for (const { columns: from, target, targetColumns } of links.filter((link) => link.table === table)) {
      if (target === table || waiting.includes(target)) continue;
      await fill(target, [...waiting, table]);
      for (const [index, column] of from.entries()) {
        if (column !== 'tenantId') values[column] = await valueOf(client, target, targetColumns[index]!, tenantId, ids.get(target));
      }
    }
    for (const column of own) if (!(column.name in values) && column.isRequired) values[column.name] = sample(column, `${table}${tenantId}`, id);
    const names = Object.keys(values);
    await client.query(
      `insert into "${table}" (${names.map((name) => `"${name}"`).join(', ')}) values (${names.map((_, index) => `$${index + 1}`).join(', ')})`,
      Object.values(values),
    );
    ids.set(table, hasId ? id : 0);
  };
  await client.query("select set_config('app.tenant_id', $1, false)", [String(tenantId)]);
  for (const table of tables) await fill(table);
  return ids;
}

/** A digest of every row a tenant has, table by table. */
export async function fingerprint(client: pg.Client, tenantId: number): Promise<Record<string, string>> {
  const { rows: columns } = await client.query<Column>(columnsOfOwnedTables);
  const found: Record<string, string> = {};
  for (const table of new Set(columns.map((column) => column.table))) {
    const { rows } = await client.query(`select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as digest from "${table}" t where "tenantId" = $1`, [tenantId]);
    found[table] = rows[0].digest;
  }
  return found;
}

async function valueOf(client: pg.Client, table: string, column: string, tenantId: number, id: number | undefined): Promise<unknown> {
  const { rows } = await client.query(`select "${column}" as value from "${table}" where "tenantId" = $1 ${id ? `and id = ${id}` : ''} limit 1`, [tenantId]);
  return rows[0]?.value ?? null;
}

/** An id that no foreign key guards, or a number that names a row, still belongs to its tenant: it is that of the row itself. */
function sample({ name, type, isArray, enumLabel }: Column, word: string, id: number): unknown {
  if (isArray) return [];
  if (enumLabel) return enumLabel;
  if (type === 'uuid') return crypto.randomUUID();
  if (/json/.test(type)) return '{}';
  if (/^int/.test(type) && /(Id|^number)$/.test(name)) return id;
  if (/int|numeric|float/.test(type)) return 1;
  if (type === 'bool') return true;
  if (/time|date/.test(type)) return new Date('2030-01-01T00:00:00Z');
  return word;
}

const columnsOfOwnedTables = `
  select c.relname as table, a.attname as name, t.typname as type, t.typcategory = 'A' as "isArray",
         a.attnotnull and not a.atthasdef as "isRequired",
         (select e.enumlabel from pg_enum e where e.enumtypid = t.oid order by e.enumsortorder limit 1) as "enumLabel"
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped join pg_type t on t.oid = a.atttypid
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    and exists (select from pg_attribute o where o.attrelid = c.oid and o.attname = 'tenantId' and not o.attisdropped)
  order by c.relname, a.attnum`;

const linksBetweenOwnedTables = `
  select c.relname as table, t.relname as target,
         (select array_agg(a.attname::text order by k.n) from unnest(f.conkey) with ordinality k(num, n) join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k.num) as columns,
         (select array_agg(a.attname::text order by k.n) from unnest(f.confkey) with ordinality k(num, n) join pg_attribute a on a.attrelid = f.confrelid and a.attnum = k.num) as "targetColumns"
  from pg_constraint f join pg_class c on c.oid = f.conrelid join pg_class t on t.oid = f.confrelid
  where f.contype = 'f' and t.relname <> 'Tenant'`;
