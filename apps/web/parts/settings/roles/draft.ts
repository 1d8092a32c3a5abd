import { reaches, settle, type FieldRules, type FieldVerb, type Grants, type MatrixPermission, type Role, type RoleMatrix, type Scope } from '@loctelli/core';

/** What a role is to become: all that it grants and refuses. */
export interface Wish {
  grants: Grants;
  fields: FieldRules;
}
/** Wishes by role id; a role that is not there stays as it is. */
export type Draft = Readonly<Record<number, Wish>>;

export const verbs: readonly FieldVerb[] = ['read', 'write', 'export'];
export const permissionsOf = ({ groups }: RoleMatrix): MatrixPermission[] => groups.flatMap((group) => group.permissions);
export const wishOf = (draft: Draft, { id, grants, fields }: Role): Wish => draft[id] ?? { grants, fields };
export const refusedOf = ({ fields }: Wish, subject: string, field: string): readonly FieldVerb[] => fields[subject]?.[field] ?? [];

/** Whether the reader may change the role at all: nobody takes from others what they do not have themselves. */
export const mayChange = (matrix: RoleMatrix, role: Role): boolean => {
  const yours = new Map(permissionsOf(matrix).map((permission) => [permission.id, permission.yours]));
  return Object.entries(role.grants).every(([id, scope]) => reaches(yours.get(id), scope));
};

/** Gives a role a permission, together with those it needs, or takes it away, together with those that need it. */
export function withGrant(matrix: RoleMatrix, wish: Wish, id: string, scope: Scope | null): { wish: Wish; also: string[] } {
  const all = permissionsOf(matrix);
  const wanted: Grants = { ...wish.grants };
  if (scope) wanted[id] = scope;
  else delete wanted[id];
  if (scope) for (const need of needsOf(all, id)) widen(wanted, all, need, id, scope);
  const { grants } = settle(wanted, all);
  const also = all.map((permission) => permission.id).filter((other) => other !== id && grants[other] !== wish.grants[other]);
  return { wish: { ...wish, grants }, also };
}

/** What a permission needs, and what that needs. */
function needsOf(all: MatrixPermission[], id: string, seen = new Set<string>()): string[] {
  for (const need of all.find((permission) => permission.id === id)?.needs ?? []) {
    if (seen.has(need)) continue;
    seen.add(need);
    needsOf(all, need, seen);
  }
  return [...seen];
}

function widen(grants: Record<string, Scope>, all: MatrixPermission[], need: string, id: string, scope: Scope): void {
  const needed = all.find((permission) => permission.id === need);
  const isSameSubject = needed?.subject === all.find((permission) => permission.id === id)?.subject;
  const has = grants[need];
  if (!needed || (has && (!isSameSubject || reaches(has, scope)))) return;
  const wide = isSameSubject ? needed.scopes.find((each) => reaches(each, scope)) : needed.scopes[0];
  if (wide && reaches(needed.yours, wide)) grants[need] = wide;
}

/** Opens or closes one verb of one field. Who may not read neither writes nor exports. */
export function withField(wish: Wish, subject: string, field: string, verb: FieldVerb, isOpen: boolean): Wish {
  const before = new Set(refusedOf(wish, subject, field));
  if (isOpen) before.delete(verb);
  else before.add(verb);
  if (isOpen && verb !== 'read') before.delete('read');
  if (before.has('read')) for (const each of verbs) before.add(each);
  return { ...wish, fields: { ...wish.fields, [subject]: { ...wish.fields[subject], [field]: verbs.filter((each) => before.has(each)) } } };
}

/** How many cells differ from what is in force. */
export function changesOf(matrix: RoleMatrix, role: Role, wish: Wish): number {
  const grants = permissionsOf(matrix).filter(({ id }) => role.grants[id] !== wish.grants[id]).length;
  const fields = matrix.groups
    .flatMap((group) => group.fields)
    .flatMap(({ subject, fields: names }) => names.map(({ name }) => [closed(role, subject, name), closed(wish, subject, name)] as const))
    .filter(([was, is]) => was !== is).length;
  return grants + fields;
}

/** What is refused of a field in effect, as one word to compare. */
export function closed(wish: Pick<Wish, 'fields'>, subject: string, field: string): string {
  const refused = wish.fields[subject]?.[field] ?? [];
  return refused.includes('read') ? verbs.join() : verbs.filter((verb) => refused.includes(verb)).join();
}
