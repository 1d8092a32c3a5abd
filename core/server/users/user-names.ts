import type { Database } from '../database/database.ts';

/**
 * What the users of these ids are called, in one query for as many as there are; none where there are no ids. Ids of nobody are absent.
 * @example const names = await userNames(this.db, rows.map(({ actorId }) => actorId)); names.of(row.actorId)
 */
export async function userNames(db: Pick<Database, 'user'>, ids: readonly (number | null)[]): Promise<{ of(id: number | null): string | null }> {
  const known = [...new Set(ids.filter((id) => id !== null))];
  const users = known.length ? await db.user.findMany({ where: { id: { in: known } }, select: { id: true, name: true } }) : [];
  const names = new Map(users.map(({ id, name }) => [id, name]));
  return { of: (id) => (id === null ? null : (names.get(id) ?? null)) };
}
