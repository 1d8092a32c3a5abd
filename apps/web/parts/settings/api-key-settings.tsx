'use client';
import { useState, type ReactNode } from 'react';
import { useTranslations } from 'next-intl';
import { KeyRound, Plus } from 'lucide-react';
import { Button, ConfirmDialog, coreApi, DataTable, EmptyState, ListState, TableSkeleton, toast, useApiMutation, useApiPages, useFormats } from '@loctelli/core/web';
import { ApiKeyDialog } from './api-key-dialog.tsx';

export function ApiKeySettings() {
  const t = useTranslations('core.settings');
  const formats = useFormats();
  const [creating, setCreating] = useState(false);
  const [leaving, setLeaving] = useState<{ id: number; name: string } | null>(null);
  const list = useApiPages(['api-keys'], (cursor) => coreApi.apiKeys.getApiKeys({ cursor }));
  const revoke = useApiMutation(({ id }: { id: number; name: string }) => coreApi.apiKeys.deleteApiKey(id), {
    invalidate: [['api-keys']],
    onSuccess: (_, { name }) => {
      setLeaving(null);
      toast.success(t('keyRevoked', { name }));
    },
  });
  const create = (
    <Button variant="primary" onClick={() => setCreating(true)}>
      <Plus aria-hidden />
      {t('createKey')}
    </Button>
  );
  return (
    <>
      <SettingsHeader title={t('apiKeys')} text={t('apiKeysText')} action={create} />
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
              { id: 'name', header: t('keyName'), card: 'title', cell: (key) => key.name },
              { id: 'key', header: t('key'), cell: (key) => <code className="font-mono text-sm text-muted">{key.prefix}…</code> },
              { id: 'scopes', header: t('scopes'), cell: (key) => <span className="text-muted">{formats.list(key.scopes)}</span> },
              { id: 'used', header: t('lastUsedColumn'), cell: (key) => <span className="text-muted">{key.lastUsedAt ? formats.relative(key.lastUsedAt) : t('notUsed')}</span> },
              { id: 'expires', header: t('expires'), cell: (key) => <span className="text-muted">{key.expiresAt ? formats.date(key.expiresAt) : t('never')}</span> },
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

/** Title of a settings page that is a list. */
export function SettingsHeader({ title, text, action }: { title: string; text: string; action?: ReactNode }) {
  return (
    <div className="mb-4 flex flex-wrap items-start justify-between gap-3">
      <div className="min-w-0">
        <h2 className="font-semibold">{title}</h2>
        <p className="max-w-[60ch] text-muted">{text}</p>
      </div>
      {action}
    </div>
  );
}
