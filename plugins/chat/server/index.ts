import { definePlugin } from '@loctelli/core/server';
import * as contract from '../contract.ts';
import { ChatModule } from './chat.module.ts';
import { chatMetrics } from './metrics.ts';
import { seed } from './seed/seed.ts';

export default definePlugin({ module: ChatModule, contract, metrics: chatMetrics, seed });
