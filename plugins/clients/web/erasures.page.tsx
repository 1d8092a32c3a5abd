'use client';
import { useState } from 'react';
import { FileCheck, ShieldCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge, Button, Card, DataTable, EmptyState, Field, Input, Link, ListState, Page, PageHeader, useApiMutation, useApiPages, useFormats } from '@loctelli/core/web';
import { clients } from './api.ts';
import { certificateHref } from './erase-dialog.tsx';

/** Certificates of erasure: what was erased when, and whether one that somebody shows is genuine. */
export default function ErasuresPage() {
  const t = useTranslations('clients');
  const formats = useFormats();
  const list = useApiPages(['client-erasures'], (cursor) => clients.getErasures({ cursor }));
  return (
    <Page>
      <PageHeader
        title={t('pages.erasures')}
        description={t('erasures.text')}
        back={
          <Link href="/clients" className="hover:text-fg hover:underline">
            {t('pages.list')}
          </Link>
        }
      />
      <ListState
        list={list}
        empty={
          <EmptyState icon={<FileCheck />} title={t('erasures.emptyTitle')}>
            {t('erasures.emptyText')}
          </EmptyState>
        }
      >
        {(rows) => (
          <DataTable
            label={t('pages.erasures')}
            rows={rows}
            rowId={({ id }) => String(id)}
            columns={[
              { id: 'certificate', header: t('erase.certificate'), card: 'title', cell: ({ certificate }) => <bdi dir="ltr" className="font-mono text-sm">{certificate}</bdi> },
              { id: 'clientId', header: t('erasures.client'), cell: ({ clientId }) => <bdi>#{clientId}</bdi> },
              { id: 'by', header: t('erasures.by'), cell: ({ erasedByName }) => erasedByName ?? '—' },
              { id: 'reason', header: t('erasures.reason'), cell: ({ reason }) => reason ?? '—' },
              { id: 'at', header: t('erasures.at'), cell: ({ createdAt }) => formats.dateTime(createdAt) },
            ]}
            rowActions={({ id }) => (
              <Button size="sm" render={<a href={certificateHref(id)} target="_blank" rel="noreferrer" />}>
                {t('erase.open')}
              </Button>
            )}
          />
        )}
      </ListState>
      <Check />
    </Page>
  );
}

function Check() {
  const t = useTranslations('clients');
  const [certificate, setCertificate] = useState('');
  const [seal, setSeal] = useState('');
  const check = useApiMutation(() => clients.checkErasure({ certificate: certificate.trim().toLowerCase(), seal: seal.trim().toLowerCase() }));
  const sound = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(certificate.trim()) && /^[0-9a-f]{64}$/i.test(seal.trim());
  return (
    <div className="mt-6 max-w-2xl">
      <Card title={t('erasures.checkTitle')}>
        <form
          className="grid gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            if (sound) check.mutate();
          }}
        >
          <Field label={t('erase.certificate')}>
            <Input dir="ltr" autoComplete="off" value={certificate} onChange={(event) => setCertificate(event.target.value)} />
          </Field>
          <Field label={t('erasures.seal')}>
            <Input dir="ltr" autoComplete="off" value={seal} onChange={(event) => setSeal(event.target.value)} />
          </Field>
          <div className="flex flex-wrap items-center gap-3">
            <Button type="submit" busy={check.isPending} disabled={!sound}>
              <ShieldCheck aria-hidden />
              {t('erasures.check')}
            </Button>
            <span aria-live="polite">{check.data && <Badge tone={check.data.genuine ? 'success' : 'danger'}>{t(check.data.genuine ? 'erasures.genuine' : 'erasures.forged')}</Badge>}</span>
          </div>
        </form>
      </Card>
    </div>
  );
}
