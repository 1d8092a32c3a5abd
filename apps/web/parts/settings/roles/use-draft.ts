'use client';
import { useEffect, useState } from 'react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { FieldVerb, Role, RoleMatrix, Scope } from '@loctelli/core';
import { coreApi, toast, useApiMutation, useFormats, useInvalidate } from '@loctelli/core/web';
import { changesOf, permissionsOf, withField, withGrant, wishOf, type Draft, type Wish } from './draft.ts';
import type { Labels } from './use-labels.ts';

export interface RoleEditing {
  wish: (role: Role) => Wish;
  grant: (role: Role, id: string, scope: Scope | null) => void;
  field: (role: Role, subject: string, field: string, verb: FieldVerb, isOpen: boolean) => void;
  /** Cells that differ from what is in force. */
  changes: number;
  save: () => void;
  discard: () => void;
  isSaving: boolean;
}

/** What was changed in the matrix and is not saved yet. */
export function useDraft(matrix: RoleMatrix, labels: Labels): RoleEditing {
  const t = useTranslations('core.access');
  const formats = useFormats();
  const router = useRouter();
  const invalidate = useInvalidate();
  const [draft, setDraft] = useState<Draft>({});
  const changed = matrix.roles.filter((role) => draft[role.id] && changesOf(matrix, role, draft[role.id]!) > 0);
  const changes = changed.reduce((sum, role) => sum + changesOf(matrix, role, draft[role.id]!), 0);
  const hasChanges = changes > 0;

  useEffect(() => {
    if (!hasChanges) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [hasChanges]);

  const save = useApiMutation(
    async () => {
      for (const role of changed) {
        await coreApi.roles.updateRole(role.id, { version: role.version, ...draft[role.id]! });
        setDraft(({ [role.id]: _, ...rest }) => rest);
      }
    },
    { onSuccess: () => toast.success(t('saved', { count: changed.length })) },
  );
  return {
    wish: (role) => wishOf(draft, role),
    grant(role, id, scope) {
      const { wish, also } = withGrant(matrix, wishOf(draft, role), id, scope);
      const before = draft;
      setDraft({ ...draft, [role.id]: wish });
      if (also.length === 0) return;
      const names = permissionsOf(matrix).filter((permission) => also.includes(permission.id)).map(labels.permission);
      toast.show(t('alsoChanged', { role: labels.role(role.key) }), { id: 'settled', description: formats.list(names), undo: { label: t('undo'), run: () => setDraft(before) } });
    },
    field(role, subject, field, verb, isOpen) {
      setDraft({ ...draft, [role.id]: withField(wishOf(draft, role), subject, field, verb, isOpen) });
    },
    changes,
    isSaving: save.isPending,
    discard: () => setDraft({}),
    save: () =>
      save.mutate(undefined, {
        onSettled: () => {
          invalidate(['roles']);
          // One's own grants may be among them.
          router.refresh();
        },
      }),
  };
}
