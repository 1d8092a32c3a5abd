import { Injectable } from '@nestjs/common';
import { kernelErrors, type FieldRules, type Grants, type Role, type Scope } from '@loctelli/core';
import type { Role as RoleRow } from '../../../prisma/build/client/client.ts';
import { Permissions } from '../access/permissions.ts';
import { problem } from '../http/problem.ts';

type StoredGrants = Record<string, Scope | null>;

/** Without these an administrator could lock everybody out of the roles for good. */
const keptByAdmin = ['roles.read', 'roles.update', 'users.read', 'users.update'];

/** What a role may be made of, and how it is kept. */
@Injectable()
export class RoleRules {
  constructor(private readonly permissions: Permissions) {}

  /** A role as it is in force. */
  roleOf({ id, key, name, builtIn, version, ...row }: RoleRow, people: number): Role {
    const [grants, fields] = [this.permissions.grantsOf({ key, ...row }), this.permissions.fieldsOf({ key, ...row })];
    return { id, key, name, builtIn, version, people, grants, fields };
  }

  /** Throws core.invalid-input naming every permission that is not there or does not have the scope. */
  demandGrants(key: string | null, grants: Grants): void {
    const errors = Object.entries(grants).flatMap(([id, scope]) => {
      const permission = this.permissions.get(id);
      const path = `grants.${id}`;
      if (!permission) return [{ path, code: 'unknown', message: 'There is no such permission.' }];
      if (permission.scopes.includes(scope)) return [];
      return [{ path, code: 'scope', message: `This permission has only: ${permission.scopes.join(', ')}.` }];
    });
    const missing = key === 'admin' ? keptByAdmin.filter((id) => grants[id] !== 'all') : [];
    errors.push(...missing.map((id) => ({ path: `grants.${id}`, code: 'kept', message: 'Administrators keep this permission.' })));
    if (errors.length) throw problem(kernelErrors.invalidInput, undefined, errors);
  }

  /** Throws core.invalid-input naming every field that no manifest declares; and all of them for the built-in administrator. */
  demandFields(key: string | null, fields: FieldRules): void {
    const errors = Object.entries(fields).flatMap(([subject, rules]) =>
      Object.entries(rules).flatMap(([field, verbs]) => {
        const path = `fields.${subject}.${field}`;
        if (!this.permissions.fields.get(subject)?.fields.includes(field)) return [{ path, code: 'unknown', message: 'There is no rule for such a field.' }];
        if (key === 'admin' && verbs.length > 0) return [{ path, code: 'kept', message: 'Administrators reach every field.' }];
        return [];
      }),
    );
    if (errors.length) throw problem(kernelErrors.invalidInput, undefined, errors);
  }

  /** What to keep of a wish: all of it for a role of the tenant's own, what differs from the defaults for a built-in one. */
  grantsToStore(row: RoleRow, wanted: Grants): StoredGrants {
    const stored = row.grants as StoredGrants;
    // Grants for plugins that are not installed now are kept for the day they are back.
    const asleep = Object.entries(stored).filter(([id]) => !this.permissions.get(id));
    const defaults = row.builtIn ? this.defaultsOf(row.key) : {};
    const ids = [...new Set([...Object.keys(defaults), ...Object.keys(wanted)])];
    const differing = ids.filter((id) => defaults[id] !== wanted[id]).map((id) => [id, wanted[id] ?? null] as const);
    return Object.fromEntries([...asleep, ...differing]);
  }

  /** Rules for fields of plugins that are not installed now are kept too. */
  fieldsToStore(row: RoleRow | null, wanted: FieldRules): FieldRules {
    const asleep = Object.entries((row?.fields ?? {}) as FieldRules).filter(([subject]) => !this.permissions.fields.has(subject));
    const rules = Object.entries(wanted).map(([subject, fields]) => {
      const refused = Object.entries(fields).filter(([, verbs]) => verbs.length > 0);
      return [subject, Object.fromEntries(refused.map(([field, verbs]) => [field, [...new Set(verbs)].sort()]))] as const;
    });
    return Object.fromEntries([...asleep, ...rules.filter(([, fields]) => Object.keys(fields).length > 0)]);
  }

  /** What the manifests give a built-in role. */
  defaultsOf(key: string): Grants {
    return this.permissions.grantsOf({ key, grants: {} });
  }
}

/** `grants.clients.read` → how far before and after; the same for each field: what the audit log keeps of a change to a role. */
export function roleChanges(before: Pick<Role, 'grants' | 'fields'>, after: Pick<Role, 'grants' | 'fields'>): Record<string, [unknown, unknown]> {
  const [was, is] = [flat(before), flat(after)];
  const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])].sort();
  return Object.fromEntries(keys.filter((key) => was[key] !== is[key]).map((key) => [key, [was[key] ?? null, is[key] ?? null]]));
}

function flat({ grants, fields }: Pick<Role, 'grants' | 'fields'>): Record<string, string> {
  const rules = Object.entries(fields).flatMap(([subject, names]) => Object.entries(names).map(([field, verbs]) => [`fields.${subject}.${field}`, [...verbs].sort().join(' ')]));
  return Object.fromEntries([...Object.entries(grants).map(([id, scope]) => [`grants.${id}`, scope]), ...rules]);
}
