import { createHash, createHmac, randomBytes } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { kernelErrors } from '@loctelli/core';
import { RedisConnection } from '../cache/redis.ts';
import { Config } from '../config/config.ts';
import { problem } from '../http/problem.ts';
import { createSession, rotateSession } from './session-scripts.ts';

const refreshMs = 7 * 24 * 60 * 60 * 1000;
/** A retry this soon after a rotation is a lost answer, not a thief. */
const graceMs = 10_000;
/** How long a process may go on trusting that a session lives. */
const trustMs = 800;

export interface SessionInfo {
  id: string;
  userAgent: string;
  ip: string;
  createdAt: Date;
  lastUsedAt: Date;
}

/** A session just opened or renewed, with the one refresh token that continues it. */
export interface OpenSession {
  sessionId: string;
  userId: number;
  refreshToken: string;
}

/**
 * Signed-in devices, in Redis. A refresh token is `<session>.<secret>`; its successor is derived from it with the server's key, so that
 * a retry receives the same one without any token being stored.
 */
@Injectable()
export class Sessions {
  readonly #logger = new Logger(Sessions.name);
  readonly #alive = new LRUCache<string, boolean>({ max: 50_000, ttl: trustMs });

  constructor(
    private readonly redis: RedisConnection,
    private readonly config: Config,
  ) {}

  /** @throws core.unavailable without Redis: a session nobody could end is not opened. */
  async open(tenantId: number, userId: number, device: { userAgent: string; ip: string }): Promise<OpenSession> {
    const sessionId = randomBytes(12).toString('base64url');
    const refreshToken = `${sessionId}.${randomBytes(32).toString('base64url')}`;
    const now = Date.now();
    const fields = {
      userId,
      current: digest(refreshToken),
      previous: '',
      rotatedAt: 0,
      createdAt: now,
      lastUsedAt: now,
      ip: device.ip,
      userAgent: device.userAgent.slice(0, 300),
    };
    await this.#demand(() =>
      this.redis.client.eval(
        createSession,
        2,
        this.#key(tenantId, sessionId),
        this.#userKey(tenantId, userId),
        refreshMs,
        sessionId,
        ...Object.entries(fields).flat(),
      ),
    );
    return { sessionId, userId, refreshToken };
  }

  /**
   * Replaces a refresh token by its successor.
   * @throws core.session-ended for a token that is unknown, ended or was used before (which ends its session), core.unavailable without Redis
   */
  async rotate(tenantId: number, presented: string, ip: string): Promise<OpenSession> {
    const sessionId = presented.split('.')[0] ?? '';
    const next = `${sessionId}.${createHmac('sha256', this.config.jwtSecret).update(`refresh:${presented}`).digest('base64url')}`;
    const [outcome, userId] = (await this.#demand(() =>
      this.redis.client.eval(
        rotateSession,
        1,
        this.#key(tenantId, sessionId),
        digest(presented),
        digest(next),
        Date.now(),
        graceMs,
        refreshMs,
        ip,
      ),
    )) as ['gone' | 'rotated' | 'retry' | 'reused', string?];
    if (outcome === 'reused') {
      this.#alive.delete(this.#key(tenantId, sessionId));
      await this.redis.client.srem(this.#userKey(tenantId, Number(userId)), sessionId).catch(() => 0);
      this.#logger.warn(`refresh token reused: session of user ${userId}, tenant ${tenantId} ended`);
    }
    if (outcome === 'gone' || outcome === 'reused') throw problem(kernelErrors.sessionEnded);
    return { sessionId, userId: Number(userId), refreshToken: next };
  }

  /** Whether the session goes on; null when Redis cannot be asked. Trusted for 0.8 s. */
  async isAlive(tenantId: number, sessionId: string): Promise<boolean | null> {
    const key = this.#key(tenantId, sessionId);
    const known = this.#alive.get(key);
    if (known !== undefined) return known;
    try {
      const alive = (await this.redis.client.exists(key)) === 1;
      this.#alive.set(key, alive);
      return alive;
    } catch {
      return null;
    }
  }

  /** Whether each of many goes on, asked in one trip; null for one that could not be asked for. */
  async areAlive(sessions: readonly { tenantId: number; sessionId: string }[]): Promise<(boolean | null)[]> {
    if (sessions.length === 0) return [];
    const pipeline = this.redis.client.pipeline();
    for (const { tenantId, sessionId } of sessions) pipeline.exists(this.#key(tenantId, sessionId));
    const answers = (await pipeline.exec()) ?? [];
    return sessions.map((_, index) => (answers[index] && !answers[index][0] ? answers[index][1] === 1 : null));
  }

  /** When its user signed in, in ms. Throws core.session-ended for a session that is gone, core.unavailable without Redis. */
  async openedAt(tenantId: number, sessionId: string): Promise<number> {
    const at = await this.#demand(() => this.redis.client.hget(this.#key(tenantId, sessionId), 'createdAt'));
    if (!at) throw problem(kernelErrors.sessionEnded);
    return Number(at);
  }

  async list(tenantId: number, userId: number): Promise<SessionInfo[]> {
    const ids = await this.#demand(() => this.redis.client.smembers(this.#userKey(tenantId, userId)));
    const rows = await Promise.all(ids.map((id) => this.redis.client.hgetall(this.#key(tenantId, id))));
    return ids
      .flatMap((id, index) => {
        const row = rows[index]!;
        if (Number(row.userId) !== userId) return [];
        return {
          id,
          userAgent: row.userAgent ?? '',
          ip: row.ip ?? '',
          createdAt: new Date(Number(row.createdAt)),
          lastUsedAt: new Date(Number(row.lastUsedAt)),
        };
      })
      .sort((a, b) => b.lastUsedAt.getTime() - a.lastUsedAt.getTime());
  }

  /** Ends one session of a user; false when the user has no such session. */
  async end(tenantId: number, userId: number, sessionId: string): Promise<boolean> {
    const key = this.#key(tenantId, sessionId);
    const owner = await this.#demand(() => this.redis.client.hget(key, 'userId'));
    if (Number(owner) !== userId) return false;
    await this.#demand(() => this.redis.client.multi().del(key).srem(this.#userKey(tenantId, userId), sessionId).exec());
    this.#alive.delete(key);
    return true;
  }

  /** Ends all sessions of a user but the one given. */
  async endAll(tenantId: number, userId: number, exceptId?: string): Promise<void> {
    const ids = await this.#demand(() => this.redis.client.smembers(this.#userKey(tenantId, userId)));
    await Promise.all(ids.filter((id) => id !== exceptId).map((id) => this.end(tenantId, userId, id)));
  }

  async #demand<T>(command: () => Promise<T>): Promise<T> {
    try {
      return await command();
    } catch (error) {
      this.#logger.warn(`Redis: ${(error as Error).message}`);
      throw problem(kernelErrors.unavailable);
    }
  }

  #key = (tenantId: number, sessionId: string) => `${this.redis.prefix}session:${tenantId}:${sessionId}`;
  #userKey = (tenantId: number, userId: number) => `${this.redis.prefix}sessions:${tenantId}:${userId}`;
}

const digest = (token: string) => createHash('sha256').update(token).digest('base64url');
