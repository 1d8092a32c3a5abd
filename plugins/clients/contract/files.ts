import { z } from 'zod';
import { instant } from '@loctelli/core';

/** A file kept with a client; its type as found in the bytes. */
export const clientFile = z
  .object({
    id: z.number().int(),
    name: z.string(),
    mime: z.string(),
    size: z.number().int(),
    createdByName: z.string().nullable(),
    createdAt: instant,
  })
  .meta({ id: 'ClientFile' });
export type ClientFile = z.infer<typeof clientFile>;
export const clientFileList = z.object({ items: z.array(clientFile) }).meta({ id: 'ClientFileList' });
