import { id, line, version } from '@loctelli/core';
import { z } from 'zod';
import { metricFilter } from './metrics.ts';
import { rangeChoice } from './ranges.ts';
import { tile, tiles } from './tiles.ts';

/** Whose eyes a dashboard is for: its owner's, those of one role, or everybody's who may see analytics. Numbers are each reader's own. */
export const dashboardVisibility = z.enum(['private', 'role', 'tenant']);
export type DashboardVisibility = z.infer<typeof dashboardVisibility>;

export const dashboard = z
  .object({
    id: z.number().int(),
    name: z.string(),
    visibility: dashboardVisibility,
    roleKey: z.string().nullable(),
    ownerId: z.number().int(),
    ownerName: z.string().nullable(),
    /** Whether the caller may change it. */
    mine: z.boolean(),
    range: rangeChoice,
    filters: metricFilter,
    tiles: z.array(tile),
    position: z.number().int(),
    version: z.number().int(),
  })
  .meta({ id: 'AnalyticsDashboard' });
export type Dashboard = z.infer<typeof dashboard>;
export const dashboardList = z.object({ items: z.array(dashboard) }).meta({ id: 'AnalyticsDashboardList' });
/** What there is to begin with: made of the metrics that exist, kept nowhere until somebody changes it. */
export const startDashboard = z.object({ tiles: z.array(tile), range: rangeChoice }).meta({ id: 'AnalyticsStartDashboard' });
export type StartDashboard = z.infer<typeof startDashboard>;

const roleKey = z.string().max(60);
export const dashboardCreate = z
  .strictObject({ name: line(80), visibility: dashboardVisibility.default('private'), roleKey: roleKey.nullable().default(null), range: rangeChoice.optional(), filters: metricFilter.default({}), tiles: tiles.default([]) })
  .meta({ id: 'AnalyticsDashboardCreate' });
export type DashboardCreate = z.infer<typeof dashboardCreate>;
export type DashboardCreateInput = z.input<typeof dashboardCreate>;
export const dashboardUpdate = z
  .strictObject({ version, name: line(80).optional(), visibility: dashboardVisibility.optional(), roleKey: roleKey.nullable().optional(), range: rangeChoice.optional(), filters: metricFilter.optional(), tiles: tiles.optional(), position: id.optional() })
  .meta({ id: 'AnalyticsDashboardUpdate' });
export type DashboardUpdate = z.infer<typeof dashboardUpdate>;
export type DashboardUpdateInput = z.input<typeof dashboardUpdate>;
