'use client';
import { useState } from 'react';
import { Copy, Ellipsis, PencilLine, RotateCcw, ScrollText, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Role, RoleMatrix } from '@loctelli/core';
import { Button, ConfirmDialog, coreApi, Dialog, Field, Link, Menu, Select, toast, useApiMutation, useCan } from '@loctelli/core/web';
import { mayChange } from './draft.ts';
import { RoleNameDialog } from './role-name-dialog.tsx';
import type { Labels } from './use-labels.ts';

/** What may be done with a role as a whole. */
export function RoleMenu({ role, matrix, labels }: { role: Role; matrix: RoleMatrix; labels: Labels }) {
  const t = useTranslations('core.access');
  const mayAudit = useCan('audit.read');
  const [open, setOpen] = useState<'rename' | 'copy' | 'reset' | 'delete' | null>(null);
  const name = labels.role(role.key);
  const mine = mayChange(matrix, role);
  const invalidate = [['roles']];
  const reset = useApiMutation(() => coreApi.roles.resetRole(role.id, { version: role.version }), {
    invalidate,
    onSuccess: () => {
      setOpen(null);
      toast.success(t('resetDone', { role: name }));
    },
  });
  const item = (id: 'rename' | 'copy' | 'reset' | 'delete', icon: React.ReactNode, extra = {}) => ({ id, label: t(`menu.${id}`), icon, onSelect: () => setOpen(id), ...extra });
  return (
    <>
      <Menu
        trigger={
          <Button variant="ghost" size="icon-sm" aria-label={t('menuOf', { role: name })} className="text-muted">
            <Ellipsis aria-hidden />
          </Button>
        }
        groups={[
          {
            items: [
              ...(role.builtIn ? [] : [item('rename', <PencilLine aria-hidden />, { disabled: !mine })]),
              item('copy', <Copy aria-hidden />, { disabled: !mine }),
              ...(role.builtIn ? [item('reset', <RotateCcw aria-hidden />, { disabled: !mine })] : []),
              ...(mayAudit
                ? [{ id: 'audit', label: t('menu.audit'), icon: <ScrollText aria-hidden />, render: <Link href={`/settings/audit?subject=Role&subjectId=${role.id}`} /> }]
                : []),
            ],
          },
          { items: role.builtIn ? [] : [item('delete', <Trash2 aria-hidden />, { danger: true, disabled: !mine })] },
        ]}
      />
      <RoleNameDialog
        open={open === 'rename'}
        onOpenChange={(next) => setOpen(next ? 'rename' : null)}
        title={t('renameTitle')}
        action={t('rename')}
        name={role.name}
        send={(values) => coreApi.roles.updateRole(role.id, { version: role.version, ...values })}
      />
      <RoleNameDialog
        open={open === 'copy'}
        onOpenChange={(next) => setOpen(next ? 'copy' : null)}
        title={t('copyTitle', { role: name })}
        text={t('copyText')}
        action={t('copy')}
        name={t('copyName', { role: name })}
        send={(values) => coreApi.roles.copyRole(role.id, values)}
      />
      <ConfirmDialog
        open={open === 'reset'}
        onOpenChange={(next) => setOpen(next ? 'reset' : null)}
        title={t('resetTitle', { role: name })}
        description={t('resetText')}
        action={t('reset')}
        busy={reset.isPending}
        onConfirm={() => reset.mutate()}
      />
      {open === 'delete' && <DeleteDialog role={role} matrix={matrix} labels={labels} onClose={() => setOpen(null)} />}
    </>
  );
}

/** People of a role that goes have to be given another one. */
function DeleteDialog({ role, matrix, labels, onClose }: { role: Role; matrix: RoleMatrix; labels: Labels; onClose: () => void }) {
  const t = useTranslations('core.access');
  const others = matrix.roles.filter(({ id }) => id !== role.id).filter((other) => mayChange(matrix, other));
  const [moveTo, setMoveTo] = useState(others.find(({ key }) => key === 'user')?.key ?? others[0]?.key ?? null);
  const name = labels.role(role.key);
  const remove = useApiMutation(() => coreApi.roles.deleteRole(role.id, moveTo ? { moveTo } : {}), {
    invalidate: [['roles'], ['users'], ['invitations']],
    onSuccess: () => {
      onClose();
      toast.success(t('deleted', { role: name }));
    },
  });
  return (
    <Dialog
      open
      size="sm"
      onOpenChange={(next) => !next && onClose()}
      title={t('deleteTitle', { role: name })}
      description={t('deleteText', { count: role.people })}
      footer={
        <Button variant="danger" busy={remove.isPending} onClick={() => remove.mutate()}>
          {t('delete', { role: name })}
        </Button>
      }
    >
      <Field label={t('moveTo')}>
        <Select aria-label={t('moveTo')} value={moveTo} onChange={setMoveTo} options={others.map((other) => ({ value: other.key, label: labels.role(other.key) }))} />
      </Field>
    </Dialog>
  );
}
