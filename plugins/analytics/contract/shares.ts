import { id, instant, locale } from '@loctelli/core';
import { z } from 'zod';
import { answers } from './answers.ts';
import { tile } from './tiles.ts';

/** A link that shows one dashboard to whoever has it, read-only, with the numbers its maker may see. */
export const share = z
  .object({
    id: z.number().int(),
    dashboardId: z.number().int(),
    dashboardName: z.string(),
    /** Path on the tenant's host; null once it is over. */
    path: z.string().nullable(),
    ownerName: z.string().nullable(),
    expiresAt: instant,
    revokedAt: instant.nullable(),
    lastSeenAt: instant.nullable(),
    views: z.number().int(),
    createdAt: instant,
  })
  .meta({ id: 'AnalyticsShare' });
export type Share = z.infer<typeof share>;
export const shareList = z.object({ items: z.array(share) }).meta({ id: 'AnalyticsShareList' });
export const shareCreate = z.strictObject({ dashboardId: id, days: z.number().int().min(1).max(365).default(30) }).meta({ id: 'AnalyticsShareCreate' });
export type ShareCreate = z.infer<typeof shareCreate>;

export const shareToken = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
export const sharedQuery = z.strictObject({ locale: locale.optional() });
export const sharedDashboard = z.object({ name: z.string(), expiresAt: instant, tiles: z.array(tile), answers }).meta({ id: 'AnalyticsSharedDashboard' });
export type SharedDashboard = z.infer<typeof sharedDashboard>;
