'use client';
import { useState } from 'react';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { UserPlus } from 'lucide-react';
import { Button, Page, PageHeader, Tabs, useCan } from '@loctelli/core/web';
import { InvitationList } from './invitation-list.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { UserList } from './user-list.tsx';

export function UsersPage() {
  const t = useTranslations('core.users');
  const mayInvite = useCan('users.invite');
  const [inviting, setInviting] = useState(false);
  const path = usePathname();
  const router = useRouter();
  const tab = useSearchParams().get('tab') === 'invitations' ? 'invitations' : 'people';
  return (
    <Page>
      <PageHeader
        title={t('title')}
        actions={
          mayInvite && (
            <Button variant="primary" onClick={() => setInviting(true)}>
              <UserPlus aria-hidden />
              {t('invite')}
            </Button>
          )
        }
      />
      {mayInvite ? (
        <Tabs
          label={t('title')}
          value={tab}
          onChange={(id) => router.replace(id === 'people' ? path : `${path}?tab=${id}`, { scroll: false })}
          tabs={[
            { id: 'people', label: t('tabPeople'), content: <UserList /> },
            { id: 'invitations', label: t('tabInvitations'), content: <InvitationList onInvite={() => setInviting(true)} /> },
          ]}
        />
      ) : (
        <UserList />
      )}
      <InviteDialog open={inviting} onOpenChange={setInviting} />
    </Page>
  );
}
