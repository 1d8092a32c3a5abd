'use client';
import { useState } from 'react';
import { Ellipsis, PencilLine, Trash2, UsersRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Team } from '@loctelli/core';
import { Button, coreApi, DataTable, EmptyState, ErrorState, Menu, TableSkeleton, useApiQuery, useCan, useFormats } from '@loctelli/core/web';
import { TeamDelete } from './team-delete.tsx';
import { TeamMembers } from './team-members.tsx';
import { TeamNameDialog } from './team-name-dialog.tsx';

/** Teams and how many are in each; one opens to show its members. */
export function TeamList({ onAdd }: { onAdd: () => void }) {
  const t = useTranslations('core.teams');
  const formats = useFormats();
  const mayUpdate = useCan('users.update');
  const teams = useApiQuery(['teams'], () => coreApi.teams.getTeams());
  const [opened, setOpened] = useState<{ team: Team; what: 'members' | 'rename' | 'delete' } | null>(null);
  const close = () => setOpened(null);
  if (teams.error) return <ErrorState error={teams.error} onRetry={() => void teams.refetch()} />;
  if (!teams.data) return <TableSkeleton rows={3} columns={3} />;
  const rows = teams.data.items;
  if (rows.length === 0)
    return (
      <div className="rounded-lg border bg-surface">
        <EmptyState icon={<UsersRound />} title={t('emptyTitle')} action={mayUpdate && <Button onClick={onAdd}>{t('add')}</Button>}>
          {t('emptyText')}
        </EmptyState>
      </div>
    );
  return (
    <>
      <DataTable
        label={t('title')}
        rows={rows}
        rowId={(team) => String(team.id)}
        rowActions={
          mayUpdate
            ? (team) => (
                <Menu
                  trigger={
                    <Button variant="ghost" size="icon-sm" aria-label={t('menuOf', { name: team.name })} className="text-muted">
                      <Ellipsis aria-hidden />
                    </Button>
                  }
                  groups={[
                    {
                      items: [
                        { id: 'members', label: t('members'), icon: <UsersRound aria-hidden />, onSelect: () => setOpened({ team, what: 'members' }) },
                        { id: 'rename', label: t('rename'), icon: <PencilLine aria-hidden />, onSelect: () => setOpened({ team, what: 'rename' }) },
                      ],
                    },
                    { items: [{ id: 'delete', label: t('deleteMenu'), icon: <Trash2 aria-hidden />, danger: true, onSelect: () => setOpened({ team, what: 'delete' }) }] },
                  ]}
                />
              )
            : undefined
        }
        columns={[
          {
            id: 'name',
            header: t('name'),
            card: 'title',
            cell: (team) => (
              <button type="button" className="text-start font-medium underline-offset-4 hover:underline" onClick={() => setOpened({ team, what: 'members' })}>
                {team.name}
              </button>
            ),
          },
          { id: 'members', header: t('members'), cell: (team) => <span className="text-muted tabular-nums">{formats.number(team.members)}</span> },
          { id: 'since', header: t('since'), cell: (team) => <span className="text-muted">{formats.date(team.createdAt)}</span> },
        ]}
      />
      <TeamMembers team={opened?.what === 'members' ? (rows.find(({ id }) => id === opened.team.id) ?? null) : null} onClose={close} />
      {opened?.what === 'rename' && <TeamNameDialog team={opened.team} onClose={close} />}
      {opened?.what === 'delete' && <TeamDelete team={opened.team} others={rows.filter(({ id }) => id !== opened.team.id)} onClose={close} />}
    </>
  );
}
