'use client';
import { useState } from 'react';
import { useTranslations } from 'next-intl';
import { KeyRound, Plus } from 'lucide-react';
import { Badge, Button, ConfirmDialog, coreApi, DataTable, EmptyState, ListState, TableSkeleton, toast, useApiMutation, useApiPages, useFormats } from '@loctelli/core/web';
import { ApiKeyDialog } from './api-key-dialog.tsx';
import { ApiKeyDrawer } from './api-key-drawer.tsx';
import { SettingsHeader } from './settings-header.tsx';

export function ApiKeySettings() {
  const t = useTranslations('core.settings');
  const formats = useFormats();
  const [creating, setCreating] = useState(false);
  const [leaving, setLeaving] = useState<{ id: number; name: string } | null>(null);
  const [openedId, setOpened] = useState<number | null>(null);
  const list = useApiPages(['api-keys'], (cursor) => coreApi.apiKeys.getApiKeys({ cursor }));
  const opened = list.rows.find(({ id }) => id === openedId) ?? null;
  const revoke = useApiMutation(({ id }: { id: number; name: string }) => coreApi.apiKeys.deleteApiKey(id), {
    invalidate: [['api-keys']],
    onSuccess: (_, { name }) => {
      setLeaving(null);
      setOpened(null);
      toast.success(t('keyRevoked', { name }));
    },
  });
  const isOver = (expiresAt: string | null) => expiresAt !== null && new Date(expiresAt) <= new Date();
  return (
    <>
      <SettingsHeader
        title={t('apiKeys')}
        text={t('apiKeysText')}
        action={
          <Button variant="primary" onClick={() => setCreating(true)}>
            <Plus aria-hidden />
            {t('createKey')}
          </Button>
        }
      />
      <ListState
        list={list}
        skeleton={<TableSkeleton rows={3} columns={4} />}
        empty={
          <EmptyState icon={<KeyRound />} title={t('noKeysTitle')}>
            {t('noKeysText')}
          </EmptyState>
        }
      >
        {(rows) => (
          <DataTable
            label={t('apiKeys')}
            rows={rows}
            rowId={(key) => String(key.id)}
            columns={[
              {
                id: 'name',
                header: t('keyName'),
                card: 'title',
                cell: (key) => (
                  <span className="block min-w-0">
                    <button type="button" className="text-start font-medium underline-offset-4 hover:underline" onClick={() => setOpened(key.id)}>
                      {key.name}
                    </button>
                    <code className="block font-mono text-xs font-normal text-muted" dir="ltr">
                      lok_{key.prefix}…
                    </code>
                  </span>
                ),
              },
              { id: 'scopes', header: t('scopes'), cell: (key) => <span className="text-muted tabular-nums">{t('scopeCount', { count: key.scopes.length })}</span> },
              { id: 'user', header: t('actsFor'), cell: (key) => <span className="text-muted">{key.userName}</span> },
              { id: 'used', header: t('lastUsedColumn'), cell: (key) => <span className="text-muted">{key.lastUsedAt ? formats.relative(key.lastUsedAt) : t('notUsed')}</span> },
              {
                id: 'expires',
                header: t('expires'),
                cell: (key) =>
                  isOver(key.expiresAt) ? <Badge tone="warning">{t('expired')}</Badge> : <span className="text-muted">{key.expiresAt ? formats.date(key.expiresAt) : t('never')}</span>,
              },
            ]}
            rowActions={(key) => (
              <Button size="sm" variant="ghost" className="text-danger-text" onClick={() => setLeaving(key)}>
                {t('revokeKey')}
              </Button>
            )}
          />
        )}
      </ListState>
      <ApiKeyDialog open={creating} onOpenChange={setCreating} />
      <ApiKeyDrawer apiKey={opened} onClose={() => setOpened(null)} onRevoke={() => setLeaving(opened)} />
      <ConfirmDialog
        open={leaving !== null}
        onOpenChange={(open) => !open && setLeaving(null)}
        title={t('revokeKeyTitle', { name: leaving?.name ?? '' })}
        description={t('revokeKeyText')}
        action={t('revokeKey')}
        danger
        busy={revoke.isPending}
        onConfirm={() => leaving && revoke.mutate(leaving)}
      />
    </>
  );
}
