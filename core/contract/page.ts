import { z } from 'zod';

/** Query of a list route: an opaque cursor from the page before, and how many rows (25 unless told, 100 at most). */
export const pageQuery = z.strictObject({
  cursor: z.string().max(1000).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
});
export type PageQuery = z.infer<typeof pageQuery>;

/**
 * Answer of a list route. `nextCursor` is null on the last page. `total` is counted up to `total.limit` rows at most: beyond it
 * `exact` is false and the screen says "10,000+"; nothing here counts a large table to the end.
 */
export const pageOf = <T extends z.ZodType>(item: T, name: string) =>
  z
    .object({
      items: z.array(item),
      nextCursor: z.string().nullable(),
      total: z.object({ count: z.number().int(), exact: z.boolean() }).optional(),
    })
    .meta({ id: name });

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
  total?: { count: number; exact: boolean };
}
