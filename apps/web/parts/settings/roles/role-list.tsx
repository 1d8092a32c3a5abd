'use client';
import { useState } from 'react';
import { useTranslations } from 'next-intl';
import type { RoleMatrix } from '@loctelli/core';
import { Select } from '@loctelli/core/web';
import { closed, mayChange, refusedOf } from './draft.ts';
import { FieldCell } from './field-cell.tsx';
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

/** One role at a time, for screens on which a matrix does not fit. */
export function RoleList({ matrix, editing, labels, mayEdit }: Props) {
  const t = useTranslations('core.access');
  const [chosen, setChosen] = useState<string | null>(null);
  const role = matrix.roles.find(({ key }) => key === chosen) ?? matrix.roles[0];
  if (!role) return null;
  const wish = editing.wish(role);
  const isLocked = !mayEdit || !mayChange(matrix, role);
  return (
    <div className="flex flex-col gap-4">
      <div className="flex items-center gap-2">
        <Select
          aria-label={t('role')}
          value={role.key}
          onChange={setChosen}
          options={matrix.roles.map((each) => ({ value: each.key, label: labels.role(each.key), hint: t('people', { count: each.people }) }))}
        />
        {mayEdit && <RoleMenu role={role} matrix={matrix} labels={labels} />}
      </div>
      {matrix.groups.map((group) => (
        <section key={group.plugin} aria-label={labels.group(group)} className="rounded-lg border bg-surface">
          <h3 className="border-b bg-sunken px-4 py-2 text-xs font-medium text-muted">{labels.group(group)}</h3>
          <ul>
            {group.permissions.map((permission) => {
              const scope = wish.grants[permission.id] ?? null;
              const before = role.grants[permission.id] ?? null;
              return (
                <li key={permission.id} className="flex items-center justify-between gap-3 border-b py-1.5 ps-4 pe-2 last:border-0">
                  <span className="min-w-0">{labels.permission(permission)}</span>
                  <span className="w-32 shrink-0">
                    <ScopeCell
                      {...{ permission, scope, labels }}
                      {...(before !== scope && { before })}
                      label={labels.permission(permission)}
                      disabled={isLocked}
                      onChange={(next) => editing.grant(role, permission.id, next)}
                    />
                  </span>
                </li>
              );
            })}
          </ul>
          {role.key !== 'admin' &&
            group.fields.map(({ subject, fields }) => (
              <details key={subject} className="border-t">
                <summary className="flex min-h-11 cursor-pointer items-center justify-between gap-3 px-4 text-muted">
                  {t('fieldsOf', { group: labels.group(group), count: fields.length })}
                  <span className="text-sm">{t('fieldsClosed', { count: fields.filter(({ name }) => closed(wish, subject, name) !== '').length })}</span>
                </summary>
                <ul>
                  {fields.map((field) => (
                    <li key={field.name} className="flex items-center justify-between gap-3 border-t py-1 ps-4 pe-2">
                      <span className="min-w-0 text-muted">{labels.field(field)}</span>
                      <FieldCell
                        refused={refusedOf(wish, subject, field.name)}
                        isChanged={closed(role, subject, field.name) !== closed(wish, subject, field.name)}
                        label={labels.field(field)}
                        disabled={isLocked}
                        onChange={(verb, open) => editing.field(role, subject, field.name, verb, open)}
                      />
                    </li>
                  ))}
                </ul>
              </details>
            ))}
        </section>
      ))}
    </div>
  );
}
