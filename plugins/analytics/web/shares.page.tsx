'use client';
import { useState } from 'react';
import { Link2, Link2Off } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge, Button, buttonClass, ConfirmDialog, CopyButton, DataTable, EmptyState, ErrorState, Link, Page, PageHeader, Skeleton, useApiMutation, useApiQuery, useFormats } from '@loctelli/core/web';
import type { Share } from '../contract.ts';
import { analytics } from './api.ts';

/** Links to dashboards: who opened them, until when they hold, and a way to take them back. */
export default function SharesPage() {
  const t = useTranslations('analytics.share');
  const pages = useTranslations('analytics.pages');
  const formats = useFormats();
  const list = useApiQuery(['analytics', 'shares'], () => analytics.getShares());
  const [revoking, setRevoking] = useState<Share | null>(null);
  const revoke = useApiMutation(({ id }: Share) => analytics.revokeShare(id), { invalidate: [['analytics', 'shares']], onSuccess: () => setRevoking(null) });
  const rows = list.data?.items;
  return (
    <Page>
      <PageHeader
        title={pages('shares')}
        description={t('text')}
        back={
          <Link href="/analytics" className="hover:text-fg hover:underline">
            {pages('dashboards')}
          </Link>
        }
      />
      {list.error ? (
        <ErrorState error={list.error} onRetry={() => void list.refetch()} />
      ) : !rows ? (
        <div aria-busy className="grid gap-2">
          {[0, 1, 2].map((row) => (
            <Skeleton key={row} className="h-12" />
          ))}
        </div>
      ) : rows.length === 0 ? (
        <EmptyState
          icon={<Link2 />}
          title={t('emptyTitle')}
          action={
            <Link href="/analytics" className={buttonClass('primary')}>
              {t('toDashboards')}
            </Link>
          }
        >
          {t('emptyText')}
        </EmptyState>
      ) : (
        <DataTable
          label={pages('shares')}
          rows={rows}
          rowId={({ id }) => String(id)}
          rowLabel={({ dashboardName }) => dashboardName}
          columns={[
            { id: 'dashboard', header: t('dashboard'), card: 'title', cell: ({ dashboardName }) => dashboardName },
            { id: 'state', header: t('state'), cell: ({ path, revokedAt }) => <Badge tone={path ? 'success' : 'neutral'}>{t(path ? 'open' : revokedAt ? 'revoked' : 'expired')}</Badge> },
            { id: 'owner', header: t('owner'), cell: ({ ownerName }) => ownerName ?? '—' },
            { id: 'until', header: t('expires'), cell: ({ expiresAt }) => formats.dateTime(expiresAt) },
            { id: 'views', header: t('views'), align: 'end', cell: ({ views }) => formats.number(views) },
            { id: 'seen', header: t('lastSeen'), cell: ({ lastSeenAt }) => (lastSeenAt ? formats.dateTime(lastSeenAt) : '—') },
          ]}
          rowActions={(row) =>
            row.path && (
              <span className="flex gap-1">
                <CopyButton text={`${globalThis.location?.origin ?? ''}${row.path}`} label={t('copy')} size="icon-sm" variant="ghost" />
                <Button variant="ghost" size="icon-sm" aria-label={t('revokeNamed', { name: row.dashboardName })} onClick={() => setRevoking(row)}>
                  <Link2Off aria-hidden />
                </Button>
              </span>
            )
          }
        />
      )}
      <ConfirmDialog open={revoking !== null} onOpenChange={(open) => !open && setRevoking(null)} title={t('revokeTitle', { name: revoking?.dashboardName ?? '' })} description={t('revokeText')} action={t('revoke')} busy={revoke.isPending} danger onConfirm={() => revoking && revoke.mutate(revoking)} />
    </Page>
  );
}
