import { definePlugin } from '@loctelli/core/server';
import * as contract from '../contract.ts';
import { ClientsModule } from './clients.module.ts';
import { DefaultPipeline } from './default-pipeline.ts';
import { clientMetrics } from './metrics.ts';
import { seed } from './seed.ts';

export default definePlugin({ module: ClientsModule, contract, metrics: clientMetrics, enable: (services) => services.get(DefaultPipeline).ensure(), seed });
