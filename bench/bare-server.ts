import { createServer } from 'node:http';
import pg from 'pg';

/**
 * What the product is measured against: node:http and pg, the same SQL and the same pool, without sign-in, policies, validation or framework.
 * The tenant is the number in the host's name.
 */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_PLATFORM_URL, max: 10 });

const list = `
  select coalesce(json_agg(p.body order by p.n) filter (where p.n <= 25), '[]')::text as items, coalesce(bool_or(p.n > 25), false) as more,
         max(p.key) filter (where p.n = 25) as key, max(p.id) filter (where p.n = 25)::int as "lastId",
         (select count(*)::int from (select from "Client" c where c."tenantId" = $1 and true and c."deletedAt" is null and c."createdBefore" limit 10001) counted) as count
  from (
    select row_number() over (order by c.key desc, c.id desc) as n, c.key::text as key, c.id,
      json_build_object('id', c.id, 'name', c.name, 'email', c.email, 'phone', c.phone, 'company', c.company, 'position', c.position, 'zone', c.zone,
        'status', c.status, 'source', c.source, 'value', c.value, 'currency', c.currency, 'ownerId', c."ownerId", 'ownerName', u.name, 'tags', c.tags,
        'customFields', c."customFields", 'version', c.version, 'createdAt', to_char(c."createdAt", 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'updatedAt', to_char(c."updatedAt", 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'deletedAt', to_char(c."deletedAt", 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) as body
    from (
      select c.*, c."createdAt" as key from "Client" c
      where c."tenantId" = $1 and true and c."deletedAt" is null and c."createdBefore" and true order by c."createdAt" desc, c.id desc limit 26
    ) c left join "User" u on u."tenantId" = c."tenantId" and u.id = c."ownerId"
  ) p`.replaceAll('c."createdBefore"', 'c."createdAt" < $2::timestamp');

createServer((request, response) => {
  const tenantId = Number(/^t(\d+)\./.exec(String(request.headers['x-forwarded-host']))?.[1] ?? 1);
  const { pathname, searchParams } = new URL(request.url!, 'http://bare');
  const answer = (status: number, text: string) => response.writeHead(status, { 'content-type': 'application/json' }).end(text);
  if (pathname === '/healthz') return void answer(200, '{}');
  if (request.method === 'GET') {
    void pool.query({ name: 'list', text: list, values: [tenantId, new Date(searchParams.get('createdBefore')!).toISOString().slice(0, -1)] }).then(
      ({ rows: [row] }) => answer(200, `{"items":${row.items},"nextCursor":${row.more ? JSON.stringify(`${row.key}:${row.lastId}`) : null},"total":{"count":${row.count},"exact":true}}`),
      (error: Error) => answer(500, error.message),
    );
    return;
  }
  let text = '';
  request.on('data', (chunk: Buffer) => (text += chunk.toString()));
  request.on('end', () => void create(tenantId, JSON.parse(text)).then((row) => answer(201, JSON.stringify(row)), (error: Error) => answer(500, error.message)));
}).listen(Number(process.env.PORT), '127.0.0.1');

/** The rows that creating a client writes: the client, its audit entry, its event; one transaction. */
async function create(tenantId: number, { name, email }: { name: string; email: string }): Promise<unknown> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    // The search trigger reads the tenant like any other default.
    await client.query({ name: 'bind', text: "select set_config('app.tenant_id', $1, true)", values: [String(tenantId)] });
    const { rows } = await client.query({
      name: 'client',
      text: 'insert into "Client" ("tenantId", name, email, status, "ownerId", "createdById", search, "updatedAt") values ($1, $2, $3, \'lead\', $1, $1, $4, now()) returning *',
      values: [tenantId, name, email, ` ${name.toLowerCase().replaceAll(' ', '  ')}`],
    });
    const { id } = rows[0] as { id: number };
    await client.query({
      name: 'audit',
      text: 'insert into "AuditEntry" ("tenantId", action, subject, "subjectId", "actorId", changes) values ($1, \'client.created\', \'Client\', $2, $1, $3)',
      values: [tenantId, String(id), JSON.stringify({ name })],
    });
    await client.query({
      name: 'event',
      text: 'insert into "OutboxEvent" ("tenantId", "eventId", kind, name, payload, "actorId", "dispatchedAt") values ($1, gen_random_uuid(), \'event\', \'client.created\', $2, $1, now())',
      values: [tenantId, JSON.stringify(rows[0])],
    });
    await client.query('commit');
    return rows[0];
  } finally {
    client.release();
  }
}
