import { z } from 'zod';
import { defineJob, instant, pageOf } from '@loctelli/core';

/** Where a column of an imported file may go. `custom:<key>` is one of the tenant's own fields. */
// prettier-ignore
export const importTargets = ['name', 'firstName', 'middleName', 'lastName', 'email', 'phone', 'company', 'position', 'zone', 'status', 'source', 'value', 'currency', 'owner', 'tags', 'note', 'createdAt'] as const;
export const importTarget = z.union([z.enum(importTargets), z.templateLiteral(['custom:', z.string().regex(/^[a-zA-Z0-9]{1,40}$/)])]);
export type ImportTarget = z.infer<typeof importTarget>;
export const duplicateRule = z.enum(['skip', 'update', 'create']);
export type DuplicateRule = z.infer<typeof duplicateRule>;
export const importStatus = z.enum(['draft', 'queued', 'running', 'done', 'failed', 'cancelled', 'undoing', 'undone']);

export const clientImport = z
  .object({
    id: z.number().int(),
    status: importStatus,
    name: z.string(),
    encoding: z.string(),
    delimiter: z.string(),
    columns: z.array(z.string()),
    sample: z.array(z.array(z.string())),
    mapping: z.array(importTarget.nullable()),
    rule: duplicateRule,
    rowCount: z.number().int(),
    processed: z.number().int(),
    created: z.number().int(),
    updated: z.number().int(),
    skipped: z.number().int(),
    failed: z.number().int(),
    kept: z.number().int(),
    ownerId: z.number().int(),
    createdAt: instant,
    startedAt: instant.nullable(),
    finishedAt: instant.nullable(),
    undoneAt: instant.nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'ClientImport' });
export type ClientImport = z.infer<typeof clientImport>;
export const clientImportPage = pageOf(clientImport, 'ClientImportPage');
export const clientImportMapping = z
  .strictObject({ mapping: z.array(importTarget.nullable()).max(500), rule: duplicateRule })
  .meta({ id: 'ClientImportMapping' });
/** Why a row is not taken in: `column` is the file's header, `code` the translation key `clients.import.reasons.<code>`. */
export const rowReason = z.object({ column: z.string(), code: z.string(), value: z.string() });
export type RowReason = z.infer<typeof rowReason>;
export const clientImportPreview = z
  .object({
    rows: z.array(
      z.object({
        row: z.number().int(),
        outcome: z.enum(['create', 'update', 'skip', 'fail']),
        name: z.string(),
        email: z.string().nullable(),
        phone: z.string().nullable(),
        company: z.string().nullable(),
        reasons: z.array(rowReason),
      }),
    ),
    /** How many of the rows looked at would end each way. */
    counts: z.object({ create: z.number().int(), update: z.number().int(), skip: z.number().int(), fail: z.number().int() }),
    looked: z.number().int(),
    rowCount: z.number().int(),
  })
  .meta({ id: 'ClientImportPreview' });
export type ClientImportPreview = z.infer<typeof clientImportPreview>;

/** Live message to the one who imports; its data is the ClientImport. */
export const importProgress = 'clients.import-progress';

const importRef = z.object({ importId: z.number().int() });
export const runImport = defineJob('clients.import', importRef, { attempts: 5 });
export const undoImport = defineJob('clients.undo-import', importRef, { attempts: 5 });
