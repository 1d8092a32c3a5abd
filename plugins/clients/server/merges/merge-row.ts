import type { ClientMerge } from '../../contract.ts';
import type { Prisma } from '@loctelli/core/server';

export type MergeRow = Prisma.ClientMergeGetPayload<object>;

/** Rows that moved to the survivor, by the client they came from, and the version each absorbed client was left at. */
export interface Moved {
  notes: Record<string, number[]>;
  tasks: Record<string, number[]>;
  files: Record<string, number[]>;
  timeline: Record<string, number[]>;
  absorbed: Record<string, number>;
}

export const undoDays = 30;

export function mergeRowOf(row: MergeRow, names: { survivor: string; by: string | null }, kept: string[] = []): ClientMerge {
  const { id, survivorId, mergedIds, undoUntil, undoneAt, createdAt } = row;
  return {
    ...{ id, survivorId, mergedIds, kept },
    survivorName: names.survivor,
    mergedByName: names.by,
    undoUntil: undoUntil.toISOString(),
    undoneAt: undoneAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  };
}
