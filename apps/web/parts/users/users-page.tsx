'use client';
import { useState } from 'react';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Plus, UserPlus } from 'lucide-react';
import { Button, Page, PageHeader, Tabs, useCan } from '@loctelli/core/web';
import { InvitationList } from './invitation-list.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { TeamList } from './team-list.tsx';
import { TeamNameDialog } from './team-name-dialog.tsx';
import { UserDrawer } from './user-drawer.tsx';
import { UserList } from './user-list.tsx';

/** People, their teams and whom was asked in. The tab and the person who is open stand in the address. */
export function UsersPage() {
  const t = useTranslations('core.users');
  const teams = useTranslations('core.teams');
  const [mayInvite, mayUpdate] = [useCan('users.invite'), useCan('users.update')];
  const [opened, setOpened] = useState<'invite' | 'team' | null>(null);
  const path = usePathname();
  const router = useRouter();
  const search = useSearchParams();
  const tabs = [
    { id: 'people', label: t('tabPeople'), content: <UserList /> },
    { id: 'teams', label: t('tabTeams'), content: <TeamList onAdd={() => setOpened('team')} /> },
    ...(mayInvite ? [{ id: 'invitations', label: t('tabInvitations'), content: <InvitationList onInvite={() => setOpened('invite')} /> }] : []),
  ];
  const tab = tabs.find(({ id }) => id === search.get('tab'))?.id ?? 'people';
  const user = Number(search.get('user'));
  return (
    <Page>
      <PageHeader
        title={t('title')}
        actions={
          tab === 'teams'
            ? mayUpdate && (
                <Button variant="primary" onClick={() => setOpened('team')}>
                  <Plus aria-hidden />
                  {teams('add')}
                </Button>
              )
            : mayInvite && (
                <Button variant="primary" onClick={() => setOpened('invite')}>
                  <UserPlus aria-hidden />
                  {t('invite')}
                </Button>
              )
        }
      />
      <Tabs label={t('title')} value={tab} onChange={(id) => router.replace(id === 'people' ? path : `${path}?tab=${id}`, { scroll: false })} tabs={tabs} />
      <UserDrawer id={tab === 'people' && user > 0 ? user : null} onClose={() => router.replace(path, { scroll: false })} />
      <InviteDialog open={opened === 'invite'} onOpenChange={(open) => setOpened(open ? 'invite' : null)} />
      {opened === 'team' && <TeamNameDialog onClose={() => setOpened(null)} />}
    </Page>
  );
}
