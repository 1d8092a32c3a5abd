import { createHash, randomUUID } from 'node:crypto';
import bcrypt from 'bcrypt';
import pg from 'pg';
import { builtInRoles } from '@loctelli/core';
import type { DemoTenant } from './browser.ts';

/** Makes a tenant with nobody in it but an administrator, for stories that count everything there is. */
export async function freshTenant(name: string): Promise<DemoTenant> {
  const slug = `${name.toLowerCase().replaceAll(' ', '-')}-${randomUUID().slice(0, 8)}`;
  const password = createHash('sha256').update((process.env.E2E_PASSWORD ?? 'loctelli-demo-2026').normalize('NFKC')).digest('base64');
  const client = new pg.Client({ connectionString: process.env.E2E_DATABASE_URL });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: number }>(`insert into "Tenant" (slug, name, zone, "updatedAt") values ($1, $2, 'Europe/London', now()) returning id`, [slug, name]);
    const { id } = rows[0]!;
    await client.query(`insert into "Role" ("tenantId", key, name, "builtIn", "updatedAt") select $1, key, initcap(key), true, now() from unnest($2::text[]) key`, [id, [...builtInRoles]]);
    await client.query(
      `insert into "User" ("tenantId", name, email, password, "roleKey", "emailVerifiedAt", "updatedAt") values ($1, 'Nora Field', $2, $3, 'admin', now(), now())`,
      [id, `admin@${slug}.example`, await bcrypt.hash(password, 4)],
    );
  } finally {
    await client.end();
  }
  return { slug, name };
}
