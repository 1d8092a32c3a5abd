import { Injectable } from '@nestjs/common';
import type { FieldRules, Scope } from '@loctelli/core';
import { abilityOf } from '../access/ability.ts';
import { Access } from '../access/access.ts';
import { FieldRefusals } from '../access/field-refusals.ts';
import { Permissions } from '../access/permissions.ts';
import { Principals } from '../auth/principals.ts';
import { context, type Principal, type RequestContext } from '../tenancy/context.ts';

/** Who somebody was and what they might do at one moment, as JSON can keep it. Names nobody. */
export interface KeptStanding {
  userId: number;
  role: string;
  teamId: number | null;
  grants: Record<string, Scope>;
  fields: FieldRules;
}

/**
 * Lets a job act as whoever started it, with the rights they had then: what they could reach when they pressed the button is what the
 * button does, whether their role has changed since or not. Audit and timeline entries carry their id.
 */
@Injectable()
export class Standing {
  constructor(
    private readonly access: Access,
    private readonly permissions: Permissions,
    private readonly principals: Principals,
  ) {}

  /** The caller's standing, of the permissions named. Keep it in the row of the work. */
  keep(permissions: readonly string[]): KeptStanding {
    const { id, role, teamId, refusals } = this.access.user;
    const grants = Object.fromEntries(permissions.flatMap((name) => (this.access.can(name) ? [[name, this.access.can(name)!]] : [])));
    return { userId: id, role, teamId, grants, fields: refusals.rules };
  }

  /**
   * Runs `work` as a user of the tenant in the air with the rights they have now, for what goes on in their name: a report that is mailed to them, a
   * link they share.
   * @returns null where there is no such user, or they are no longer active; `work` did not run
   */
  async actAs<T>(userId: number, work: () => Promise<T>): Promise<T | null> {
    const tenant = context.get('tenant');
    const known = tenant ? await this.principals.find(tenant.id, userId) : null;
    if (!known?.isActive) return null;
    const store: RequestContext = { ...context.get(), user: { ...known.principal, sessionId: null }, ability: known.ability };
    return context.runWith(store, async () => await work());
  }

  /** Runs `work` with a kept standing, as the tenant in the air. */
  resume<T>({ userId, role, teamId, grants, fields }: KeptStanding, work: () => Promise<T>): Promise<T> {
    const user: Principal = {
      ...{ id: userId, role, teamId, grants, refusals: new FieldRefusals(fields) },
      ...{ name: '', email: '', locale: null, zone: null, sessionId: null },
    };
    const store: RequestContext = { ...context.get(), user, ability: abilityOf(user, this.permissions.all) };
    return context.runWith(store, async () => await work());
  }
}
