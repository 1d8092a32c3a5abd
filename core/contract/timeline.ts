import { z } from 'zod';
import { instant } from './fields.ts';
import { messageParams } from './notifications.ts';
import { pageOf, pageQuery } from './page.ts';

/** Something that happened to a record. The words of kind `clients.stage-changed` are `clients.timeline.stage-changed`. */
export const timelineEntry = z
  .object({
    id: z.number().int(),
    kind: z.string(),
    params: messageParams,
    body: z.string().nullable(),
    href: z.string().nullable(),
    actorId: z.number().int().nullable(),
    actorName: z.string().nullable(),
    /** What it tells of, such as `ClientNote:12`. */
    source: z.string().nullable(),
    at: instant,
  })
  .meta({ id: 'TimelineEntry' });
export type TimelineEntry = z.infer<typeof timelineEntry>;
export const timelinePage = pageOf(timelineEntry, 'TimelinePage');
/** `kinds` is a comma-separated list; a bare plugin id stands for all of its kinds. */
export const timelineQuery = pageQuery.extend({ kinds: z.string().max(500).optional() });
export type TimelineQuery = z.infer<typeof timelineQuery>;
