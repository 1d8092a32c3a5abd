import { Injectable } from '@nestjs/common';
import { kernelErrors, reaches, type FieldRules, type FieldVerb, type Grants } from '@loctelli/core';
import type { Role } from '../../../prisma/build/client/client.ts';
import { Access } from '../access/access.ts';
import { FieldRefusals } from '../access/field-refusals.ts';
import { Permissions } from '../access/permissions.ts';
import { Database } from '../database/database.ts';
import { problem } from '../http/problem.ts';

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
    return Object.entries(grants).every(([id, scope]) => reaches(mine[id], scope));
  }

  /** Throws core.grant-too-wide when a field that the caller is refused would be open, and was not open before. */
  demandClosed(rules: FieldRules, before: FieldRules): void {
    const [wanted, was] = [new FieldRefusals(rules), new FieldRefusals(before)];
    const opened = Object.entries(this.access.user.refusals.rules).some(([subject, fields]) =>
      Object.keys(fields).some((field) =>
        verbs.some((verb) => this.access.refused(subject, verb).has(field) && was.of(subject, verb).has(field) && !wanted.of(subject, verb).has(field)),
      ),
    );
    if (opened) throw problem(kernelErrors.grantTooWide);
  }

  /** The role a person is to get. Throws core.unknown-role, or core.grant-too-wide when it holds more than the caller has. */
  async roleToGive(key: string): Promise<Role> {
    const role = await this.db.role.findFirst({ where: { key } });
    if (!role) throw problem(kernelErrors.unknownRole);
    this.demandCovered(this.permissions.grantsOf(role));
    this.demandClosed(this.permissions.fieldsOf(role), this.access.user.refusals.rules);
    return role;
  }

  /** Throws core.forbidden when whoever has this role may do more than the caller: their account is not the caller's to change. */
  async demandAbove(roleKey: string): Promise<void> {
    const role = await this.db.role.findFirst({ where: { key: roleKey } });
    if (role && !this.covers(this.permissions.grantsOf(role))) throw problem(kernelErrors.forbidden);
  }
}

const verbs: FieldVerb[] = ['read', 'write', 'export'];
