import { definePlugin } from '@loctelli/core/server';
import * as contract from '../contract.ts';
import { ClientsModule } from './clients.module.ts';
import { DefaultPipeline } from './default-pipeline.ts';
import { seed } from './seed.ts';

export default definePlugin({ module: ClientsModule, contract, enable: (services) => services.get(DefaultPipeline).ensure(), seed });
