import { Injectable } from '@nestjs/common';
import { kernelErrors, userUpdated, type User, type userQuery, type userUpdate } from '@loctelli/core';
import type { z } from 'zod';
import type { User as UserRow } from '../../../prisma/build/client/client.ts';
import { Access } from '../access/access.ts';
import { Audit, differences } from '../audit/audit.ts';
import { Principals } from '../auth/principals.ts';
import { Sessions } from '../auth/sessions.ts';
import { Database } from '../database/database.ts';
import { seek } from '../database/seek.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { updateVersioned } from '../database/versioned.ts';
import { Events } from '../events/events.ts';
import { problem } from '../http/problem.ts';
import { Rights } from './rights.ts';
import { userOf } from './user-row.ts';

const countedUpTo = 1_000;

/** The staff of a tenant. */
@Injectable()
export class UsersService {
  constructor(
    private readonly db: Database,
    private readonly uow: UnitOfWork,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly events: Events,
    private readonly principals: Principals,
    private readonly rights: Rights,
    private readonly sessions: Sessions,
  ) {}

  async list({ cursor, limit, search, role, isActive, teamId }: z.infer<typeof userQuery>) {
    const text = search ? { contains: search, mode: 'insensitive' as const } : undefined;
    const filter = {
      AND: [
        this.access.where('users.read'),
        { ...(role !== undefined && { roleKey: role }), ...(isActive !== undefined && { isActive }), ...(teamId !== undefined && { teamId: teamId === 'none' ? null : teamId }) },
        text ? { OR: [{ name: text }, { email: text }] } : {},
      ],
    };
    const order = seek({ sort: [{ field: 'name', direction: 'asc' }], cursor, limit });
    const [rows, count] = await Promise.all([
      this.db.user.findMany({ where: { AND: [filter, order.where] }, orderBy: order.orderBy, take: order.take }),
      this.db.user.count({ where: filter, take: countedUpTo + 1 }),
    ]);
    const page = order.page(rows);
    return { ...page, items: page.items.map(userOf), total: { count: Math.min(count, countedUpTo), exact: count <= countedUpTo } };
  }

  async get(id: number): Promise<User> {
    return userOf(await this.#find(id));
  }

  /**
   * Changes an account. A role is given only by someone who has all that it holds; the last active administrator stays one; an account
   * that is switched off is signed out everywhere at once.
   */
  async update(id: number, { version, role, name, isActive, teamId }: z.infer<typeof userUpdate>): Promise<User> {
    const before = await this.#find(id);
    await this.rights.demandAbove(before.roleKey);
    if (role !== undefined && role !== before.roleKey) await this.rights.roleToGive(role);
    if (teamId && !(await this.db.team.findFirst({ where: { id: teamId } }))) {
      throw problem(kernelErrors.invalidInput, undefined, [{ path: 'teamId', code: 'unknown', message: 'There is no such team.' }]);
    }
    const leavesAdmins = before.roleKey === 'admin' && before.isActive && (isActive === false || (role !== undefined && role !== 'admin'));
    if (leavesAdmins) await this.#demandAnotherAdmin(id);
    const deactivated = isActive === false && before.isActive;
    const changes = defined({ name, roleKey: role, isActive, teamId });
    const after = await updateVersioned<UserRow>(
      this.db.user,
      { id, version, where: this.access.where('users.update') },
      { ...changes, ...(deactivated && { signedOutAt: new Date() }) },
    );
    await this.events.emit(userUpdated, {
      userId: id,
      email: after.email,
      name: after.name,
      role: after.roleKey,
      isActive: after.isActive,
    });
    await this.audit.record({ action: 'user.updated', subject: 'User', subjectId: id, changes: differences(before, changes) });
    this.#afterCommit(id, deactivated);
    return userOf(after);
  }

  /** One change to the administrators at a time, so that two who demote each other cannot both succeed. */
  async #demandAnotherAdmin(id: number): Promise<void> {
    await this.db.$executeRaw`select pg_advisory_xact_lock(hashtext('core.admins'), current_setting('app.tenant_id')::int)`;
    const others = await this.db.user.count({
      where: { roleKey: 'admin', isActive: true, emailVerifiedAt: { not: null }, id: { not: id } },
    });
    if (others === 0) throw problem(kernelErrors.lastAdmin);
  }

  #afterCommit(id: number, deactivated: boolean): void {
    const tenantId = this.access.tenant.id;
    this.uow.current?.afterCommit.push(
      () => this.principals.forget(tenantId, id),
      () => (deactivated ? this.sessions.endAll(tenantId, id) : undefined),
    );
  }

  async #find(id: number): Promise<UserRow> {
    const row = await this.db.user.findFirst({ where: { AND: [this.access.where('users.read'), { id }] } });
    if (!row) throw problem(kernelErrors.notFound);
    return row;
  }
}

const defined = <T extends object>(fields: T): Partial<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;
