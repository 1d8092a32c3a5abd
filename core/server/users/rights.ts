import { Injectable } from '@nestjs/common';
import { kernelErrors, type Grants, type Scope } from '@loctelli/core';
import type { Role } from '../../../prisma/build/client/client.ts';
import { Access } from '../access/access.ts';
import { Permissions } from '../access/permissions.ts';
import { Database } from '../database/database.ts';
import { problem } from '../http/problem.ts';

const reach: Record<Scope, number> = { own: 1, team: 2, all: 3 };

/** Keeps people from giving, and from taking away, more than they have themselves. */
@Injectable()
export class Rights {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly permissions: Permissions,
  ) {}

  /** Throws core.grant-too-wide when the grants hold a permission, or a scope of one, that the caller does not have. */
  demandCovered(grants: Grants): void {
    if (!this.covers(grants)) throw problem(kernelErrors.grantTooWide);
  }

  covers(grants: Grants): boolean {
    const mine = this.access.user.grants;
    return Object.entries(grants).every(([id, scope]) => mine[id] !== undefined && reach[mine[id]] >= reach[scope]);
  }

  /** The role a person is to get. Throws core.unknown-role, or core.grant-too-wide when it holds more than the caller has. */
  async roleToGive(key: string): Promise<Role> {
    const role = await this.db.role.findFirst({ where: { key } });
    if (!role) throw problem(kernelErrors.unknownRole);
    this.demandCovered(this.permissions.grantsOf(role));
    return role;
  }

  /** Throws core.forbidden when whoever has this role may do more than the caller: their account is not the caller's to change. */
  async demandAbove(roleKey: string): Promise<void> {
    const role = await this.db.role.findFirst({ where: { key: roleKey } });
    if (role && !this.covers(this.permissions.grantsOf(role))) throw problem(kernelErrors.forbidden);
  }
}
