'use client';
import { useTranslations } from 'next-intl';
import { Laptop, Smartphone } from 'lucide-react';
import { Badge, Button, coreApi, ErrorState, Skeleton, toast, useApiMutation, useApiQuery, useFormats } from '@loctelli/core/web';
import { readUserAgent, useDeviceName } from './user-agent.ts';

export function SessionList() {
  const t = useTranslations('core.settings');
  const formats = useFormats();
  const deviceName = useDeviceName();
  const sessions = useApiQuery(['sessions'], () => coreApi.auth.getSessions());
  const revoke = useApiMutation((id: string) => coreApi.auth.revokeSession(id), { invalidate: [['sessions']], onSuccess: () => toast.success(t('revoked')) });
  if (sessions.error) return <ErrorState compact error={sessions.error} onRetry={() => void sessions.refetch()} />;
  if (!sessions.data)
    return (
      <div className="flex flex-col gap-4 p-5">
        <Skeleton className="h-9" />
        <Skeleton className="h-9" />
      </div>
    );
  return (
    <ul>
      {sessions.data.items.map((session) => {
        const device = readUserAgent(session.userAgent);
        const name = deviceName(session.userAgent);
        return (
          <li key={session.id} className="flex items-center gap-3.5 border-b px-5 py-3 last:border-0">
            <span aria-hidden className="text-muted [&_svg]:size-5">
              {device.phone ? <Smartphone /> : <Laptop />}
            </span>
            <div className="min-w-0 flex-1">
              <p className="flex flex-wrap items-center gap-2 font-medium">
                <span title={session.userAgent}>{name}</span>
                {session.current && <Badge tone="success">{t('thisDevice')}</Badge>}
              </p>
              <p className="text-sm text-muted">
                <bdi>{session.ip}</bdi> · <time dateTime={session.lastUsedAt} title={formats.dateTime(session.lastUsedAt)}>{t('lastUsed', { when: formats.relative(session.lastUsedAt) })}</time>
              </p>
            </div>
            {!session.current && (
              <Button size="sm" busy={revoke.isPending && revoke.variables === session.id} onClick={() => revoke.mutate(session.id)}>
                {t('revoke')}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
