import { Injectable } from '@nestjs/common';
import { builtInRoles, settle, type BuiltInRole, type FieldRules, type Grants, type PermissionManifest, type Scope } from '@loctelli/core';

const managed = (id: string, subject: string, action: string, roles: PermissionManifest['roles']): PermissionManifest => ({
  id,
  subject,
  action,
  scopes: ['all'],
  roles,
});

/** Permissions over the kernel's own tables. */
export const kernelPermissions: PermissionManifest[] = [
  managed('users.read', 'User', 'read', { admin: 'all', manager: 'all' }),
  managed('users.update', 'User', 'update', { admin: 'all' }),
  managed('users.invite', 'Invitation', 'create', { admin: 'all', manager: 'all' }),
  managed('roles.read', 'Role', 'read', { admin: 'all', manager: 'all' }),
  managed('roles.update', 'Role', 'update', { admin: 'all' }),
  managed('plugins.update', 'PluginState', 'update', { admin: 'all' }),
  managed('apikeys.manage', 'ApiKey', 'manage-keys', { admin: 'all' }),
  managed('dashboard.arrange', 'TenantPreference', 'update', { admin: 'all' }),
  managed('views.share', 'SavedView', 'share', { admin: 'all', manager: 'all' }),
  managed('brand.update', 'Tenant', 'update', { admin: 'all' }),
  managed('audit.read', 'AuditEntry', 'read', { admin: 'all' }),
  managed('events.read', 'OutboxEvent', 'read', { admin: 'all' }),
];

/** Every permission the kernel and the loaded plugins declare. */
@Injectable()
export class Permissions {
  readonly #all = new Map<string, PermissionManifest>();
  readonly #pluginOf = new Map<string, string>();
  readonly #fields = new Map<string, { pluginId: string; fields: readonly string[] }>();

  constructor() {
    this.add('core', kernelPermissions);
  }

  add(pluginId: string, permissions: readonly PermissionManifest[] = []): void {
    for (const permission of permissions) {
      this.#all.set(permission.id, permission);
      this.#pluginOf.set(permission.id, pluginId);
    }
  }

  /** Fields of a plugin's models that a role may be refused. */
  addFields(pluginId: string, fields: Readonly<Record<string, readonly string[]>> = {}): void {
    for (const [subject, names] of Object.entries(fields)) this.#fields.set(subject, { pluginId, fields: names });
  }

  /** Subject → the fields a role may be refused there, and the plugin they belong to. */
  get fields(): ReadonlyMap<string, { pluginId: string; fields: readonly string[] }> {
    return this.#fields;
  }

  get all(): ReadonlyMap<string, PermissionManifest> {
    return this.#all;
  }

  get(id: string): PermissionManifest | undefined {
    return this.#all.get(id);
  }

  /** The plugin a permission belongs to; `core` for the kernel's. */
  pluginOf(id: string): string | undefined {
    return this.#pluginOf.get(id);
  }

  /** Translation key of what a permission is called; the kernel's have their plugin's place taken by their noun. */
  labelOf(id: string): string {
    const plugin = this.#pluginOf.get(id) ?? 'core';
    const name = plugin === 'core' ? id : id.slice(plugin.length + 1);
    return `${plugin}.permissions.${name.replaceAll('.', '-')}`;
  }

  /**
   * What a role may do: the manifests' defaults for built-in roles, changed by what the tenant set. `null` in `changes` takes a
   * default away; a scope the permission does not have is dropped, and so is what lacks a permission it needs.
   */
  grantsOf(role: { key: string; grants: unknown }): Grants {
    return settle(this.wishOf(role), [...this.#all.values()]).grants;
  }

  /** The same before it is held against what each permission needs. */
  wishOf(role: { key: string; grants: unknown }): Grants {
    const defaults = (builtInRoles as readonly string[]).includes(role.key) ? this.#defaults(role.key as BuiltInRole) : {};
    const merged: Record<string, Scope | null> = { ...defaults, ...(role.grants as Record<string, Scope | null>) };
    const sound = Object.entries(merged).filter(([id, scope]) => scope !== null && this.#all.get(id)?.scopes.includes(scope));
    return Object.fromEntries(sound) as Grants;
  }

  /**
   * The field rules of a role, as far as the fields are declared now. The built-in administrator has none: nobody can shut the last
   * person who could open it again out of a field.
   */
  fieldsOf(role: { key: string; fields: unknown }): FieldRules {
    if (role.key === 'admin') return {};
    const stored = Object.entries((role.fields ?? {}) as FieldRules).map(([subject, rules]) => {
      const declared = this.#fields.get(subject)?.fields ?? [];
      return [subject, Object.fromEntries(Object.entries(rules).filter(([field, verbs]) => declared.includes(field) && verbs.length > 0))] as const;
    });
    return Object.fromEntries(stored.filter(([, rules]) => Object.keys(rules).length > 0));
  }

  #defaults(role: BuiltInRole): Grants {
    const own = [...this.#all.values()].flatMap((permission) => (permission.roles[role] ? [[permission.id, permission.roles[role]] as const] : []));
    return Object.fromEntries(own);
  }
}
