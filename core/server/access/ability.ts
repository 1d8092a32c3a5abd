import { ForbiddenError, type RawRuleOf } from '@casl/ability';
import { accessibleBy, createPrismaAbility } from '@casl/prisma/runtime';
import type { PermissionManifest, Scope } from '@loctelli/core';
import type { Principal } from '../tenancy/context.ts';
import type { AppAbility } from './app-ability.ts';

/** Compiles a user's grants into an ability. A grant for a permission nobody declares gives nothing. */
export function abilityOf(user: Principal, permissions: ReadonlyMap<string, PermissionManifest>): AppAbility {
  const rules: RawRuleOf<AppAbility>[] = [];
  for (const [id, scope] of Object.entries(user.grants)) {
    const permission = permissions.get(id);
    if (!permission) continue;
    const conditions = conditionsOf(permission, scope, user);
    if (conditions) rules.push({ action: permission.action, subject: permission.subject, ...(scope !== 'all' && { conditions }) });
  }
  return createPrismaAbility(rules as never) as unknown as AppAbility;
}

/** The rows a scope reaches, as a Prisma `where`; null when the permission has no such scope, which gives nothing. */
export function conditionsOf({ owner, ownerRelation, scopes }: PermissionManifest, scope: Scope, user: Principal): object | null {
  if (!scopes.includes(scope)) return null;
  if (scope === 'all') return {};
  if (!owner) return null;
  const own = { [owner]: user.id };
  if (scope === 'own' || user.teamId === null || !ownerRelation) return own;
  return { OR: [own, { [ownerRelation]: { is: { teamId: user.teamId } } }] };
}

/** The rows a permission reaches for whoever has this ability, as a Prisma `where`; null when they do not have it. */
export function reachOf(ability: AppAbility, { action, subject }: PermissionManifest): object | null {
  try {
    return whereOf(ability, action, subject);
  } catch (error) {
    if (error instanceof ForbiddenError) return null;
    throw error;
  }
}

/** The rows an ability reaches with one action, as a Prisma `where`. Throws CASL's ForbiddenError when it reaches none. */
function whereOf(ability: AppAbility, action: string, subject: string): object {
  const known = wheres.get(ability) ?? new Map<string, object>();
  wheres.set(ability, known);
  const key = `${action} ${subject}`;
  const where = known.get(key) ?? reach(ability, action, subject);
  known.set(key, where);
  return where;
}

/** An ability never changes, so neither do the rows it reaches. */
const wheres = new WeakMap<AppAbility, Map<string, object>>();

function reach(ability: AppAbility, action: string, subject: string): object {
  return accessibleBy(ability as never, action as never).ofType(subject as never) as object;
}
