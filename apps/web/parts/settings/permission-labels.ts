'use client';
import { useMemo } from 'react';
import { useTranslations } from 'next-intl';
import { coreApi, useApiQuery, useCan, usePlugins } from '@loctelli/core/web';

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

/** Permissions by the plugin they belong to, in words. What each needs is known to those who may see roles. */
export function usePermissionGroups(ids: readonly string[]): PermissionGroup[] {
  const all = useTranslations();
  const plugins = usePlugins();
  const mayRead = useCan('roles.read');
  const matrix = useApiQuery(['roles', 'matrix'], () => coreApi.roles.getMatrix(), { enabled: Boolean(mayRead) });
  return useMemo(() => {
    const word = (key: string, otherwise: string) => (all.has(key) ? all(key) : otherwise);
    const lines = new Map(matrix.data?.groups.flatMap((group) => group.permissions.map((line) => [line.id, line] as const)));
    const groupOf = (plugin: string, label: string, members: readonly string[]) => ({
      id: plugin,
      label,
      permissions: members.map((id) => ({ id, label: word(labelOf(plugin, id), id), needs: lines.get(id)?.needs ?? [] })),
    });
    // A plugin's permissions begin with its id.
    const groups = plugins.map(({ manifest: { id, name, menu } }) =>
      groupOf(id, menu?.[0] ? word(`${id}.${menu[0].label}`, name) : name, ids.filter((permission) => permission.startsWith(`${id}.`))),
    );
    const claimed = new Set(groups.flatMap((group) => group.permissions.map((permission) => permission.id)));
    const kernel = groupOf('core', all('core.permissions.group'), ids.filter((id) => !claimed.has(id)));
    return [...groups, kernel].filter(({ permissions }) => permissions.length > 0);
  }, [all, plugins, ids, matrix.data]);
}

const labelOf = (plugin: string, id: string) => `${plugin}.permissions.${(plugin === 'core' ? id : id.slice(plugin.length + 1)).replaceAll('.', '-')}`;
