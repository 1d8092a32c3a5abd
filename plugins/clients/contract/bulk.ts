import { z } from 'zod';
import { defineJob, id, instant, line } from '@loctelli/core';
import { clientFilter, clientStatus, tag } from './clients.ts';
import { customFields } from './fields.ts';

export const bulkKind = z.enum(['update', 'delete', 'restore']);
export type BulkKind = z.infer<typeof bulkKind>;
export const bulkStatus = z.enum(['queued', 'running', 'done', 'failed', 'cancelled', 'undoing', 'undone']);
/** What an update does to each client. Absent means as it is, null means emptied. */
export const bulkChange = z.strictObject({
  status: clientStatus.optional(),
  ownerId: id.nullable().optional(),
  stageId: id.nullable().optional(),
  lostReasonId: id.nullable().optional(),
  source: line(100).nullable().optional(),
  addTags: z.array(tag).max(20).optional(),
  removeTags: z.array(tag).max(20).optional(),
  customFields: customFields.optional(),
});
export type BulkChange = z.infer<typeof bulkChange>;
/** Clients by id, or every one a filter finds when the run starts. */
export const bulkTarget = z.union([z.strictObject({ ids: z.array(id).min(1).max(10_000) }), z.strictObject({ filter: clientFilter })]);
export type BulkTarget = z.infer<typeof bulkTarget>;
export const bulkCreate = z
  .strictObject({ kind: bulkKind, target: bulkTarget, change: bulkChange.optional() })
  .meta({ id: 'ClientBulkCreate' });
export type BulkCreate = z.infer<typeof bulkCreate>;
export type BulkCreateInput = z.input<typeof bulkCreate>;

export const clientBulkRun = z
  .object({
    id: z.number().int(),
    kind: bulkKind,
    status: bulkStatus,
    total: z.number().int(),
    processed: z.number().int(),
    changed: z.number().int(),
    /** Out of the caller's reach, refused by a rule, or as wanted already. */
    skipped: z.number().int(),
    /** Left alone by undo, because somebody changed them since. */
    kept: z.number().int(),
    /** The BackgroundJob that shows its progress. */
    progressId: z.number().int().nullable(),
    createdAt: instant,
    finishedAt: instant.nullable(),
    undoneAt: instant.nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'ClientBulkRun' });
export type ClientBulkRun = z.infer<typeof clientBulkRun>;

const runRef = z.object({ runId: z.number().int() });
export const runBulk = defineJob('clients.bulk', runRef, { attempts: 5 });
export const undoBulk = defineJob('clients.undo-bulk', runRef, { attempts: 5 });
