'use client';
import { useState } from 'react';
import { useTranslations } from 'next-intl';
import type { RoleMatrix } from '@loctelli/core';
import { Combobox, coreApi, Drawer, ErrorState, Field, Input, Skeleton, useApiQuery } from '@loctelli/core/web';
import { permissionsOf } from './draft.ts';
import { useLabels } from './use-labels.ts';
import { WhyAnswer } from './why-answer.tsx';

interface Props {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  matrix: RoleMatrix;
  /** What a link asked already. */
  asked: { user: string | null; permission: string | null; record: string | null };
}

/** Person, permission and perhaps a record; then the answer in words. */
export function WhyPanel({ open, onOpenChange, matrix, asked }: Props) {
  const t = useTranslations('core.access');
  const labels = useLabels();
  const [search, setSearch] = useState('');
  const [user, setUser] = useState(asked.user);
  const [permission, setPermission] = useState(asked.permission);
  const [record, setRecord] = useState(asked.record ?? '');
  const people = useApiQuery(['users', 'why', search], () => coreApi.users.getUsers({ search: search || undefined, limit: 20 }), { keep: true, enabled: open });
  const chosen = useApiQuery(['users', Number(user)], () => coreApi.users.getUser(Number(user)), { enabled: open && user !== null });
  const listed = people.data?.items ?? [];
  const persons = chosen.data && !listed.some(({ id }) => id === chosen.data.id) ? [chosen.data, ...listed] : listed;
  const line = permissionsOf(matrix).find(({ id }) => id === permission);
  const subjectId = /(\d+)\D*$/.exec(record)?.[1];
  const isOwnable = line !== undefined && line.scopes.length > 1;
  const question = { permission: permission ?? '', ...(isOwnable && subjectId && { subjectId: Number(subjectId) }) };
  const answer = useApiQuery(['why', user, question], () => coreApi.users.explain(Number(user), question), { enabled: open && user !== null && permission !== null, keep: true });
  return (
    <Drawer open={open} onOpenChange={onOpenChange} title={t('whyTitle')} description={t('whyText')}>
      <div className="flex flex-col gap-4">
        <Field label={t('person')}>
          <Combobox
            aria-label={t('person')}
            placeholder={t('choosePerson')}
            options={persons.map(({ id, name, email }) => ({ value: String(id), label: name, hint: email }))}
            value={user}
            onChange={setUser}
            onSearch={setSearch}
            loading={people.isFetching}
          />
        </Field>
        <Field label={t('permission')}>
          <Combobox
            aria-label={t('permission')}
            placeholder={t('choosePermission')}
            options={matrix.groups.flatMap((group) => group.permissions.map((each) => ({ value: each.id, label: labels.permission(each), hint: labels.group(group) })))}
            value={permission}
            onChange={setPermission}
          />
        </Field>
        {isOwnable && (
          <Field label={t('record')} optional={t('optional')} hint={t('recordHint')}>
            <Input value={record} onChange={(event) => setRecord(event.target.value)} inputMode="url" dir="ltr" autoComplete="off" />
          </Field>
        )}
        {user !== null && permission !== null && (
          <div aria-live="polite" className="border-t pt-4">
            {answer.error ? (
              <ErrorState compact error={answer.error} onRetry={() => void answer.refetch()} />
            ) : answer.data ? (
              <WhyAnswer why={answer.data} permissions={permissionsOf(matrix)} labels={labels} />
            ) : (
              <Skeleton className="h-40" />
            )}
          </div>
        )}
      </div>
    </Drawer>
  );
}
