import type { Prisma } from '@loctelli/core/server';
import type { ClientTask } from '../../contract.ts';

/** What a task is read with, for `taskOf`. */
export const withNames = { client: { select: { name: true } }, assignee: { select: { name: true } } } satisfies Prisma.ClientTaskInclude;
export type TaskRow = Prisma.ClientTaskGetPayload<{ include: typeof withNames }>;

/** A task as others see it. */
export const taskOf = (row: TaskRow, completedByName: string | null): ClientTask => ({
  ...{ id: row.id, clientId: row.clientId, title: row.title, body: row.body, assigneeId: row.assigneeId, version: row.version },
  clientName: row.client.name,
  assigneeName: row.assignee?.name ?? null,
  dueAt: row.dueAt?.toISOString() ?? null,
  completedAt: row.completedAt?.toISOString() ?? null,
  completedByName,
  createdAt: row.createdAt.toISOString(),
});
