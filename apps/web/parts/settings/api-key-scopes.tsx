'use client';
import { useMemo } from 'react';
import { Checkbox, useMe } from '@loctelli/core/web';
import { usePermissionGroups } from './permission-labels.ts';

/** What a key may do: of what its maker may do, by plugin. A permission brings those it needs and takes those that need it. */
export function ApiKeyScopes({ value, onChange }: { value: string[]; onChange: (scopes: string[]) => void }) {
  const { grants } = useMe();
  const ids = useMemo(() => Object.keys(grants), [grants]);
  const groups = usePermissionGroups(ids);
  const lines = groups.flatMap((group) => group.permissions);
  const needs = (id: string): string[] => (lines.find((line) => line.id === id)?.needs ?? []).flatMap((need) => [need, ...needs(need)]);
  const toggle = (id: string, isOn: boolean) =>
    onChange(isOn ? [...new Set([...value, id, ...needs(id).filter((need) => ids.includes(need))])] : value.filter((each) => each !== id && !needs(each).includes(id)));
  const toggleGroup = (members: string[], isOn: boolean) => onChange(isOn ? [...new Set([...value, ...members])] : value.filter((each) => !members.includes(each) && !needs(each).some((need) => members.includes(need))));
  return (
    <div className="max-h-72 overflow-y-auto rounded-md border">
      {groups.map((group) => {
        const members = group.permissions.map(({ id }) => id);
        const chosen = members.filter((id) => value.includes(id)).length;
        return (
          <fieldset key={group.id} className="border-b p-3 last:border-0">
            <legend className="contents">
              <Checkbox
                label={<span className="font-medium">{group.label}</span>}
                checked={chosen === members.length}
                indeterminate={chosen > 0 && chosen < members.length}
                onChange={(isOn) => toggleGroup(members, isOn)}
              />
            </legend>
            <div className="mt-2 grid gap-2 ps-7 sm:grid-cols-2">
              {group.permissions.map((permission) => (
                <Checkbox key={permission.id} label={permission.label} checked={value.includes(permission.id)} onChange={(isOn) => toggle(permission.id, isOn)} />
              ))}
            </div>
          </fieldset>
        );
      })}
    </div>
  );
}
