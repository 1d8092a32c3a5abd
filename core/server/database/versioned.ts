import { kernelErrors } from '@loctelli/core';
import { problem } from '../http/problem.ts';

interface VersionedDelegate<Row> {
  updateManyAndReturn(args: { where: object; data: object }): Promise<Row[]>;
  findFirst(args: { where: object; select: { id: true } }): Promise<unknown>;
}

/**
 * Changes a row only if it still is at the version the caller saw, and moves it to the next one, in one statement.
 * @param where whatever else must hold, such as `access.where('clients.update')`
 * @returns the changed row
 * @throws core.not-found when no such row may be seen, core.version-conflict when it has moved on
 */
export async function updateVersioned<Row>(
  delegate: VersionedDelegate<Row>,
  { id, version, where }: { id: number; version: number; where?: object },
  data: object,
): Promise<Row> {
  const visible = { AND: [{ id }, where ?? {}] };
  const [row] = await delegate.updateManyAndReturn({ where: { AND: [visible, { version }] }, data: { ...data, version: { increment: 1 } } });
  if (row) return row;
  const exists = await delegate.findFirst({ where: visible, select: { id: true } });
  throw problem(exists ? kernelErrors.versionConflict : kernelErrors.notFound);
}
