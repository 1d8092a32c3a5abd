'use client';
import { useState } from 'react';
import { BookOpen } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { EventType } from '@loctelli/core';
import { Accordion, EmptyState, ErrorState, NoMatch, Page, PageHeader, SearchInput, Tabs, TableSkeleton, useApiQuery } from '@loctelli/core/web';
import { webhooks } from './api.ts';
import { CodeBlock } from './code-block.tsx';
import { WebhooksNav } from './webhooks-nav.tsx';

/** Every type of event, what it carries and an example, for those who write the other side. */
export default function EventsPage() {
  const t = useTranslations('webhooks');
  const [search, setSearch] = useState('');
  const { data, error, isPending, refetch } = useApiQuery(['webhook-event-types'], () => webhooks.getEventTypes());
  const found = (data?.items ?? []).filter(({ name }) => name.includes(search.trim().toLowerCase()));
  return (
    <Page>
      <PageHeader title={t('pages.events')} count={data?.items.length} description={t('catalogue.text')} />
      <WebhooksNav here="events" />
      <div className="mb-4 max-w-sm">
        <SearchInput label={t('picker.find')} value={search} onChange={setSearch} />
      </div>
      {error && !data ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : isPending ? (
        <TableSkeleton columns={1} />
      ) : data.items.length === 0 ? (
        <EmptyState icon={<BookOpen />} title={t('catalogue.emptyTitle')}>{t('catalogue.emptyText')}</EmptyState>
      ) : found.length === 0 ? (
        <div className="rounded-lg border bg-surface">
          <NoMatch onClear={() => setSearch('')} />
        </div>
      ) : (
        <Accordion multiple items={found.map((type) => ({ id: type.name, title: <span dir="ltr" className="font-mono text-sm">{type.name}</span>, content: <TypeDetail type={type} /> }))} />
      )}
    </Page>
  );
}

interface Schema {
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  anyOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
}

function TypeDetail({ type: { name, schema, example } }: { type: EventType }) {
  const t = useTranslations('webhooks.catalogue');
  const { properties = {}, required = [] } = schema as Schema;
  const whole = { type: name, timestamp: '2026-03-29T09:00:00.000Z', data: example };
  return (
    <Tabs
      label={name}
      tabs={[
        {
          id: 'fields',
          label: t('fields'),
          content: (
            <table className="w-full text-start text-sm">
              <thead className="text-muted">
                <tr>
                  <th className="py-1.5 text-start font-medium">{t('field')}</th>
                  <th className="py-1.5 text-start font-medium">{t('kind')}</th>
                  <th className="py-1.5 text-start font-medium">{t('always')}</th>
                </tr>
              </thead>
              <tbody className="text-fg">
                {Object.entries(properties).map(([field, inner]) => (
                  <tr key={field} className="border-t">
                    <td dir="ltr" className="py-1.5 text-start font-mono">{field}</td>
                    <td dir="ltr" className="py-1.5 text-start font-mono text-muted">{kindOf(inner)}</td>
                    <td className="py-1.5">{required.includes(field) ? t('yes') : t('no')}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          ),
        },
        { id: 'example', label: t('example'), content: <CodeBlock label={t('example')} text={JSON.stringify(whole)} /> },
        { id: 'schema', label: t('schema'), content: <CodeBlock label={t('schema')} text={JSON.stringify(schema)} /> },
      ]}
    />
  );
}

/** A schema in a few signs, as programmers write types. */
function kindOf({ type, format, enum: choices, anyOf, items }: Schema): string {
  if (choices) return choices.map((each) => JSON.stringify(each)).join(' | ');
  if (anyOf) return [...new Set(anyOf.map(kindOf))].join(' | ');
  if (type === 'array') return `${kindOf(items ?? {})}[]`;
  return format ? `${String(type)} (${format})` : [type ?? 'any'].flat().join(' | ');
}
