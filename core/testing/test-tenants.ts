import bcrypt from 'bcrypt';
import { createHash } from 'node:crypto';
import { builtInRoles, type BuiltInRole, type TenantKind } from '@loctelli/core';
import type { PlatformDatabase } from '../server/database/database.ts';

/** Password of every user in a test. */
export const testPassword = 'correct horse battery';

export interface TestTenant {
  id: number;
  slug: string;
  host: string;
  users: Record<BuiltInRole, { id: number; email: string }>;
}

/** Makes a tenant with the three built-in roles and one user in each; manager and user share a team. */
export async function makeTenant(platform: PlatformDatabase, slug: string, { kind = 'business', registration = false }: { kind?: TenantKind; registration?: boolean } = {}): Promise<TestTenant> {
  const tenant = await platform.tenant.create({ data: { slug, name: slug.toUpperCase(), kind, registration } });
  const tenantId = tenant.id;
  await platform.role.createMany({ data: builtInRoles.map((key) => ({ tenantId, key, name: key, builtIn: true })) });
  const team = await platform.team.create({ data: { tenantId, name: 'Sales' } });
  const password = await bcrypt.hash(createHash('sha256').update(testPassword.normalize('NFKC')).digest('base64'), 4);
  const users = {} as TestTenant['users'];
  for (const roleKey of builtInRoles) {
    const email = `${roleKey}@${slug}.example`;
    const teamId = roleKey === 'admin' ? null : team.id;
    const { id } = await platform.user.create({ data: { tenantId, name: `${roleKey} of ${slug}`, email, password, roleKey, teamId, emailVerifiedAt: new Date() } });
    users[roleKey] = { id, email };
  }
  return { id: tenantId, slug, host: `${slug}.localhost`, users };
}
