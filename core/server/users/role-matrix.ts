import { Injectable } from '@nestjs/common';
import type { MatrixGroup, MatrixPermission, PermissionManifest, RoleMatrix } from '@loctelli/core';
import { Access } from '../access/access.ts';
import { Permissions } from '../access/permissions.ts';
import { PluginStates } from '../plugins/plugin-states.ts';
import { RolesService } from './roles.service.ts';

/** All that the role editor is drawn from: what the kernel and the loaded plugins declare, and the tenant's roles. */
@Injectable()
export class RoleMatrixView {
  constructor(
    private readonly access: Access,
    private readonly permissions: Permissions,
    private readonly plugins: PluginStates,
    private readonly roles: RolesService,
  ) {}

  async show(): Promise<RoleMatrix> {
    const enabled = new Set(await this.plugins.enabledFor(this.access.tenant.id));
    const core = { id: 'core', name: 'core', label: 'core.permissions.group', enabled: true };
    const loaded = this.plugins.plugins.filter(({ failure }) => !failure);
    const plugins = loaded.map(({ manifest: { id, name, menu } }) => ({ id, name, label: menu?.[0] ? `${id}.${menu[0].label}` : null, enabled: enabled.has(id) }));
    const groups = [...plugins, core].map((plugin) => this.#groupOf(plugin));
    return { groups: groups.filter(({ permissions, fields }) => permissions.length + fields.length > 0), roles: (await this.roles.list()).items };
  }

  #groupOf({ id, ...plugin }: { id: string; name: string; label: string | null; enabled: boolean }): MatrixGroup {
    const permissions = [...this.permissions.all.values()].filter((permission) => this.permissions.pluginOf(permission.id) === id);
    const fields = [...this.permissions.fields].filter(([, declared]) => declared.pluginId === id);
    return {
      plugin: id,
      ...plugin,
      permissions: permissions.map((permission) => this.#lineOf(permission)),
      fields: fields.map(([subject, declared]) => ({ subject, fields: declared.fields.map((name) => ({ name, label: `${id}.fields.${name}` })) })),
    };
  }

  #lineOf({ id, subject, scopes, needs = [], roles }: PermissionManifest): MatrixPermission {
    return { id, label: this.permissions.labelOf(id), subject, scopes, needs, defaults: roles as Record<string, never>, yours: this.access.can(id) };
  }
}
