import { definePlugin } from '@loctelli/core/server';
import * as contract from '../contract.ts';
import { AnalyticsModule } from './analytics.module.ts';
import { seed } from './seed.ts';

export default definePlugin({ module: AnalyticsModule, contract, seed });
