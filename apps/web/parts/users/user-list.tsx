'use client';
import { useState } from 'react';
import { useTranslations } from 'next-intl';
import { UsersRound } from 'lucide-react';
import type { User } from '@loctelli/core';
import {
  Avatar,
  Badge,
  ConfirmDialog,
  coreApi,
  DataTable,
  EmptyState,
  ListState,
  SearchInput,
  Select,
  TableSkeleton,
  toast,
  useApiMutation,
  useApiPages,
  useCan,
  useFormats,
  useMe,
} from '@loctelli/core/web';
import { useRoles } from './roles.ts';
import { useTeams } from './teams.ts';
import { UserMenu } from './user-menu.tsx';

const none = { search: '', role: '', state: '', team: '' };

export function UserList() {
  const t = useTranslations('core.users');
  const formats = useFormats();
  const me = useMe();
  const mayUpdate = useCan('users.update');
  const roles = useRoles();
  const teams = useTeams();
  const [filter, setFilter] = useState(none);
  const [leaving, setLeaving] = useState<User | null>(null);
  const filtered = filter !== none && Object.values(filter).some(Boolean);
  const list = useApiPages(['users', filter], (cursor) =>
    coreApi.users.getUsers({
      search: filter.search,
      role: filter.role,
      isActive: filter.state === '' ? undefined : filter.state === 'active',
      teamId: filter.team === '' ? undefined : filter.team === 'none' ? 'none' : Number(filter.team),
      cursor,
    }),
  );
  const update = useApiMutation(({ user, change }: { user: User; change: { role?: string; isActive?: boolean } }) => coreApi.users.updateUser(user.id, { version: user.version, ...change }), {
    invalidate: [['users'], ['roles']],
    onSuccess: (user, { change }) => {
      setLeaving(null);
      if (change.role) toast.success(t('roleChanged', { name: user.name, role: roles.nameOf(user.role) }));
      else toast.success(t(user.isActive ? 'activated' : 'deactivated', { name: user.name }));
    },
  });
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <SearchInput value={filter.search} onChange={(search) => setFilter({ ...filter, search })} label={t('search')} className="sm:w-72" />
        <div className="flex flex-wrap gap-1">
          <Select
            variant="quiet"
            aria-label={t('role')}
            value={filter.role}
            onChange={(role) => setFilter({ ...filter, role })}
            options={[{ value: '', label: t('anyRole') }, ...roles.options]}
          />
          {teams.options.length > 0 && (
            <Select
              variant="quiet"
              aria-label={t('team')}
              value={filter.team}
              onChange={(team) => setFilter({ ...filter, team })}
              options={[{ value: '', label: t('anyTeam') }, { value: 'none', label: t('noTeam') }, ...teams.options]}
            />
          )}
          <Select
            variant="quiet"
            aria-label={t('state')}
            value={filter.state}
            onChange={(state) => setFilter({ ...filter, state })}
            options={[
              { value: '', label: t('anyState') },
              { value: 'active', label: t('active') },
              { value: 'inactive', label: t('inactive') },
            ]}
          />
        </div>
      </div>
      <ListState
        list={list}
        filtered={filtered}
        onClear={() => setFilter(none)}
        skeleton={<TableSkeleton columns={4} />}
        empty={
          <EmptyState icon={<UsersRound />} title={t('emptyTitle')}>
            {t('emptyText')}
          </EmptyState>
        }
      >
        {(rows) => (
          <DataTable
            label={t('title')}
            rows={rows}
            rowId={(user) => String(user.id)}
            rowHref={(user) => `/users?user=${user.id}`}
            refreshing={list.isRefreshing}
            rowActions={
              mayUpdate
                ? (user) => (
                    <UserMenu
                      user={user}
                      roles={roles.options}
                      isSelf={user.id === me.user.id}
                      onRole={(role) => update.mutate({ user, change: { role } })}
                      onActive={(isActive) => (isActive ? update.mutate({ user, change: { isActive } }) : setLeaving(user))}
                    />
                  )
                : undefined
            }
            columns={[
              {
                id: 'name',
                header: t('name'),
                card: 'title',
                cell: (user) => (
                  <span className="flex min-w-0 items-center gap-3">
                    <Avatar name={user.name} />
                    <span className="min-w-0">
                      <span className="flex items-center gap-2">
                        <span className="truncate">{user.name}</span>
                        {user.id === me.user.id && <Badge>{t('you')}</Badge>}
                      </span>
                      <span className="block truncate text-sm font-normal text-muted">{user.email}</span>
                    </span>
                  </span>
                ),
              },
              { id: 'role', header: t('role'), cell: (user) => <Badge tone={user.role === 'admin' ? 'accent' : 'neutral'}>{roles.nameOf(user.role)}</Badge> },
              { id: 'team', header: t('team'), cell: (user) => <span className="text-muted">{teams.nameOf(user.teamId) ?? '—'}</span> },
              {
                id: 'state',
                header: t('state'),
                cell: (user) => (
                  <Badge dot tone={user.isActive ? 'success' : 'neutral'}>
                    {t(user.isActive ? 'active' : 'inactive')}
                  </Badge>
                ),
              },
              {
                id: 'lastLogin',
                header: t('lastLogin'),
                cell: (user) =>
                  user.lastLoginAt ? (
                    <time dateTime={user.lastLoginAt} title={formats.dateTime(user.lastLoginAt)} className="text-muted">
                      {formats.relative(user.lastLoginAt)}
                    </time>
                  ) : (
                    <span className="text-subtle">{t('never')}</span>
                  ),
              },
            ]}
          />
        )}
      </ListState>
      <ConfirmDialog
        open={leaving !== null}
        onOpenChange={(open) => !open && setLeaving(null)}
        title={t('deactivateTitle', { name: leaving?.name ?? '' })}
        description={t('deactivateText')}
        action={t('deactivateAction', { name: leaving?.name ?? '' })}
        danger
        busy={update.isPending}
        onConfirm={() => leaving && update.mutate({ user: leaving, change: { isActive: false } })}
      />
    </>
  );
}
