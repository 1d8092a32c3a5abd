import { z } from 'zod';
import { defineEvent } from '@loctelli/core';

/** Live message to everybody who may read clients: `{ clientId }` of one that has changed, or that something was added to. */
export const clientChanged = 'clients.changed';

const changed = z.object({ clientId: z.number().int(), name: z.string(), ownerId: z.number().int().nullable() });
export const clientCreated = defineEvent('client.created', changed);
export const clientUpdated = defineEvent('client.updated', changed.extend({ fields: z.array(z.string()) }));
export const clientDeleted = defineEvent('client.deleted', changed);
export const clientRestored = defineEvent('client.restored', changed);
/** Beside `client.updated`. `kind` is that of the new stage: won and lost end a deal. */
export const clientStageChanged = defineEvent(
  'client.stage-changed',
  changed.extend({
    fromStageId: z.number().int().nullable(),
    toStageId: z.number().int().nullable(),
    kind: z.enum(['open', 'won', 'lost']).nullable(),
    lostReasonId: z.number().int().nullable(),
  }),
);
/** Plugins that hold rows of clients move theirs from `mergedIds` to `clientId`, and remember which, so that `client.unmerged` can be followed. */
export const clientMerged = defineEvent('client.merged', z.object({ mergeId: z.number().int(), clientId: z.number().int(), mergedIds: z.array(z.number().int()) }));
export const clientUnmerged = defineEvent('client.unmerged', z.object({ mergeId: z.number().int(), clientId: z.number().int(), mergedIds: z.array(z.number().int()) }));
/** Plugins that hold personal data of the client erase theirs. */
export const clientErased = defineEvent('client.erased', z.object({ clientId: z.number().int(), certificate: z.string() }));
const task = z.object({ taskId: z.number().int(), clientId: z.number().int(), assigneeId: z.number().int().nullable() });
export const clientTaskCreated = defineEvent('client.task-created', task);
export const clientTaskCompleted = defineEvent('client.task-completed', task);

const importCounts = z.object({
  importId: z.number().int(),
  created: z.number().int(),
  updated: z.number().int(),
  skipped: z.number().int(),
  failed: z.number().int(),
});
/** One for a whole file: what each row became is read from the list, not announced 100,000 times. */
export const clientsImported = defineEvent('clients.imported', importCounts);
export const clientsImportUndone = defineEvent(
  'clients.import-undone',
  z.object({ importId: z.number().int(), removed: z.number().int(), restored: z.number().int(), kept: z.number().int() }),
);
/** One for a whole bulk run, likewise. */
export const clientsBulkChanged = defineEvent(
  'clients.bulk-changed',
  z.object({ runId: z.number().int(), kind: z.enum(['update', 'delete', 'restore']), changed: z.number().int(), undone: z.boolean() }),
);
