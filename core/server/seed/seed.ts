import { builtInRoles, type TenantFile } from '@loctelli/core';
import { createApi, type Api } from '../api.ts';
import { Passwords } from '../auth/passwords.ts';
import type { Config } from '../config/config.ts';
import { PlatformDatabase } from '../database/database.ts';
import type { PluginImport } from '../plugins/plugin.ts';
import { runAs } from '../tenancy/context.ts';
import { TenantDirectory } from '../tenancy/tenant-directory.ts';
import { loadTenantFiles } from '../tenancy/tenant-files.ts';
import { peopleOf } from './people.ts';

/** A tenant somebody can sign in to after a first start. */
export interface SeededTenant {
  slug: string;
  name: string;
  kind: TenantFile['kind'];
  users: { email: string; role: string }[];
}

/**
 * Fills an empty installation from `tenants/`: each tenant with the built-in roles, three users and what the plugins bring for a demo. Does
 * nothing where there is a tenant already.
 * @returns the tenants it made
 */
export async function seed(config: Config, plugins: readonly PluginImport[]): Promise<SeededTenant[]> {
  const api = await createApi({ ...config, jobs: false }, plugins);
  try {
    const platform = api.app.get(PlatformDatabase);
    if ((await platform.tenant.count()) > 0) return [];
    const { tenants } = loadTenantFiles(process.cwd());
    const password = await api.app.get(Passwords).hash(config.seedPassword);
    const made: SeededTenant[] = [];
    for (const [slug, file] of parentsFirst(tenants)) {
      const tenantId = await makeTenant(platform, slug, file);
      made.push({ slug, name: file.name, kind: file.kind, users: await makeUsers(platform, tenantId, slug, password) });
      await fill(api, tenantId, file.kind);
    }
    return made;
  } finally {
    await api.close();
  }
}

/** Makes a tenant with the built-in roles. */
export async function makeTenant(platform: PlatformDatabase, slug: string, file: TenantFile): Promise<number> {
  const { name, kind, locale, zone, country, registration, parent, domains } = file;
  const above = parent ? await platform.tenant.findFirstOrThrow({ where: { slug: parent } }) : null;
  const tenant = await platform.tenant.create({
    data: {
      slug,
      name,
      kind,
      locale,
      zone,
      country,
      registration,
      parentId: above?.id ?? null,
      domains: { create: domains.map((host) => ({ host, verifiedAt: new Date() })) },
    },
  });
  await platform.role.createMany({
    data: builtInRoles.map((key) => ({ tenantId: tenant.id, key, name: key.charAt(0).toUpperCase() + key.slice(1), builtIn: true })),
  });
  return tenant.id;
}

async function makeUsers(platform: PlatformDatabase, tenantId: number, slug: string, password: string): Promise<SeededTenant['users']> {
  const team = await platform.team.create({ data: { tenantId, name: 'Sales' } });
  const users = builtInRoles.map((role, index) => ({ role, email: `${role}@${slug}.example`, ...peopleOf(slug)[index]! }));
  for (const { role, email, name, title } of users) {
    await platform.user.create({
      data: {
        tenantId,
        email,
        name,
        title,
        password,
        roleKey: role,
        emailVerifiedAt: new Date(),
        teamId: role === 'admin' ? null : team.id,
      },
    });
  }
  return users.map(({ email, role }) => ({ email, role }));
}

/** Lets each plugin bring its demo data, as the tenant. */
async function fill(api: Api, tenantId: number, kind: TenantFile['kind']): Promise<void> {
  const tenant = await api.app.get(TenantDirectory).byId(tenantId);
  for (const { server, failure } of api.plugins) {
    const seed = kind === 'business' ? server?.seed : kind === 'agency' ? server?.seedAgency : undefined;
    if (!seed || failure) continue;
    await runAs(tenant!, () => seed({ get: (type) => api.app.get(type as never, { strict: false }) }));
  }
}

function parentsFirst(tenants: Map<string, TenantFile>): [string, TenantFile][] {
  const depth = (slug: string): number => {
    const parent = tenants.get(slug)?.parent;
    return parent ? 1 + depth(parent) : 0;
  };
  return [...tenants].sort(([a], [b]) => depth(a) - depth(b) || (a < b ? -1 : 1));
}
