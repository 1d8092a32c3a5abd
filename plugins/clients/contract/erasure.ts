import { z } from 'zod';
import { defineJob, instant, line, pageOf } from '@loctelli/core';

/** `confirm` repeats the client's name, so that nobody erases by a slip. There is no way back. */
export const eraseRequest = z.strictObject({ confirm: z.string().trim().max(200), reason: line(200).optional() }).meta({ id: 'ClientEraseRequest' });
export type EraseRequest = z.infer<typeof eraseRequest>;
/** Proof that a client's personal data was erased. Tells nothing of who they were. */
export const erasure = z
  .object({
    id: z.number().int(),
    certificate: z.string(),
    clientId: z.number().int(),
    /** What was erased, by kind: notes, tasks, files, timeline, audit … */
    counts: z.record(z.string(), z.number().int()),
    reason: z.string().nullable(),
    erasedByName: z.string().nullable(),
    tenant: z.string(),
    /** HMAC-SHA256 over the certificate's text, hex. */
    seal: z.string(),
    createdAt: instant,
  })
  .meta({ id: 'ClientErasure' });
export type ClientErasure = z.infer<typeof erasure>;
export const erasurePage = pageOf(erasure, 'ClientErasurePage');
/** Whether a certificate is one of this tenant's, unchanged. */
export const erasureCheck = z.strictObject({ certificate: z.uuid(), seal: z.string().regex(/^[0-9a-f]{64}$/) }).meta({ id: 'ClientErasureCheck' });
export const erasureVerdict = z.object({ genuine: z.boolean() }).meta({ id: 'ClientErasureVerdict' });

/** After how many days what lies in the trash is deleted for good. */
export const trashRule = z.object({ days: z.number().int() }).meta({ id: 'ClientTrashRule' });
export type TrashRule = z.infer<typeof trashRule>;

export const emptyTrash = defineJob('clients.empty-trash', z.object({ progressId: z.number().int().nullable(), before: z.iso.datetime() }), { attempts: 5 });

/** Removes the bytes of files whose rows are settled: some go, some are only emptied because an import's row names them. */
export const deleteFiles = defineJob('clients.delete-files', z.object({ fileIds: z.array(z.number().int()), wipeIds: z.array(z.number().int()) }), { attempts: 8 });
