'use client';
import { useTranslations } from 'next-intl';
import { Ellipsis, MailPlus, Send, Undo2 } from 'lucide-react';
import { Badge, Button, coreApi, DataTable, EmptyState, ListState, Menu, TableSkeleton, toast, useApiMutation, useApiPages, useFormats, type Tone } from '@loctelli/core/web';
import { useRoles } from './roles.ts';
import { useTeams } from './teams.ts';

const tones: Record<string, Tone> = { pending: 'info', accepted: 'success', expired: 'warning', revoked: 'neutral' };

export function InvitationList({ onInvite }: { onInvite: () => void }) {
  const t = useTranslations('core.users');
  const formats = useFormats();
  const roles = useRoles();
  const teams = useTeams();
  const list = useApiPages(['invitations'], (cursor) => coreApi.invitations.getInvitations({ cursor }));
  const invalidate = [['invitations']];
  const resend = useApiMutation(({ id }: { id: number; email: string }) => coreApi.invitations.resendInvitation(id), {
    invalidate,
    onSuccess: (_, { email }) => toast.success(t('resent', { email })),
  });
  const revoke = useApiMutation(({ id }: { id: number; email: string }) => coreApi.invitations.revokeInvitation(id), {
    invalidate,
    onSuccess: (_, { email }) => toast.success(t('revokedToast', { email })),
  });
  return (
    <ListState
      list={list}
      skeleton={<TableSkeleton rows={4} columns={4} />}
      empty={
        <EmptyState icon={<MailPlus />} title={t('noInvitationsTitle')} action={<Button onClick={onInvite}>{t('invite')}</Button>}>
          {t('noInvitationsText')}
        </EmptyState>
      }
    >
      {(rows) => (
        <DataTable
          label={t('tabInvitations')}
          rows={rows}
          rowId={(row) => String(row.id)}
          refreshing={list.isRefreshing}
          rowActions={(row) =>
            row.status === 'pending' || row.status === 'expired' ? (
              <Menu
                trigger={
                  <Button variant="ghost" size="icon-sm" aria-label={t('menuOf', { name: row.email })} className="text-muted">
                    <Ellipsis aria-hidden />
                  </Button>
                }
                groups={[
                  {
                    items: [
                      { id: 'resend', label: t('resend'), icon: <Send aria-hidden />, onSelect: () => resend.mutate(row) },
                      { id: 'revoke', label: t('revoke'), icon: <Undo2 aria-hidden />, danger: true, onSelect: () => revoke.mutate(row) },
                    ],
                  },
                ]}
              />
            ) : null
          }
          columns={[
            { id: 'email', header: t('email'), card: 'title', cell: (row) => row.email },
            { id: 'role', header: t('role'), cell: (row) => roles.nameOf(row.role) },
            { id: 'team', header: t('team'), cell: (row) => <span className="text-muted">{teams.nameOf(row.teamId) ?? '—'}</span> },
            {
              id: 'status',
              header: t('status'),
              cell: (row) => (
                <Badge dot tone={tones[row.status]}>
                  {t(row.status)}
                </Badge>
              ),
            },
            { id: 'invitedBy', header: t('invitedBy'), cell: (row) => <span className="text-muted">{row.invitedBy ?? '—'}</span> },
            { id: 'expires', header: t('expires'), cell: (row) => <span className="text-muted">{row.status === 'pending' ? formats.date(row.expiresAt) : '—'}</span> },
          ]}
        />
      )}
    </ListState>
  );
}
