import { Injectable } from '@nestjs/common';
import type { Scope } from '@loctelli/core';
import { reachOf } from '../access/ability.ts';
import { Permissions } from '../access/permissions.ts';
import { Database } from '../database/database.ts';
import { currentTenantId } from '../tenancy/context.ts';
import { Principals } from './principals.ts';

interface Delegate {
  findFirst(args: { where: object; select: { id: true } }): Promise<unknown>;
}

/** Whom a permission lets reach a record: asked before others are told of it. */
@Injectable()
export class WhoMay {
  constructor(
    private readonly db: Database,
    private readonly principals: Principals,
    private readonly permissions: Permissions,
  ) {}

  /** Those of the users who are active and may do this with the record, in the order given. Works in jobs too. */
  async among(userIds: readonly number[], permissionId: string, recordId: number): Promise<number[]> {
    const permission = this.permissions.get(permissionId);
    const tenantId = currentTenantId();
    if (!permission || tenantId === undefined) return [];
    const rows = (this.db as unknown as Record<string, Delegate>)[permission.subject.charAt(0).toLowerCase() + permission.subject.slice(1)]!;
    const able: number[] = [];
    for (const userId of new Set(userIds)) {
      const known = await this.principals.find(tenantId, userId);
      const reach = known?.isActive ? reachOf(known.ability, permission) : null;
      if (reach && (await rows.findFirst({ where: { AND: [reach, { id: recordId }] }, select: { id: true } }))) able.push(userId);
    }
    return able;
  }

  /** How far a permission reaches for those of the users who are active and have it. Works in jobs too. */
  async holding(userIds: readonly number[], permissionId: string): Promise<Map<number, { scope: Scope; teamId: number | null }>> {
    const tenantId = currentTenantId();
    const held = new Map<number, { scope: Scope; teamId: number | null }>();
    if (tenantId === undefined) return held;
    for (const userId of new Set(userIds)) {
      const known = await this.principals.find(tenantId, userId);
      const scope = known?.isActive ? known.principal.grants[permissionId] : undefined;
      if (scope) held.set(userId, { scope, teamId: known!.principal.teamId });
    }
    return held;
  }
}
