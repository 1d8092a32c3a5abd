import type { Prisma } from '@loctelli/core/server';
import type { ClientImport, DuplicateRule, ImportTarget } from '../../contract.ts';

export type ImportRow = Prisma.ClientImportGetPayload<object>;

/** An import as others see it. */
export function importOf(row: ImportRow): ClientImport {
  const { id, name, encoding, delimiter, rowCount, processed, created, updated, skipped, failed, kept, ownerId, version } = row;
  const at = (moment: Date | null) => moment?.toISOString() ?? null;
  return {
    ...{ id, name, encoding, delimiter, rowCount, processed, created, updated, skipped, failed, kept, ownerId, version },
    status: row.status as ClientImport['status'],
    columns: row.columns as string[],
    sample: row.sample as string[][],
    mapping: mappingOf(row),
    rule: row.rule as DuplicateRule,
    createdAt: row.createdAt.toISOString(),
    startedAt: at(row.startedAt),
    finishedAt: at(row.finishedAt),
    undoneAt: at(row.undoneAt),
  };
}

export const mappingOf = (row: Pick<ImportRow, 'mapping'>) => row.mapping as (ImportTarget | null)[];
