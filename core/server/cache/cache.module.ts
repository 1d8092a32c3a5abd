import { Global, Module } from '@nestjs/common';
import { Cache } from './cache.ts';
import { RedisConnection } from './redis.ts';

@Global()
@Module({ providers: [RedisConnection, Cache], exports: [RedisConnection, Cache] })
export class CacheModule {}
