import { line } from '@loctelli/core';
import { z } from 'zod';
import { dimensionName, metricFilter, metricName } from './metrics.ts';

export const tileKinds = ['kpi', 'line', 'bar', 'funnel', 'table', 'leaderboard', 'goal'] as const;
export const tileKind = z.enum(tileKinds);
export type TileKind = (typeof tileKinds)[number];
export const tileSizes = ['small', 'medium', 'large'] as const;
export const tileSize = z.enum(tileSizes);
export type TileSize = z.infer<typeof tileSize>;
export const tileBuckets = ['auto', 'day', 'week', 'month'] as const;

/** One drawing of a dashboard. A funnel takes its metrics in order; a goal tile names the goal and needs none. */
export const tile = z
  .strictObject({
    id: z.string().regex(/^[a-zA-Z0-9_-]{1,40}$/),
    kind: tileKind,
    title: line(80).nullable().default(null),
    metrics: z.array(metricName).max(8).default([]),
    /** Splits the first metric, or every metric of a table. */
    by: dimensionName.nullable().default(null),
    where: metricFilter.default({}),
    bucket: z.enum(tileBuckets).default('auto'),
    goalId: z.number().int().min(1).max(2_147_483_647).nullable().default(null),
    size: tileSize.default('medium'),
  })
  .meta({ id: 'AnalyticsTile' });
export type Tile = z.infer<typeof tile>;
export type TileInput = z.input<typeof tile>;
export const tiles = z
  .array(tile)
  .max(24)
  .refine((list) => new Set(list.map(({ id }) => id)).size === list.length, 'has one id twice');
