import { definePlugin } from '@loctelli/core/server';
import * as contract from '../contract.ts';
import { ChatModule } from './chat.module.ts';
import { chatMetrics } from './metrics.ts';

export default definePlugin({ module: ChatModule, contract, metrics: chatMetrics });
