import { Global, Module } from '@nestjs/common';
import { Idempotency } from './idempotency.ts';
import { RateLimits } from './rate-limits.ts';

@Global()
@Module({ providers: [Idempotency, RateLimits], exports: [Idempotency, RateLimits] })
export class HttpModule {}
