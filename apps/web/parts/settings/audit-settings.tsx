'use client';
import { useState } from 'react';
import { useTranslations } from 'next-intl';
import { ScrollText } from 'lucide-react';
import { coreApi, DataTable, EmptyState, ListState, SearchInput, useApiPages, useFormats } from '@loctelli/core/web';
import { SettingsHeader } from './api-key-settings.tsx';

export function AuditSettings() {
  const t = useTranslations('core.settings');
  const formats = useFormats();
  const [action, setAction] = useState('');
  const list = useApiPages(['audit', action], (cursor) => coreApi.audit.getAudit({ action, cursor }));
  return (
    <>
      <SettingsHeader title={t('audit')} text={t('auditText')} action={<SearchInput value={action} onChange={setAction} label={t('auditFilter')} className="sm:w-72" />} />
      <ListState
        list={list}
        filtered={action !== ''}
        onClear={() => setAction('')}
        empty={
          <EmptyState icon={<ScrollText />} title={t('noAuditTitle')}>
            {t('noAuditText')}
          </EmptyState>
        }
      >
        {(rows) => (
          <DataTable
            label={t('audit')}
            rows={rows}
            rowId={(entry) => String(entry.id)}
            refreshing={list.isRefreshing}
            columns={[
              { id: 'action', header: t('auditAction'), card: 'title', cell: (entry) => <code className="font-mono text-sm">{entry.action}</code> },
              { id: 'subject', header: t('auditSubject'), cell: (entry) => <span className="text-muted">{[entry.subject, entry.subjectId].filter(Boolean).join(' ')}</span> },
              { id: 'actor', header: t('auditActor'), cell: (entry) => entry.actorName ?? <span className="text-muted">{t('auditSystem')}</span> },
              { id: 'when', header: t('auditWhen'), cell: (entry) => <time dateTime={entry.createdAt} className="text-muted whitespace-nowrap">{formats.dateTime(entry.createdAt)}</time> },
            ]}
          />
        )}
      </ListState>
    </>
  );
}
