import { Redis } from 'ioredis';

/** Deletes every key of one logical database. */
export async function emptyRedis(address: { host: string; port: number; password?: string | undefined; db: number }): Promise<void> {
  const redis = new Redis({ ...address, lazyConnect: true, maxRetriesPerRequest: 1, ...(address.password === undefined && { password: '' }) });
  redis.on('error', () => undefined);
  await redis.connect();
  await redis.flushdb();
  redis.disconnect();
}
