import { Injectable } from '@nestjs/common';
import { kernelErrors, settle, type FieldRules, type Grants, type Role, type roleCreate, type roleUpdate, type SettledRole } from '@loctelli/core';
import type { z } from 'zod';
import type { Role as RoleRow } from '../../../prisma/build/client/client.ts';
import { Access } from '../access/access.ts';
import { Permissions } from '../access/permissions.ts';
import { Audit, differences } from '../audit/audit.ts';
import { Principals } from '../auth/principals.ts';
import { Database } from '../database/database.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { updateVersioned } from '../database/versioned.ts';
import { problem } from '../http/problem.ts';
import { Rights } from './rights.ts';
import { roleChanges, RoleRules } from './role-rules.ts';

const empty = { grants: {}, fields: {} };

/** What people of each role may do. */
@Injectable()
export class RolesService {
  constructor(
    private readonly db: Database,
    private readonly uow: UnitOfWork,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly permissions: Permissions,
    private readonly principals: Principals,
    private readonly rights: Rights,
    private readonly rules: RoleRules,
  ) {}

  async list(): Promise<{ items: Role[] }> {
    const order = [{ builtIn: 'desc' as const }, { id: 'asc' as const }];
    const rows = await this.db.role.findMany({ where: this.access.where('roles.read'), orderBy: order, include: counted });
    return { items: rows.map(({ _count, ...row }) => this.rules.roleOf(row, _count.users)) };
  }

  async create({ name, grants: wanted, fields = {} }: z.infer<typeof roleCreate>): Promise<SettledRole> {
    const { grants, settled } = this.#judge(null, wanted, fields);
    this.rights.demandClosed(fields, this.access.user.refusals.rules);
    const row = await this.#add(name, grants, this.rules.fieldsToStore(null, fields));
    return { ...row, settled };
  }

  /** A role of the tenant's own that begins as another one is. */
  async copy(id: number, name: string): Promise<SettledRole> {
    const { grants, fields } = this.rules.roleOf(await this.#find(id), 0);
    this.rights.demandCovered(grants);
    this.rights.demandClosed(fields, this.access.user.refusals.rules);
    return { ...(await this.#add(name, grants, fields)), settled: [] };
  }

  /** `grants` and `fields`, when given, are all that the role is to have. For a built-in role only the differences from the manifests are kept. */
  async update(id: number, { version, name, grants, fields }: z.infer<typeof roleUpdate>): Promise<SettledRole> {
    const before = await this.#findToChange(id);
    const had = this.rules.roleOf(before, 0);
    const judged = this.#judge(before.key, grants ?? had.grants, fields ?? had.fields);
    this.rights.demandClosed(fields ?? had.fields, had.fields);
    const data = {
      ...(name !== undefined && { name }),
      ...(grants && { grants: this.rules.grantsToStore(before, judged.grants) }),
      ...(fields && { fields: this.rules.fieldsToStore(before, fields) }),
    };
    return { ...(await this.#change(before, version, data)), settled: judged.settled };
  }

  /** Gives a built-in role back what the manifests say. Throws core.forbidden for a role of the tenant's own. */
  async reset(id: number, version: number): Promise<SettledRole> {
    const before = await this.#findToChange(id);
    if (!before.builtIn) throw problem(kernelErrors.forbidden);
    this.rights.demandCovered(this.rules.defaultsOf(before.key));
    this.rights.demandClosed({}, this.rules.roleOf(before, 0).fields);
    return { ...(await this.#change(before, version, empty)), settled: [] };
  }

  /**
   * Removes a role of the tenant's own; who has it, or is invited to it, gets the role `moveTo`.
   * Throws core.still-referenced when there is somebody and no such role is named.
   */
  async remove(id: number, moveTo?: string): Promise<void> {
    const row = await this.#findToChange(id);
    if (row.builtIn) throw problem(kernelErrors.forbidden);
    const [users, invitations] = [
      await this.db.user.count({ where: { roleKey: row.key } }),
      await this.db.invitation.count({ where: { roleKey: row.key, status: 'pending' } }),
    ];
    if (users + invitations > 0) {
      if (moveTo === undefined) throw problem(kernelErrors.stillReferenced);
      const target = await this.rights.roleToGive(moveTo);
      if (target.id === id) throw problem(kernelErrors.unknownRole);
      await this.db.user.updateMany({ where: { roleKey: row.key }, data: { roleKey: target.key, version: { increment: 1 } } });
      await this.db.invitation.updateMany({ where: { roleKey: row.key }, data: { roleKey: target.key } });
    }
    await this.db.role.deleteMany({ where: { id } });
    const changes = { name: row.name, ...(users > 0 && { people: users, moveTo }) };
    await this.audit.record({ action: 'role.deleted', subject: 'Role', subjectId: id, changes });
    this.#forgetEverybody();
  }

  async #add(name: string, grants: Grants, fields: FieldRules): Promise<Role> {
    const row = await this.db.role.create({ data: { key: await this.#newKey(name), name, grants, fields } });
    const made = this.rules.roleOf(row, 0);
    await this.audit.record({ action: 'role.created', subject: 'Role', subjectId: row.id, changes: { name: [null, name], ...roleChanges(empty, made) } });
    return made;
  }

  async #change(before: RoleRow, version: number, data: object): Promise<Role> {
    const target = { id: before.id, version, where: this.access.where('roles.update') };
    const after = await updateVersioned<RoleRow>(this.db.role as never, target, data);
    const role = this.rules.roleOf(after, await this.db.user.count({ where: { roleKey: after.key } }));
    const changes = { ...differences({ name: before.name }, { name: after.name }), ...roleChanges(this.rules.roleOf(before, 0), role) };
    await this.audit.record({ action: 'role.updated', subject: 'Role', subjectId: before.id, changes });
    this.#forgetEverybody();
    return role;
  }

  /** Everything there is and everything the caller has, with what it needs. */
  #judge(key: string | null, wanted: Grants, fields: FieldRules) {
    this.rules.demandGrants(key, wanted);
    this.rules.demandFields(key, fields);
    const judged = settle(wanted, [...this.permissions.all.values()]);
    this.rights.demandCovered(judged.grants);
    return judged;
  }

  #forgetEverybody(): void {
    this.uow.current?.afterCommit.push(() => this.principals.forgetAll());
  }

  async #find(id: number): Promise<RoleRow> {
    const row = await this.db.role.findFirst({ where: { AND: [this.access.where('roles.update'), { id }] } });
    if (!row) throw problem(kernelErrors.notFound);
    return row;
  }

  /** A role that holds more than the caller has is not theirs to change. */
  async #findToChange(id: number): Promise<RoleRow> {
    const row = await this.#find(id);
    if (!this.rights.covers(this.permissions.grantsOf(row))) throw problem(kernelErrors.forbidden);
    return row;
  }

  /** A key that no role has: made from the name where that has letters, numbered where it is taken. */
  async #newKey(name: string): Promise<string> {
    const base =
      name
        .normalize('NFKD')
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-+|-+$/g, '')
        .slice(0, 30) || 'role';
    const taken = new Set((await this.db.role.findMany({ select: { key: true } })).map(({ key }) => key));
    for (let number = 1; ; number++) {
      const key = number === 1 ? base : `${base}-${number}`;
      if (!taken.has(key)) return key;
    }
  }
}

const counted = { _count: { select: { users: true } } } as const;
