import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Grants, Scope } from '@loctelli/core';
import { LRUCache } from 'lru-cache';
import { Database } from '../database/database.ts';

export const apiKeyPrefix = 'lok_';

/** What a key gives: the user it acts for, narrowed to the permissions it was made with. */
export interface KnownKey {
  id: number;
  userId: number;
  scopes: string[];
}

/** Makes and checks API keys: `lok_<prefix>_<secret>`; the prefix finds the row, the digest proves the secret. */
@Injectable()
export class ApiKeyCheck {
  readonly #known = new LRUCache<string, KnownKey>({ max: 10_000, ttl: 800 });

  constructor(private readonly db: Database) {}

  static make(): { key: string; prefix: string; digest: string } {
    const prefix = randomBytes(6).toString('hex');
    const key = `${apiKeyPrefix}${prefix}_${randomBytes(32).toString('base64url')}`;
    return { key, prefix, digest: digestOf(key) };
  }

  /** The key's row when it fits and has not expired. Its last use is noted at most once a minute. */
  async find(tenantId: number, key: string): Promise<KnownKey | null> {
    const cacheKey = `${tenantId}:${digestOf(key)}`;
    const known = this.#known.get(cacheKey);
    if (known) return known;
    const prefix = key.slice(apiKeyPrefix.length).split('_')[0] ?? '';
    const row = await this.db.apiKey.findFirst({ where: { prefix } });
    if (!row || !timingSafeEqual(Buffer.from(row.digest), Buffer.from(digestOf(key)))) return null;
    if (row.expiresAt && row.expiresAt.getTime() <= Date.now()) return null;
    if (!row.lastUsedAt || Date.now() - row.lastUsedAt.getTime() > 60_000) {
      await this.db.apiKey.updateMany({ where: { id: row.id }, data: { lastUsedAt: new Date() } });
    }
    const found = { id: row.id, userId: row.userId, scopes: row.scopes };
    this.#known.set(cacheKey, found);
    return found;
  }
}

/** The user's grants, narrowed to what the key was made for. A key never has more than its user. */
export function narrow(grants: Readonly<Record<string, Scope>>, scopes: string[]): Grants {
  return Object.fromEntries(Object.entries(grants).filter(([id]) => scopes.includes(id)));
}

const digestOf = (key: string) => createHash('sha256').update(key).digest('base64url');
