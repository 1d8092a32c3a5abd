'use client';
import { useState } from 'react';
import { useTranslations } from 'next-intl';
import { Button, Card, ConfirmDialog, coreApi, toast, useApiMutation } from '@loctelli/core/web';
import { SessionList } from './session-list.tsx';

/** Signed-in devices, and the ways to sign all of them out. */
export function SessionCard() {
  const t = useTranslations('core.settings');
  const security = useTranslations('core.security');
  const [asking, setAsking] = useState<'others' | 'all' | null>(null);
  const close = () => setAsking(null);
  const leave = useApiMutation(() => coreApi.auth.logoutAll(), { onSuccess: () => location.assign('/sign-in') });
  const leaveOthers = useApiMutation(() => coreApi.auth.logoutOthers(), {
    invalidate: [['sessions']],
    onSuccess: () => {
      close();
      toast.success(security('signedOutOthers'));
    },
  });
  return (
    <Card
      flush
      title={t('sessionsTitle')}
      description={t('sessionsText')}
      footer={
        <>
          <Button variant="ghost" onClick={() => setAsking('all')}>
            {t('signOutAll')}
          </Button>
          <Button onClick={() => setAsking('others')}>{security('signOutOthers')}</Button>
        </>
      }
    >
      <SessionList />
      <ConfirmDialog
        open={asking === 'others'}
        onOpenChange={(open) => !open && close()}
        title={security('signOutOthersTitle')}
        description={security('signOutOthersText')}
        action={security('signOutOthers')}
        busy={leaveOthers.isPending}
        onConfirm={() => leaveOthers.mutate()}
      />
      <ConfirmDialog
        open={asking === 'all'}
        onOpenChange={(open) => !open && close()}
        title={t('signOutAllTitle')}
        description={t('signOutAllText')}
        action={t('signOutAll')}
        danger
        busy={leave.isPending}
        onConfirm={() => leave.mutate()}
      />
    </Card>
  );
}
