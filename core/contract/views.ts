import { z } from 'zod';
import { id, line, version } from './fields.ts';

export const viewVisibility = z.enum(['private', 'team', 'tenant']);
export type ViewVisibility = z.infer<typeof viewVisibility>;
/** The list a view is of, such as `clients`. */
export const viewList = z.string().regex(/^[a-z][a-z0-9-]*(\.[a-z0-9-]+)*$/).max(60);
const query = z.record(z.string().max(60), z.json()).refine((json) => JSON.stringify(json).length <= 10_000, 'is too large');

/** A list as somebody wants to find it again. `query` is the list's business: its filters, order, columns, form. */
export const savedView = z
  .object({
    id: z.number().int(),
    list: z.string(),
    name: z.string(),
    query: z.record(z.string(), z.json()),
    visibility: viewVisibility,
    ownerId: z.number().int(),
    ownerName: z.string().nullable(),
    /** Whether the caller may change it: its owner, and whoever may share views with the tenant. */
    mine: z.boolean(),
    position: z.number().int(),
    version: z.number().int(),
  })
  .meta({ id: 'SavedView' });
export type SavedView = z.infer<typeof savedView>;
export const savedViewList = z.object({ items: z.array(savedView) }).meta({ id: 'SavedViewList' });
export const savedViewQuery = z.strictObject({ list: viewList });
/** A view for the team goes to the team its owner is in. */
export const savedViewCreate = z
  .strictObject({ list: viewList, name: line(60), query, visibility: viewVisibility.default('private') })
  .meta({ id: 'SavedViewCreate' });
export type SavedViewCreate = z.infer<typeof savedViewCreate>;
export const savedViewUpdate = z
  .strictObject({ version, name: line(60).optional(), query: query.optional(), visibility: viewVisibility.optional(), position: id.optional() })
  .meta({ id: 'SavedViewUpdate' });
export type SavedViewUpdate = z.infer<typeof savedViewUpdate>;
