import { z } from 'zod';
import { instant, pageOf, version } from '@loctelli/core';

/** `body` is plain text; a person is named as `@[Ana Ruiz](user:12)`. */
export const clientNote = z
  .object({
    id: z.number().int(),
    clientId: z.number().int(),
    body: z.string(),
    mentions: z.array(z.number().int()),
    authorId: z.number().int().nullable(),
    authorName: z.string().nullable(),
    version: z.number().int(),
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: 'ClientNote' });
export type ClientNote = z.infer<typeof clientNote>;
export const clientNotePage = pageOf(clientNote, 'ClientNotePage');
const body = z.string().trim().min(1).max(5000);
/** Those whom the text names are told, as far as they may see the client. */
export const clientNoteWrite = z.strictObject({ body }).meta({ id: 'ClientNoteWrite' });
/** By its author only. */
export const clientNoteUpdate = z.strictObject({ version, body }).meta({ id: 'ClientNoteUpdate' });
