import { definePlugin } from '@loctelli/core/server';
import * as contract from '../contract.ts';
import { BookingsModule } from './bookings.module.ts';
import { seed } from './demo/seed.ts';
import { bookingMetrics } from './metrics.ts';

export default definePlugin({ module: BookingsModule, contract, metrics: bookingMetrics, seed });
