'use client';
import { useState } from 'react';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Team } from '@loctelli/core';
import { Avatar, Button, Combobox, coreApi, Drawer, ErrorState, Field, Skeleton, useApiMutation, useApiPages, useApiQuery, useCan } from '@loctelli/core/web';
import { useRoles } from './roles.ts';
import { useTeams } from './teams.ts';

/** Who is in a team; people are taken in and let go at once. */
export function TeamMembers({ team, onClose }: { team: Team | null; onClose: () => void }) {
  const t = useTranslations('core.teams');
  const mayUpdate = useCan('users.update');
  return (
    <Drawer open={team !== null} onOpenChange={(open) => !open && onClose()} title={team?.name ?? t('members')} description={t('membersText')}>
      {team && mayUpdate && <Join team={team} />}
      {team && <Members team={team} />}
    </Drawer>
  );
}

const changed = [['users'], ['teams']];

function Join({ team }: { team: Team }) {
  const t = useTranslations('core.teams');
  const { nameOf } = useTeams();
  const [search, setSearch] = useState('');
  const people = useApiQuery(['users', 'join', search], () => coreApi.users.getUsers({ search: search || undefined, isActive: true, limit: 20 }), { keep: true });
  const join = useApiMutation((id: number) => coreApi.teams.addMembers(team.id, [id]), { invalidate: changed });
  const options = (people.data?.items ?? []).filter(({ teamId }) => teamId !== team.id);
  return (
    <Field label={t('join')} className="mb-5">
      <Combobox
        key={team.members}
        aria-label={t('join')}
        placeholder={t('joinPlaceholder')}
        options={options.map(({ id, name, teamId, email }) => ({ value: String(id), label: name, hint: teamId === null ? email : t('leaves', { team: nameOf(teamId) ?? '' }) }))}
        value={null}
        onChange={(id) => id && join.mutate(Number(id))}
        onSearch={setSearch}
        loading={people.isFetching}
        disabled={join.isPending}
      />
    </Field>
  );
}

function Members({ team }: { team: Team }) {
  const t = useTranslations('core.teams');
  const roles = useRoles();
  const mayUpdate = useCan('users.update');
  const members = useApiPages(['users', 'team', team.id], (cursor) => coreApi.users.getUsers({ teamId: team.id, limit: 50, cursor }));
  const leave = useApiMutation((id: number) => coreApi.teams.removeMember(team.id, id), { invalidate: changed });
  if (members.error) return <ErrorState compact error={members.error} onRetry={members.refetch} />;
  if (members.isLoading) return <Skeleton className="h-24" />;
  if (members.rows.length === 0) return <p className="text-muted">{t('noMembers')}</p>;
  return (
    <>
      <ul aria-label={t('members')} className="flex flex-col">
        {members.rows.map((user) => (
          <li key={user.id} className="flex items-center gap-3 border-b py-2.5 last:border-0">
            <Avatar name={user.name} />
            <span className="min-w-0 flex-1">
              <span className="block truncate font-medium">{user.name}</span>
              <span className="block truncate text-sm text-muted">{roles.nameOf(user.role)}</span>
            </span>
            {mayUpdate && (
              <Button variant="ghost" size="icon-sm" aria-label={t('leave', { name: user.name })} title={t('leave', { name: user.name })} onClick={() => leave.mutate(user.id)}>
                <X aria-hidden />
              </Button>
            )}
          </li>
        ))}
      </ul>
      {members.hasMore && (
        <Button className="mt-3" busy={members.isLoadingMore} onClick={members.loadMore}>
          {t('more')}
        </Button>
      )}
    </>
  );
}
