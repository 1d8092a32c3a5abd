import { Injectable } from '@nestjs/common';
import { kernelErrors, type Grants, type Role, type roleCreate, type roleUpdate, type Scope } from '@loctelli/core';
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

type StoredGrants = Record<string, Scope | null>;

/** Without these an administrator could lock everybody out of the roles for good. */
const keptByAdmin = ['roles.read', 'roles.update', 'users.read', 'users.update'];

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
  ) {}

  async list(): Promise<{ items: Role[] }> {
    const rows = await this.db.role.findMany({ where: this.access.where('roles.read'), orderBy: [{ builtIn: 'desc' }, { id: 'asc' }] });
    return { items: rows.map((row) => this.#roleOf(row)) };
  }

  async create({ name, grants }: z.infer<typeof roleCreate>): Promise<Role> {
    this.#demandSound(grants);
    this.rights.demandCovered(grants);
    const row = await this.db.role.create({ data: { key: await this.#newKey(name), name, grants } });
    await this.audit.record({ action: 'role.created', subject: 'Role', subjectId: row.id, changes: { name, grants } });
    return this.#roleOf(row);
  }

  /** `grants`, when given, is all that the role is to have. For a built-in role only the differences from the manifests are kept. */
  async update(id: number, { version, name, grants }: z.infer<typeof roleUpdate>): Promise<Role> {
    const before = await this.#find(id);
    const had = this.permissions.grantsOf(before);
    if (!this.rights.covers(had)) throw problem(kernelErrors.forbidden);
    if (grants) {
      this.#demandSound(grants);
      this.rights.demandCovered(grants);
      if (before.key === 'admin') this.#demandKept(grants);
    }
    const data = { ...(name !== undefined && { name }), ...(grants && { grants: this.#toStore(before, grants) }) };
    const after = await updateVersioned<RoleRow>(this.db.role as never, { id, version, where: this.access.where('roles.update') }, data);
    const changes = { ...differences(before, { name }), ...(grants && differences({ grants: had }, { grants })) };
    await this.audit.record({ action: 'role.updated', subject: 'Role', subjectId: id, changes });
    this.uow.current?.afterCommit.push(() => this.principals.forgetAll());
    return this.#roleOf(after);
  }

  /** Removes a role of the tenant's own. Throws core.still-referenced while somebody has it or is invited to it. */
  async remove(id: number): Promise<void> {
    const row = await this.#find(id);
    if (row.builtIn || !this.rights.covers(this.permissions.grantsOf(row))) throw problem(kernelErrors.forbidden);
    const [users, invitations] = [
      await this.db.user.count({ where: { roleKey: row.key } }),
      await this.db.invitation.count({ where: { roleKey: row.key, status: 'pending' } }),
    ];
    if (users + invitations > 0) throw problem(kernelErrors.stillReferenced);
    await this.db.role.deleteMany({ where: { id } });
    await this.audit.record({ action: 'role.deleted', subject: 'Role', subjectId: id, changes: { name: row.name } });
  }

  async #find(id: number): Promise<RoleRow> {
    const row = await this.db.role.findFirst({ where: { AND: [this.access.where('roles.update'), { id }] } });
    if (!row) throw problem(kernelErrors.notFound);
    return row;
  }

  #roleOf(row: RoleRow): Role {
    const { id, key, name, builtIn, version } = row;
    return { id, key, name, builtIn, version, grants: this.permissions.grantsOf(row) };
  }

  /** Every permission exists, has the scope, and comes with those it needs. */
  #demandSound(grants: Grants): void {
    const errors = Object.entries(grants).flatMap(([id, scope]) => {
      const permission = this.permissions.get(id);
      const path = `grants.${id}`;
      if (!permission) return [{ path, code: 'unknown', message: 'There is no such permission.' }];
      if (!permission.scopes.includes(scope))
        return [{ path, code: 'scope', message: `This permission has only: ${permission.scopes.join(', ')}.` }];
      return (permission.needs ?? [])
        .filter((need) => !grants[need])
        .map((need) => ({ path, code: 'needs', message: `This permission needs ${need} too.` }));
    });
    if (errors.length) throw problem(kernelErrors.invalidInput, undefined, errors);
  }

  #demandKept(grants: Grants): void {
    const missing = keptByAdmin.filter((id) => grants[id] !== 'all');
    const errors = missing.map((id) => ({ path: `grants.${id}`, code: 'kept', message: 'Administrators keep this permission.' }));
    if (errors.length) throw problem(kernelErrors.invalidInput, undefined, errors);
  }

  /** What to keep of a wish: all of it for a role of the tenant's own, what differs from the defaults for a built-in one. */
  #toStore(row: RoleRow, wanted: Grants): StoredGrants {
    const stored = row.grants as StoredGrants;
    // Grants for plugins that are not installed now are kept for the day they are back.
    const asleep = Object.entries(stored).filter(([id]) => !this.permissions.get(id));
    const defaults = row.builtIn ? this.permissions.grantsOf({ key: row.key, grants: {} }) : {};
    const ids = [...new Set([...Object.keys(defaults), ...Object.keys(wanted)])];
    const differing = ids.filter((id) => defaults[id] !== wanted[id]).map((id) => [id, wanted[id] ?? null] as const);
    return Object.fromEntries([...asleep, ...differing]);
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
