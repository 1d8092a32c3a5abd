'use client';
import { useState } from 'react';
import { useTranslations } from 'next-intl';
import { Download, ScrollText } from 'lucide-react';
import { Button, coreApi, DataTable, EmptyState, ListState, useApiMutation, useApiPages, useFormats } from '@loctelli/core/web';
import { AuditDrawer } from './audit/audit-drawer.tsx';
import { AuditFilters } from './audit/audit-filters.tsx';
import { useAuditWords } from './audit/audit-words.ts';
import { useAuditFilter } from './audit/use-audit-filter.ts';
import { SettingsHeader } from './settings-header.tsx';

/** Who did what, and when. */
export function AuditSettings() {
  const t = useTranslations('core.audit');
  const formats = useFormats();
  const words = useAuditWords();
  const { filter, query, isFiltered, change } = useAuditFilter();
  const [openedId, setOpened] = useState<number | null>(null);
  const list = useApiPages(['audit', query], (cursor) => coreApi.audit.getAudit({ ...query, cursor }));
  const download = useApiMutation(() => coreApi.audit.exportAudit(query), { onSuccess: (blob) => save(blob as Blob) });
  return (
    <>
      <SettingsHeader
        title={t('title')}
        text={t('text')}
        action={
          <Button busy={download.isPending} onClick={() => download.mutate()}>
            <Download aria-hidden />
            {t('export')}
          </Button>
        }
      />
      <AuditFilters filter={filter} onChange={change} words={words} />
      <ListState
        list={list}
        filtered={isFiltered}
        onClear={() => change({ actorId: '', action: '', subject: '', subjectId: '', from: '', to: '' })}
        empty={
          <EmptyState icon={<ScrollText />} title={t('emptyTitle')}>
            {t('emptyText')}
          </EmptyState>
        }
      >
        {(rows) => (
          <DataTable
            label={t('title')}
            rows={rows}
            rowId={(entry) => String(entry.id)}
            refreshing={list.isRefreshing}
            columns={[
              {
                id: 'action',
                header: t('action'),
                card: 'title',
                cell: (entry) => (
                  <button type="button" className="text-start font-medium underline-offset-4 hover:underline" onClick={() => setOpened(entry.id)}>
                    {words.action(entry.action)}
                  </button>
                ),
              },
              { id: 'subject', header: t('record'), cell: (entry) => <span className="text-muted">{[words.subject(entry.subject), entry.subjectId].filter(Boolean).join(' ')}</span> },
              { id: 'actor', header: t('person'), cell: (entry) => entry.actorName ?? <span className="text-muted">{t('system')}</span> },
              {
                id: 'when',
                header: t('when'),
                cell: (entry) => (
                  <time dateTime={entry.createdAt} title={formats.dateTime(entry.createdAt)} className="text-muted whitespace-nowrap">
                    {formats.relative(entry.createdAt)}
                  </time>
                ),
              },
            ]}
          />
        )}
      </ListState>
      <AuditDrawer entry={list.rows.find(({ id }) => id === openedId) ?? null} words={words} onClose={() => setOpened(null)} />
    </>
  );
}

function save(blob: Blob): void {
  const url = URL.createObjectURL(blob);
  Object.assign(document.createElement('a'), { href: url, download: `audit-${new Date().toISOString().slice(0, 10)}.csv` }).click();
  // Some browsers read the address after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
