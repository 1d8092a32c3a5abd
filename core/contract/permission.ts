import { z } from 'zod';

/** How far a permission reaches: rows the user owns, rows owned in the user's team, or all rows of the tenant. */
export const scope = z.enum(['own', 'team', 'all']);
export type Scope = z.infer<typeof scope>;

/** What a user may do: permission id → how far. An absent id is a refusal. */
export const grants = z.record(z.string(), scope);
export type Grants = z.infer<typeof grants>;

/** What a role may be refused to do with one field of a record it reaches. */
export const fieldVerb = z.enum(['read', 'write', 'export']);
export type FieldVerb = z.infer<typeof fieldVerb>;

/**
 * Field rules of a role: subject → field → what it is refused. An absent field is open. Who may not read a field neither writes nor
 * exports it, whatever else is said.
 */
export const fieldRules = z.record(z.string().max(80), z.record(z.string().max(80), z.array(fieldVerb).max(3)));
export type FieldRules = z.infer<typeof fieldRules>;

/** The roles every tenant starts with. Tenants may add their own. */
export const builtInRoles = ['admin', 'manager', 'user'] as const;
export type BuiltInRole = (typeof builtInRoles)[number];

const reach: Record<Scope, number> = { own: 1, team: 2, all: 3 };
/** Whether a scope takes in all that another does. */
export const reaches = (scope: Scope | null | undefined, other: Scope): boolean => Boolean(scope) && reach[scope!] >= reach[other];

/** What settling asks of a permission. */
interface Needing {
  id: string;
  subject: string;
  /** Narrowest first. */
  scopes: readonly Scope[];
  needs?: readonly string[];
}

/**
 * Takes away what lacks a permission it needs, and narrows what would reach further than one it needs on the same model: who may
 * change what they cannot see would meet doors that do not open.
 * @returns the grants that hold, and what became of the others
 */
export function settle(wanted: Grants, permissions: readonly Needing[]): { grants: Grants; settled: { permission: string; needs: string; from: Scope; to: Scope | null }[] } {
  const grants: Grants = { ...wanted };
  const subjects = new Map(permissions.map(({ id, subject }) => [id, subject]));
  const settled = new Map<string, { permission: string; needs: string; from: Scope; to: Scope | null }>();
  const held = (permission: Needing, need: string): Scope | null => {
    const [scope, needed] = [grants[permission.id]!, grants[need]];
    if (!needed) return null;
    if (subjects.get(need) !== permission.subject || reaches(needed, scope)) return scope;
    return permission.scopes.filter((each) => reaches(needed, each)).at(-1) ?? null;
  };
  for (let isDone = false; !isDone; ) {
    isDone = true;
    for (const permission of permissions) {
      for (const needs of permission.needs ?? []) {
        const scope = grants[permission.id];
        if (!scope) break;
        const to = held(permission, needs);
        if (to === scope) continue;
        isDone = false;
        settled.set(permission.id, { permission: permission.id, needs, from: wanted[permission.id]!, to });
        if (to) grants[permission.id] = to;
        else delete grants[permission.id];
      }
    }
  }
  return { grants, settled: [...settled.values()] };
}
