import type { BulkKind, ClientBulkRun, ClientFilter } from '../../contract.ts';
import type { Prisma } from '@loctelli/core/server';

export type BulkRunRow = Prisma.ClientBulkRunGetPayload<object>;

/** What a run is over, as it is kept: ids in order, or a filter and the last client there was when it was asked for. */
export type KeptTarget = { ids: number[] } | { filter: ClientFilter; maxId: number };

export const permissionOf = (kind: BulkKind) => (kind === 'update' ? 'clients.update' : 'clients.delete');

export function runOf(row: BulkRunRow): ClientBulkRun {
  const { id, total, processed, changed, skipped, kept, progressId, createdAt, finishedAt, undoneAt, version } = row;
  return {
    ...{ id, total, processed, changed, skipped, kept, progressId, version },
    kind: row.kind as BulkKind,
    status: row.status as ClientBulkRun['status'],
    createdAt: createdAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
    undoneAt: undoneAt?.toISOString() ?? null,
  };
}
