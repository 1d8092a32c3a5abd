import { definePlugin } from '@loctelli/core/server';
import * as contract from '../contract.ts';
import { seed, seedAgency } from './demo/seed.ts';
import { strategyMetrics } from './metrics.ts';
import { StrategiesModule } from './strategies.module.ts';

export default definePlugin({ module: StrategiesModule, contract, metrics: strategyMetrics, seed, seedAgency });
