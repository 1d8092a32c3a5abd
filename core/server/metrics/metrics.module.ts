import { Global, Module } from '@nestjs/common';
import { MetricTables } from './metric-tables.ts';
import { Metrics } from './metrics.ts';
import { MetricsBelow } from './metrics-below.ts';
import { RollupUpkeep } from './rollup-upkeep.ts';
import { Rollups } from './rollups.ts';

@Global()
@Module({ providers: [Metrics, MetricsBelow, MetricTables, Rollups, RollupUpkeep], exports: [Metrics, MetricsBelow, RollupUpkeep] })
export class MetricsModule {}
