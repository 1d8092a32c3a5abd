import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { Locale } from '@loctelli/core';
import { abilityOf } from '../access/ability.ts';
import type { AppAbility } from '../access/app-ability.ts';
import { FieldRefusals } from '../access/field-refusals.ts';
import { Permissions } from '../access/permissions.ts';
import { Database } from '../database/database.ts';
import type { Principal } from '../tenancy/context.ts';

/** A user with their rights, and the moment before which their tokens are void. */
export interface KnownUser {
  principal: Omit<Principal, 'sessionId'>;
  ability: AppAbility;
  isActive: boolean;
  signedOutAt: number;
  /** What the rights were read from, as one text: another one means that they may have changed. */
  stamp: string;
}

/** Loads the user behind a token, in the tenant in the air. Trusted for 0.8 s, so that a deactivation holds everywhere within a second. */
@Injectable()
export class Principals {
  readonly #known = new LRUCache<string, Promise<KnownUser | null>>({ max: 20_000, ttl: 800 });

  constructor(
    private readonly db: Database,
    private readonly permissions: Permissions,
  ) {}

  find(tenantId: number, userId: number): Promise<KnownUser | null> {
    const key = `${tenantId}:${userId}`;
    const known = this.#known.get(key);
    if (known) return known;
    const loading = this.#load(userId);
    this.#known.set(key, loading);
    loading.catch(() => this.#known.delete(key));
    return loading;
  }

  forget(tenantId: number, userId: number): void {
    this.#known.delete(`${tenantId}:${userId}`);
  }

  /** After a change to a role: this process forgets everybody at once, others within 0.8 s. */
  forgetAll(): void {
    this.#known.clear();
  }

  async #load(userId: number): Promise<KnownUser | null> {
    const row = await this.db.user.findFirst({ where: { id: userId }, include: { role: { select: { key: true, grants: true, fields: true, updatedAt: true } } } });
    if (!row) return null;
    const grants = this.permissions.grantsOf(row.role);
    const principal = {
      id: row.id,
      name: row.name,
      email: row.email,
      role: row.roleKey,
      teamId: row.teamId,
      locale: row.locale as Locale | null,
      zone: row.zone,
      grants,
      refusals: new FieldRefusals(this.permissions.fieldsOf(row.role)),
    };
    const ability = abilityOf({ ...principal, sessionId: null }, this.permissions.all);
    return { principal, ability, isActive: row.isActive, signedOutAt: row.signedOutAt?.getTime() ?? 0, stamp: `${row.updatedAt.getTime()} ${row.roleKey} ${row.role.updatedAt.getTime()}` };
  }
}
