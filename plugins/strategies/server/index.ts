import { definePlugin } from '@loctelli/core/server';
import * as contract from '../contract.ts';
import { StrategiesModule } from './strategies.module.ts';

export default definePlugin({ module: StrategiesModule, contract });
