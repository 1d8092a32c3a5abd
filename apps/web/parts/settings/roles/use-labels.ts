'use client';
import { useCallback } from 'react';
import { useTranslations } from 'next-intl';
import type { MatrixGroup, MatrixPermission, Scope } from '@loctelli/core';
import { useRoles } from '../../users/roles.ts';

/** What permissions, their groups, fields and scopes are called. */
export function useLabels() {
  const all = useTranslations();
  const t = useTranslations('core.access');
  const { nameOf } = useRoles();
  const word = useCallback((key: string, otherwise: string) => (all.has(key) ? all(key) : otherwise), [all]);
  return {
    permission: ({ id, label }: Pick<MatrixPermission, 'id' | 'label'>) => word(label, id),
    group: ({ name, label }: Pick<MatrixGroup, 'name' | 'label'>) => (label ? word(label, name) : name),
    field: ({ name, label }: { name: string; label: string }) => word(label, name),
    role: nameOf,
    /** A permission over rows without owners is had or not had. */
    scope: (scope: Scope | null, scopes: readonly Scope[]) => {
      if (scopes.length === 1) return t(scope ? 'yes' : 'no');
      return t(scope ? `scope.${scope}` : 'scope.none');
    },
  };
}
export type Labels = ReturnType<typeof useLabels>;
