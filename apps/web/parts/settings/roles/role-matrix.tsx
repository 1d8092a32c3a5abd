'use client';
import { Fragment, useState } from 'react';
import { ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { MatrixGroup, Role, RoleMatrix } from '@loctelli/core';
import { cn } from '@loctelli/core/web';
import { closed, mayChange, refusedOf } from './draft.ts';
import { FieldCell } from './field-cell.tsx';
import { keepOneStop, walkGrid } from './grid-keys.ts';
import { RoleMenu } from './role-menu.tsx';
import { ScopeCell } from './scope-cell.tsx';
import type { RoleEditing } from './use-draft.ts';
import type { Labels } from './use-labels.ts';

interface Props {
  matrix: RoleMatrix;
  editing: RoleEditing;
  labels: Labels;
  mayEdit: boolean;
}

const firstColumn = 'sticky start-0 z-1 bg-surface';

/** Permissions down, roles across; head and first column stay. */
export function RoleMatrixTable({ matrix, editing, labels, mayEdit }: Props) {
  const t = useTranslations('core.access');
  return (
    <div className="max-h-[calc(100dvh-13rem)] min-h-80 overflow-auto rounded-lg border bg-surface" data-testid="role-matrix">
      <table role="grid" aria-label={t('matrix')} onKeyDownCapture={walkGrid} onFocusCapture={keepOneStop} className="w-full border-separate border-spacing-0 text-start">
        <thead>
          <tr>
            <th scope="col" className={cn(firstColumn, 'top-0 z-3 h-14 min-w-60 border-b px-4 text-start text-xs font-medium text-muted')}>
              {t('permission')}
            </th>
            {matrix.roles.map((role) => (
              <th key={role.id} scope="col" className="sticky top-0 z-2 h-14 min-w-36 border-b bg-surface px-2 text-start font-normal">
                <span className="flex items-center gap-1 ps-2.5">
                  <span className="min-w-0 flex-1">
                    <span className="block truncate font-medium">{labels.role(role.key)}</span>
                    <span className="block text-xs text-muted">{t('people', { count: role.people })}</span>
                  </span>
                  {mayEdit && <RoleMenu role={role} matrix={matrix} labels={labels} />}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matrix.groups.map((group, index) => (
            <Group key={group.plugin} group={group} isFirst={index === 0} {...{ matrix, editing, labels, mayEdit }} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Group({ group, isFirst, matrix, editing, labels, mayEdit }: Props & { group: MatrixGroup; isFirst: boolean }) {
  const t = useTranslations('core.access');
  const isLocked = (role: Role) => !mayEdit || !mayChange(matrix, role);
  return (
    <>
      <tr>
        <th scope="rowgroup" colSpan={matrix.roles.length + 1} className="border-b bg-sunken text-start">
          <span className="sticky start-0 inline-flex h-8 items-center gap-2 px-4 text-xs font-medium text-muted">
            {labels.group(group)}
            {!group.enabled && <span className="font-normal text-subtle">{t('pluginOff')}</span>}
          </span>
        </th>
      </tr>
      {group.permissions.map((permission, row) => (
        <tr key={permission.id} className="group/row">
          <th scope="row" className={cn(firstColumn, 'border-b px-4 py-1 text-start font-normal group-hover/row:bg-hover/60')}>
            {labels.permission(permission)}
          </th>
          {matrix.roles.map((role, column) => {
            const scope = editing.wish(role).grants[permission.id] ?? null;
            const before = role.grants[permission.id] ?? null;
            return (
              <td key={role.id} className="border-b px-2 py-1 group-hover/row:bg-hover/60">
                <ScopeCell
                  {...{ permission, scope, labels }}
                  {...(before !== scope && { before })}
                  label={`${labels.permission(permission)}, ${labels.role(role.key)}`}
                  disabled={isLocked(role)}
                  tabIndex={isFirst && row === 0 && column === 0 ? 0 : -1}
                  onChange={(next) => editing.grant(role, permission.id, next)}
                />
              </td>
            );
          })}
        </tr>
      ))}
      {group.fields.map(({ subject, fields }) => (
        <Fields key={subject} {...{ subject, fields, group, matrix, editing, labels, isLocked }} />
      ))}
    </>
  );
}

interface FieldsProps extends Omit<Props, 'mayEdit'> {
  subject: string;
  fields: { name: string; label: string }[];
  group: MatrixGroup;
  isLocked: (role: Role) => boolean;
}

/** The fields of a subject, folded until somebody asks. */
function Fields({ subject, fields, group, matrix, editing, labels, isLocked }: FieldsProps) {
  const t = useTranslations('core.access');
  const [isOpen, setOpen] = useState(false);
  const closedIn = (role: Role) => fields.filter(({ name }) => closed(editing.wish(role), subject, name) !== '').length;
  return (
    <Fragment>
      <tr>
        <th scope="row" className={cn(firstColumn, 'border-b px-2 py-1 text-start font-normal')}>
          <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)} className="flex h-8 items-center gap-1.5 rounded-md px-2 text-muted hover:bg-hover hover:text-fg">
            <ChevronRight aria-hidden className={cn('size-3.5 transition-transform duration-150 rtl:-scale-x-100', isOpen && 'rotate-90 rtl:rotate-90')} />
            {t('fieldsOf', { group: labels.group(group), count: fields.length })}
          </button>
        </th>
        {matrix.roles.map((role) => (
          <td key={role.id} className="border-b px-4.5 text-sm text-muted">
            {t('fieldsClosed', { count: closedIn(role) })}
          </td>
        ))}
      </tr>
      {isOpen &&
        fields.map((field) => (
          <tr key={field.name} className="group/row">
            <th scope="row" className={cn(firstColumn, 'border-b py-1 ps-10 pe-4 text-start font-normal text-muted group-hover/row:bg-hover/60')}>
              {labels.field(field)}
            </th>
            {matrix.roles.map((role) => (
              <td key={role.id} className="border-b px-2 py-1 group-hover/row:bg-hover/60">
                {role.key === 'admin' ? (
                  <span className="px-2.5 text-sm text-subtle" title={t('adminFields')}>
                    {t('everything')}
                  </span>
                ) : (
                  <FieldCell
                    refused={refusedOf(editing.wish(role), subject, field.name)}
                    isChanged={closed(role, subject, field.name) !== closed(editing.wish(role), subject, field.name)}
                    label={`${labels.field(field)}, ${labels.role(role.key)}`}
                    disabled={isLocked(role)}
                    tabIndex={-1}
                    onChange={(verb, open) => editing.field(role, subject, field.name, verb, open)}
                  />
                )}
              </td>
            ))}
          </tr>
        ))}
    </Fragment>
  );
}
