'use client';
import { useState } from 'react';
import { Laptop, Smartphone } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge, Button, Card, ConfirmDialog, coreApi, ErrorState, Skeleton, toast, useApiMutation, useApiQuery, useFormats } from '@loctelli/core/web';
import { describeDevice } from './device.ts';

/** Devices that are signed in, each of which can be signed out. */
export function Sessions() {
  const t = useTranslations('core.settings');
  const formats = useFormats();
  const [asking, setAsking] = useState(false);
  const sessions = useApiQuery(['sessions'], () => coreApi.auth.getSessions());
  const revoke = useApiMutation((id: string) => coreApi.auth.revokeSession(id), { invalidate: [['sessions']], onSuccess: () => toast.success(t('revoked')) });
  const everywhere = useApiMutation(() => coreApi.auth.logoutAll(), { onSuccess: () => location.assign('/sign-in') });
  return (
    <Card
      flush
      title={t('sessionsTitle')}
      description={t('sessionsText')}
      footer={
        <Button size="sm" onClick={() => setAsking(true)}>
          {t('signOutAll')}
        </Button>
      }
    >
      {sessions.error ? (
        <ErrorState compact error={sessions.error} onRetry={() => void sessions.refetch()} />
      ) : (
        <ul className="divide-y">
          {!sessions.data && [0, 1].map((row) => <SessionSkeleton key={row} />)}
          {sessions.data?.items.map((session) => {
            const { browser, system, mobile } = describeDevice(session.userAgent);
            const Icon = mobile ? Smartphone : Laptop;
            return (
              <li key={session.id} className="flex items-center gap-4 px-5 py-3">
                <Icon aria-hidden className="size-5 shrink-0 text-muted" />
                <div className="min-w-0 flex-1">
                  <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
                    {browser && system ? t('deviceOn', { browser, system }) : (browser ?? system ?? t('unknownDevice'))}
                    {session.current && <Badge tone="success">{t('thisDevice')}</Badge>}
                  </p>
                  <p className="text-sm text-muted">
                    <bdi>{session.ip}</bdi> ·{' '}
                    <time dateTime={session.lastUsedAt} title={formats.dateTime(session.lastUsedAt)}>
                      {t('lastUsed', { when: formats.relative(session.lastUsedAt) })}
                    </time>
                  </p>
                </div>
                {!session.current && (
                  <Button size="sm" variant="ghost" busy={revoke.isPending && revoke.variables === session.id} onClick={() => revoke.mutate(session.id)}>
                    {t('revoke')}
                  </Button>
                )}
              </li>
            );
          })}
        </ul>
      )}
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('signOutAllTitle')}
        description={t('signOutAllText')}
        action={t('signOutAll')}
        danger
        busy={everywhere.isPending || everywhere.isSuccess}
        onConfirm={() => everywhere.mutate()}
      />
    </Card>
  );
}

const SessionSkeleton = () => (
  <li aria-hidden className="flex items-center gap-4 px-5 py-3">
    <Skeleton className="size-5" />
    <div className="flex flex-1 flex-col gap-2 py-0.5">
      <Skeleton className="h-3.5 w-40" />
      <Skeleton className="h-3 w-56" />
    </div>
  </li>
);
