import { settle, type Grants, type Scope, type WhyReason } from '@loctelli/core';
import type { Role } from '../../../prisma/build/client/client.ts';
import type { Permissions } from '../access/permissions.ts';

/** What the role says of a permission, where that comes from, and how far it reaches. */
export function whyGranted(
  permissions: Permissions,
  role: Role,
  id: string,
  { grants, teamId }: { grants: Readonly<Record<string, Scope>>; teamId: number | null },
  change: { by: string; at: string } | null,
): WhyReason[] {
  const wish = permissions.wishOf(role);
  const source = sourceOf(role, id, wish, change);
  const scope = grants[id];
  if (!wish[id]) return [{ code: `not-granted-${source.from}`, verdict: 'no', params: { role: role.key, ...source.params } }];
  const granted: WhyReason = { code: `granted-${source.from}`, verdict: 'yes', params: { role: role.key, ...source.params } };
  const settled = settle(wish, [...permissions.all.values()]).settled.find(({ permission }) => permission === id);
  if (!scope) return [granted, { code: 'needs-missing', verdict: 'no', params: { permission: settled?.needs ?? id } }];
  const narrowed: WhyReason[] = settled ? [{ code: 'needs-narrower', verdict: 'info', params: { permission: settled.needs, scope } }] : [];
  const reach = scope === 'team' && teamId === null ? 'scope-team-of-none' : `scope-${scope}`;
  return [granted, ...narrowed, { code: reach, verdict: 'yes', params: {} }];
}

/** Said by the manifest's default, or in this tenant: by whom and when, as far as the audit log knows. */
function sourceOf(role: Role, id: string, wish: Grants, change: { by: string; at: string } | null): { from: string; params: Record<string, string> } {
  const isSetHere = !role.builtIn || Object.hasOwn(role.grants as object, id);
  if (!isSetHere) return { from: 'default', params: {} };
  // A role of the tenant's own that never had the permission: nobody ever decided on it.
  if (!change) return { from: 'here', params: {} };
  return change.by ? { from: 'by', params: change } : { from: 'here', params: {} };
}
