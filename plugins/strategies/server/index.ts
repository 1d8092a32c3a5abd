import { definePlugin } from '@loctelli/core/server';
import * as contract from '../contract.ts';
import { strategyMetrics } from './metrics.ts';
import { StrategiesModule } from './strategies.module.ts';

export default definePlugin({ module: StrategiesModule, contract, metrics: strategyMetrics });
