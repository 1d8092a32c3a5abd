'use client';
import { useMemo } from 'react';
import { useTranslations } from 'next-intl';
import { usePlugins } from '@loctelli/core/web';

export interface PermissionLine {
  id: string;
  label: string;
  needs: readonly string[];
}
export interface PermissionGroup {
  id: string;
  label: string;
  permissions: PermissionLine[];
}

/** Permissions by the plugin they belong to, in words, without asking the server: what is given is all that is named. */
export function usePermissionGroups(ids: readonly string[]): PermissionGroup[] {
  const all = useTranslations();
  const plugins = usePlugins();
  return useMemo(() => {
    const word = (key: string, otherwise: string) => (all.has(key) ? all(key) : otherwise);
    const groups = plugins.map(({ manifest: { id, name, menu, permissions = [] } }) => ({
      id,
      label: menu?.[0] ? word(`${id}.${menu[0].label}`, name) : name,
      permissions: permissions
        .filter((permission) => ids.includes(permission.id))
        .map((permission) => ({ id: permission.id, label: word(labelOf(id, permission.id.slice(id.length + 1)), permission.id), needs: permission.needs ?? [] })),
    }));
    const claimed = new Set(groups.flatMap((group) => group.permissions.map((permission) => permission.id)));
    const rest = ids.filter((id) => !claimed.has(id)).map((id) => ({ id, label: word(labelOf('core', id), id), needs: [] }));
    return [...groups, { id: 'core', label: all('core.permissions.group'), permissions: rest }].filter(({ permissions }) => permissions.length > 0);
  }, [all, plugins, ids]);
}

const labelOf = (plugin: string, name: string) => `${plugin}.permissions.${name.replaceAll('.', '-')}`;
