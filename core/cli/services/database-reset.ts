import pg from 'pg';

/** Drops every schema the product made, with everything in it, and leaves an empty `public`. */
export async function emptyDatabase(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      `select nspname as name from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema' and pg_has_role(current_user, nspowner, 'usage')`,
    );
    for (const { name } of rows) await client.query(`drop schema ${client.escapeIdentifier(name)} cascade`);
    await client.query('create schema if not exists public');
  } finally {
    await client.end();
  }
}
